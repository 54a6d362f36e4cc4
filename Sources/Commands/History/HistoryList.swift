package import ArgumentParser
package import CommandKit
import Documents
import Foundation

/// Lists the lines typed at the prompt, of all shells together.
package struct HistoryList: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the lines typed before.",
    discussion: """
      history alone does the same. --since takes today, yesterday, a span as 30m, 2h or 7d, or a \
      date as 2026-11-24 or 2026-11-24T08:15.
      """, aliases: ["ls"])
  package static let effect = Effect.reads
  package static let columns: [Column<Note>] = [
    Column("TIME", time: { $0.document["time"]?.string }),
    Column("PLACE", field: "place"),
    Column("STATUS", field: "status"),
    Column("DURATION", { duration(of: $0) }),
    Column("LINE", field: "line", as: .text),
  ]
  package static let operands = [Operand(\Self.pattern)]
  package static let examples = [
    Example("List the last ten lines", "history list --limit 10"),
    Example("List what failed today", "history list --failed --since today"),
    Example("Find lines by a part of them", "history list 'member add'"),
  ]

  /// How many lines are listed where nothing else is said.
  private static let usual = 1000

  @Argument(
    help: ArgumentHelp("What the line holds; case counts with a capital.", valueName: "text"))
  var pattern: Word?

  @Flag(help: "Only lines of this session.")
  var here = false

  @Flag(help: "Only lines that failed.")
  var failed = false

  @Option(help: ArgumentHelp("Only lines from then on.", valueName: "date"))
  var since: Moment?

  package init() {}

  private static func duration(of row: Note) -> String? {
    guard case .number(let digits) = row.document["seconds"] else { return nil }
    return Double(digits).map { DurationText.text(seconds: $0) }
  }

  package func run(in session: Session) async throws -> Reply<Note> {
    let workspace = session.workspace
    let query = HistoryQuery(
      pattern: pattern?.text, since: since?.date(from: workspace.now()), isFailed: failed,
      isHere: here, limit: session.call.limit ?? Self.usual)
    let entries = workspace.history?.entries(query) ?? []
    return .list(
      entries.map { entry in
        Note(
          [
            "time": .string(entry.time.formatted(.iso8601)), "tenant": .optional(entry.tenant),
            "place": .string(entry.place), "status": .int(Int(entry.status)),
            "seconds": .number(DurationText.fixed(entry.duration, digits: 3)),
            "line": .string(entry.text),
          ], reference: entry.text)
      })
  }
}
