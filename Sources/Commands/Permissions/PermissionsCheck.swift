package import ArgumentParser
package import CommandKit
import Documents

/// Compares what commands need with what the sign-in shows.
package struct PermissionsCheck: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Compare needs with the sign-in.",
    discussion: """
      A token does not show everything: consent for single teams, and what an admin role allows. What \
      is listed as missing may still work.
      """)
  package static let effect = Effect.reads
  package static let columns: [Column<Note>] = [
    Column("COMMAND", field: "command"),
    Column("AS", field: "as"),
    Column("OK", field: "ok", as: .state),
    Column("MISSING", field: "missing"),
  ]
  package static let examples = [
    Example("Check every command", "permissions check"),
    Example("Check one command", "permissions check channel create"),
    Example("Check all commands of a noun", "permissions check member"),
  ]

  @Argument(help: ArgumentHelp("One command; all if left out.", valueName: "command"))
  var command: [Word] = []

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let held = try await session.identities()
    let entries = try session.workspace.catalog.entries(named: command.map(\.text))
    return .list(
      entries.filter { !$0.type.permissions.requirements.isEmpty }.compactMap { entry in
        let needed = entry.type.permissions
        let identity = (session.call.identity.map { [$0] } ?? IdentityKind.allCases)
          .filter { $0 == .person || needed.allowsApp }.lazy.compactMap { held[$0] }.first
        guard let identity else { return nil }
        let missing = PermissionName.missing(
          identity.kind == .person ? needed.person : needed.app, from: identity.granted)
        return Note(
          [
            "command": .string(entry.name), "as": .string(identity.kind.rawValue),
            "ok": .bool(missing.isEmpty), "missing": .array(missing.map { .string($0) }),
          ], reference: entry.name)
      })
  }
}
