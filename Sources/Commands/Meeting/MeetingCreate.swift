package import ArgumentParser
package import CommandKit
import Documents
package import Graph

/// Makes an online meeting, which is in nobody's calendar: its link is what people join by.
package struct MeetingCreate: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Create an online meeting.",
    discussion: """
      A person makes meetings of their own. An app makes one for anybody whom a Teams administrator's \
      application access policy lets it work for: name that person with --for. The meeting is in \
      nobody's calendar; its link is shown.
      """)
  package static let effect = Effect.changes
  package static let permissions = Permissions.changingMeetings
  package static let columns = OnlineMeeting.columns
  package static let operands = [Operand(\Self.subject)]
  package static let examples = [
    Example("Make a meeting to begin now", "meeting create 'Bridge call'"),
    Example(
      "Make a meeting of an hour",
      "meeting create 'Q1 review' --start 2027-01-12T14:00 --end 2027-01-12T15:00"),
    Example("Make a meeting for somebody", "meeting create 'Bridge call' --for @megan --start +1h"),
  ]

  @Argument(help: ArgumentHelp("What it is about.", valueName: "topic"))
  var subject: Word

  @Option(help: ArgumentHelp("When it begins; now if left out.", valueName: "date"))
  var start: MeetingTime?

  @Option(help: ArgumentHelp("When it ends.", valueName: "date"))
  var end: MeetingTime?

  @OptionGroup var organizer: OrganizerOption

  package init() {}

  package func run(in session: Session) async throws -> Reply<OnlineMeeting> {
    let now = session.workspace.now()
    if let end, end.date(from: now) <= (start?.date(from: now) ?? now) {
      throw CommandError(
        .invalidArgument(
          name: "--end", value: end.text(from: now), reason: "A meeting ends after it begins."))
    }
    let (path, person) = try await organizer.meetings(in: session, for: .write)
    let request = Self.create(
      path, subject: subject.text, start: start?.text(from: now), end: end?.text(from: now))
    let targets = [person].compactMap { $0 }
    let meeting = try await session.write(request, to: targets)
    let link = meeting.joinWebUrl.map { " Join it at: \($0)" } ?? ""
    return .done("The meeting \(subject.text) is there.\(link)", meeting)
  }

  static func create(
    _ meetings: GraphPath, subject: String, start: String?, end: String?
  ) -> GraphRequest<OnlineMeeting> {
    var body = JSONObject([("subject", .string(subject))])
    if let start { body["startDateTime"] = .string(start) }
    if let end { body["endDateTime"] = .string(end) }
    return .post(meetings, .object(body))
  }
}

extension Permissions {
  /// What reading a meeting needs.
  static let readingMeetings = Permissions(
    person: ["OnlineMeetings.Read"], app: ["OnlineMeetings.Read.All"])

  /// What making and deleting meetings needs.
  static let changingMeetings = Permissions(
    person: ["OnlineMeetings.ReadWrite"], app: ["OnlineMeetings.ReadWrite.All"])
}
