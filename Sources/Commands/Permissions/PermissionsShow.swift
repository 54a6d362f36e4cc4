package import ArgumentParser
package import CommandKit
import Documents

/// Shows what the tokens of this session permit, and which commands need it.
package struct PermissionsShow: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what the sign-in permits.")
  package static let effect = Effect.reads
  package static let columns: [Column<Note>] = [
    Column("PERMISSION", field: "permission", as: .id),
    Column("AS", field: "as"),
    Column("NEEDED BY", field: "commands", as: .text),
  ]
  package static let examples = [
    Example("Show what the sign-in permits", "permissions show"),
    Example("Show what no command here needs", "permissions show --jq 'select(.commands == [])'"),
  ]

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let held = try await session.identities()
    let kinds = session.call.identity.map { [$0] } ?? IdentityKind.allCases
    let entries = session.workspace.catalog.entries
    let rows = kinds.flatMap { kind in
      (held[kind]?.granted ?? []).sorted().map { permission in
        let commands = entries.filter { $0.type.permissions.all(of: kind).contains(permission) }
        return Note(
          [
            "permission": .string(permission), "as": .string(kind.rawValue),
            "commands": .array(commands.map { .string($0.name) }),
          ], reference: permission)
      }
    }
    return .list(rows)
  }
}
