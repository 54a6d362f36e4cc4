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
    Column("BESIDES", as: .text, { besides(of: $0) }),
  ]
  package static let operands = [Operand(\Self.command)]
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
            "besides": .array(needed.occasional.map(Self.document)),
          ], reference: entry.name)
      })
  }

  /// What only some calls need.
  private static func besides(of note: Note) -> String {
    (note.document["besides"]?.array ?? []).map { need in
      let names = Permissions.unique(
        ["person", "app"].flatMap { need[$0]?.array ?? [] }.compactMap(\.string))
      return "\(need["when"]?.string ?? ""): \(names.joined(separator: ", "))"
    }
    .joined(separator: "; ")
  }

  private static func document(_ need: Permissions.Requirement) -> JSON {
    let names = { (kind: IdentityKind) -> JSON in
      need.permissions(of: kind).map { .array($0.map { .string($0) }) } ?? .null
    }
    return [
      "when": .optional(need.condition), "person": names(.person), "app": names(.app),
    ]
  }

  /// What one kind of identity needs; `null` where it cannot run the command.
  private static func names(_ needed: Permissions, _ kind: IdentityKind) -> JSON {
    needed.allows(kind) ? .array(needed.always(of: kind).map { .string($0) }) : .null
  }
}
