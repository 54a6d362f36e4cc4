package import ArgumentParser
package import CommandKit
import Documents
import Records

/// Lists what was written to the tenant from this machine, oldest first.
package struct JournalList: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what was written to the tenant.", aliases: ["ls"])
  package static let effect = Effect.reads
  package static let columns: [Column<Note>] = [
    Column("TIME", time: { $0.document["time"]?.string }),
    Column("COMMAND", field: "command"),
    Column("TARGETS", { JournalTargets.text($0.document) }),
    Column("RESULT", field: "result", as: .state),
    Column("STATUS", field: "status", as: .number),
    Column("KEY", field: "key"),
  ]
  package static let examples = [
    Example("List all writes", "journal list"),
    Example("List writes whose outcome is unknown", "journal list --unknown"),
  ]

  @Flag(help: "Only writes whose outcome is unknown.")
  var unknown = false

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let entries = try session.workspace.journal.entries()
    return .list(
      entries.filter { !unknown || $0.result == DeedOutcome.Result.unknown.rawValue }
        .map { Note($0.document, reference: $0.key) })
  }
}
