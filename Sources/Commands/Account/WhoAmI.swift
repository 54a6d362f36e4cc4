package import ArgumentParser
package import CommandKit
import Documents
import Identity

/// Shows the identities that this session holds.
package struct WhoAmI: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "whoami", abstract: "Show who is signed in.")
  package static let effect = Effect.reads
  package static let columns: [Column<Note>] = [
    Column("AS", field: "kind"),
    Column("ACCOUNT", field: "account"),
    Column("NAME", field: "name"),
    Column("TENANT", field: "tenant"),
    Column("PERMISSIONS", field: "permissions"),
  ]
  package static let examples = [Example("See who is signed in", "whoami")]

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let identities = try await session.identities()
    return .list(IdentityKind.allCases.compactMap { identities[$0] }.map(Self.note))
  }

  static func note(_ identity: SignedIn) -> Note {
    Note(
      [
        "kind": .string(identity.kind.rawValue), "account": .string(identity.account),
        "name": .optional(identity.claims.name), "tenant": .optional(identity.claims.tenantID),
        "id": .optional(identity.claims.objectID),
        "permissions": .array(identity.granted.map { .string($0) }),
      ], reference: identity.claims.objectID ?? identity.account)
  }
}
