package import ArgumentParser
package import CommandKit
import Documents
import Records

/// Shows one write: who, what, where, and how it ended.
package struct JournalShow: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one write of the journal.")
  package static let effect = Effect.reads
  package static let columns: [Column<Note>] = [
    Column("Time", time: { $0.document["time"]?.string }),
    Column("Command", field: "command"),
    Column("As", field: "identity"),
    Column("Account", field: "account"),
    Column(
      "Request",
      { row in
        [row.document["method"]?.string, row.document["path"]?.string].compactMap { $0 }
          .joined(separator: " ")
      }),
    Column("Targets", { JournalTargets.text($0.document) }),
    Column("Result", field: "result"),
    Column("Status", field: "status"),
    Column("Request id", field: "requestId"),
    Column("Key", field: "key"),
  ]
  package static let operands = [Operand(\Self.key)]
  package static let examples = [
    Example("Show the first row of the journal", "journal list; journal show %1 || true")
  ]

  @Argument(help: ArgumentHelp("The key, or its beginning.", valueName: "key"))
  var key: Word

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let found = try session.workspace.journal.entries().filter { $0.key.hasPrefix(key.text) }
    guard let entry = found.first else {
      throw CommandError(.notFound(.deed, key.text, nearest: []))
    }
    guard found.count == 1 else {
      throw CommandError(
        .ambiguous(
          .deed, key.text,
          found.map {
            .init(name: $0.key, detail: $0.intent["command"]?.string ?? "", id: $0.key)
          }))
    }
    return .one(Note(entry.document, reference: entry.key))
  }
}
