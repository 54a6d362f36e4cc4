package import ArgumentParser
package import CommandKit
import Documents
import Foundation

/// Lists the lines typed at the prompt, of all shells together.
package struct HistoryList: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "history", abstract: "List the lines typed before.")
  package static let effect = Effect.reads
  package static let columns: [Column<Note>] = [
    Column("TIME", { MessageText.time($0.document["time"]?.string) }),
    Column("PLACE", field: "place"),
    Column("STATUS", field: "status"),
    Column("LINE", field: "line"),
  ]
  package static let examples = [Example("List the last ten lines", "history --limit 10")]

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let entries = try session.workspace.history?.entries(limit: session.call.limit ?? 1000) ?? []
    return .list(
      entries.map { entry in
        Note(
          [
            "time": .string(entry.time.formatted(.iso8601)), "place": .string(entry.place),
            "status": entry.status.map { .int(Int($0)) } ?? .null, "line": .string(entry.text),
          ], reference: entry.text)
      })
  }
}
