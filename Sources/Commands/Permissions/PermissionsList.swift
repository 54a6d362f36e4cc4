package import ArgumentParser
package import CommandKit
import Documents

/// Lists what each command needs, for a person and for an app.
package struct PermissionsList: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what commands need.", aliases: ["ls"])
  package static let effect = Effect.reads
  package static let columns: [Column<Note>] = [
    Column("COMMAND", field: "command"),
    Column("PERSON", field: "person"),
    Column("APP", field: "app"),
  ]
  package static let examples = [
    Example("List what every command needs", "permissions list"),
    Example("List what one command needs", "permissions list message send"),
    Example("List what the commands of a noun need", "permissions list member"),
  ]

  @Argument(help: ArgumentHelp("One command; all if left out.", valueName: "command"))
  var command: [Word] = []

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let entries = try session.workspace.catalog.entries(named: command.map(\.text))
    return .list(
      entries.filter { !$0.type.permissions.requirements.isEmpty }.map { entry in
        let needed = entry.type.permissions
        return Note(
          [
            "command": .string(entry.name),
            "person": Self.names(needed, .person), "app": Self.names(needed, .app),
          ], reference: entry.name)
      })
  }

  /// What one kind of identity needs; `null` where it cannot run the command.
  private static func names(_ needed: Permissions, _ kind: IdentityKind) -> JSON {
    needed.allows(kind) ? .array(needed.all(of: kind).map { .string($0) }) : .null
  }
}
