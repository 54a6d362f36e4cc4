package import ArgumentParser
package import CommandKit
import Graph

/// Deletes a meeting: its link leads nowhere any more, while its chat stays.
package struct MeetingDelete: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete a meeting.", aliases: ["rm"])
  package static let effect = Effect.removes
  package static let permissions = Permissions.changingMeetings
  package static let operands = [Operand(\Self.meeting)]
  package static let examples = [
    Example("Delete a meeting", "meeting delete 'Weekly IT sync' --yes"),
    Example("See what would be sent", "meeting delete 'Weekly IT sync' --dry-run"),
  ]

  @Argument(
    help: ArgumentHelp("The meeting: its topic, link, number or id.", valueName: "meeting"))
  var meeting: MeetingReference

  @OptionGroup var organizer: OrganizerOption

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let (path, _) = try await organizer.meetings(in: session, for: .remove)
    let found = try await meeting.resolve(in: session, among: path, for: .remove)
    let name = found.subject ?? found.id
    try await session.confirm("Delete the meeting \(name), whose link then leads nowhere?")
    _ = try await session.write(
      Self.delete(found.id, among: path), to: Named(id: found.id, name: name))
    return .done("Deleted the meeting \(name).")
  }

  static func delete(_ id: String, among meetings: GraphPath) -> GraphRequest<NoContent> {
    .delete("\(meetings)/\(id)")
  }
}
