package import ArgumentParser
package import CommandKit
import Documents
import Identity

/// Shows the identities that this session holds.
package struct WhoAmI: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "whoami", abstract: "Show who is signed in.")
  package static let effect = Effect.reads
  package static let columns = SignedIn.columns
  package static let examples = [
    Example("See who is signed in", "whoami"),
    Example("See the remembered accounts, too", "whoami --all"),
  ]

  @Flag(help: "Show the remembered accounts, too.")
  var all = false

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let identities = try await session.identities()
    let held = IdentityKind.allCases.compactMap { identities[$0] }
    guard all else { return .list(held.map(\.note)) }
    let others = SignIn(workspace: session.workspace).rememberedAccounts()
      .filter { name in !held.contains { $0.account.lowercased() == name.lowercased() } }
    return .list(held.map(\.note) + others.map(Self.remembered))
  }

  private static func remembered(_ account: String) -> Note {
    Note(
      [
        "kind": .string(IdentityKind.person.rawValue), "account": .string(account), "held": false,
        "remembered": true,
      ], reference: account)
  }
}
