package import ArgumentParser
package import CommandKit
package import Graph

/// Shows one meeting to its organizer.
package struct MeetingShow: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one meeting.")
  package static let effect = Effect.reads
  package static let permissions = Permissions.readingMeetings
  package static let columns = OnlineMeeting.columns
  package static let operands = [Operand(\Self.meeting)]
  package static let examples = [
    Example("Show a meeting by its topic", "meeting show 'Weekly IT sync'"),
    Example(
      "Print the number to join it by", "meeting show 'Weekly IT sync' --columns number -o csv"),
  ]

  @Argument(
    help: ArgumentHelp("The meeting: its topic, link, number or id.", valueName: "meeting"))
  var meeting: MeetingReference

  @OptionGroup var organizer: OrganizerOption

  package init() {}

  package func run(in session: Session) async throws -> Reply<OnlineMeeting> {
    let (path, _) = try await organizer.meetings(in: session, for: .read)
    return .one(try await meeting.resolve(in: session, among: path, for: .read))
  }
}
