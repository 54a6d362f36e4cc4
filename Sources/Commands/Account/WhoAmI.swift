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
  package static let examples = [Example("See who is signed in", "whoami")]

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    let identities = try await session.identities()
    return .list(IdentityKind.allCases.compactMap { identities[$0] }.map(\.note))
  }
}
