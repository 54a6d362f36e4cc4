package import ArgumentParser
package import CommandKit
package import Documents
package import Graph

/// Lists who came to a meeting, each time that it was held.
package struct MeetingAttendance: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "attendance", abstract: "List who came to a meeting.",
    discussion: """
      Graph has a report for each time that a meeting was held; it keeps the newest 50 of them, for a year. \
      Without --last the people of all of them are listed, the newest first.
      """)
  package static let effect = Effect.reads
  package static let permissions = Permissions(
    person: ["OnlineMeetingArtifact.Read.All"], app: ["OnlineMeetingArtifact.Read.All"])
  package static let columns: [Column<Attendance>] = [
    Column("HELD", time: { $0.report.meetingStartDateTime }),
    Column("PERSON", \.record.name),
    Column("ROLE", \.record.role),
    Column("MINUTES", as: .number, { $0.minutes }),
    Column("JOINED", time: { $0.record.joinDateTime }),
    Column("LEFT", time: { $0.record.leaveDateTime }),
    Column("MAIL", \.record.emailAddress),
  ]
  package static let operands = [Operand(\Self.meeting)]
  package static let examples = [
    Example("List who came to a meeting", "meeting attendance 'Weekly IT sync'"),
    Example("List who came the last time", "meeting attendance 'Weekly IT sync' --last"),
    Example(
      "Print the addresses of those who came",
      "meeting attendance 'Weekly IT sync' -o csv --columns mail"),
  ]

  @Argument(
    help: ArgumentHelp("The meeting: its topic, link, number or id.", valueName: "meeting"))
  var meeting: MeetingReference

  @Flag(help: "Only the last time that it was held.")
  var last = false

  @OptionGroup var organizer: OrganizerOption

  package init() {}

  package func run(in session: Session) async throws -> Reply<Attendance> {
    let (path, _) = try await organizer.meetings(in: session, for: .read)
    let id = try await meeting.resolve(in: session, among: path, for: .read).id
    let graph = try await session.graph
    var reports = try await session.readAll(Self.reports(id, among: path))
    reports.sort { ($0.meetingStartDateTime ?? "") > ($1.meetingStartDateTime ?? "") }
    let wanted = last ? Array(reports.prefix(1)) : reports
    return .rows(
      AsyncThrowingStream { continuation in
        let task = Task {
          do {
            for (number, report) in wanted.enumerated() {
              let isLast = number == wanted.count - 1
              let pages = graph.pages(Self.records(report.id, of: id, among: path))
              for try await page in pages {
                continuation.yield(
                  ReplyPage(
                    rows: page.items.map { Attendance(report: report, record: $0) },
                    hasMore: page.hasMore || !isLast))
              }
            }
            continuation.finish()
          } catch {
            continuation.finish(throwing: error)
          }
        }
        continuation.onTermination = { _ in task.cancel() }
      })
  }

  static func reports(_ id: String, among meetings: GraphPath) -> GraphRequest<AttendanceReport> {
    .get("\(meetings)/\(id)/attendanceReports")
  }

  static func records(
    _ report: String, of id: String, among meetings: GraphPath
  ) -> GraphRequest<AttendanceRecord> {
    .get("\(meetings)/\(id)/attendanceReports/\(report)/attendanceRecords")
  }
}

/// One person at one occurrence of a meeting.
package struct Attendance: Listed {
  package let report: AttendanceReport
  package let record: AttendanceRecord

  /// The record as Graph sent it, and behind it the occurrence that it belongs to.
  package var document: JSON {
    var fields = record.document.object ?? JSONObject([])
    fields["reportId"] = .string(report.id)
    fields["meetingStartDateTime"] = .optional(report.meetingStartDateTime)
    return .object(fields)
  }

  package var reference: String { record.personID ?? record.emailAddress ?? "" }

  var minutes: String? {
    record.totalAttendanceInSeconds.map { String(($0 + 59) / 60) }
  }
}
