package import ArgumentParser
package import CommandKit

/// Forgets who is signed in; tokens are kept in memory only, so nothing else is left.
package struct Logout: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "logout", abstract: "Forget who is signed in.")
  package static let effect = Effect.reads
  package static let examples = [Example("Sign out", "logout")]

  package init() {}

  package func run(in session: Session) async throws -> Reply<Note> {
    guard !session.workspace.identities.isEmpty else { throw CommandError(.notSignedIn) }
    session.workspace.signOut()
    return .done("Signed out.")
  }
}
