package import ArgumentParser
package import CommandKit
import Identity

/// Signs a person in by device code; or an app by its secret; or takes a token that is ready.
package struct Login: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "login", abstract: "Sign in.",
    discussion: """
      Without options a person signs in with a code in any browser. A token is read from standard \
      input, an app's secret from the profile's secret-file or from standard input; neither is ever \
      an argument.
      """)
  package static let effect = Effect.reads
  package static let columns = SignedIn.columns
  package static let examples = [
    Example("Sign in with a code in a browser", "login"),
    Example("Sign in as the profile's app", "login --app"),
  ]

  @Flag(help: "As an app, with a client secret.")
  var app = false

  @Option(help: ArgumentHelp("The app's secret; only - for standard input.", valueName: "text"))
  var secret: Word?

  @Option(help: ArgumentHelp("A ready token; only - for standard input.", valueName: "text"))
  var token: Word?

  @Option(help: ArgumentHelp("The permissions to ask for, by commas.", valueName: "permission"))
  var scopes: Word?

  package init() {}

  package func validate() throws {
    for value in [secret, token].compactMap({ $0 }) where value.text != "-" {
      throw ValidationError("Secrets are never arguments: write - and give it on standard input.")
    }
    if app, token != nil || scopes != nil {
      throw ValidationError("--app does not go with --token or --scopes.")
    }
  }

  package func run(in session: Session) async throws -> Reply<Note> {
    let signIn = SignIn(workspace: session.workspace)
    let identity = try await identity(signIn, session)
    if session.call.io.isInteractive { session.workspace.fillAfterSignIn() }
    return .done(
      "Signed in as \(identity.account) (\(identity.kind.rawValue)).", identity.note)
  }

  private func identity(_ signIn: SignIn, _ session: Session) async throws -> SignedIn {
    if token != nil { return try await signIn.ready(try await secretInput(session)) }
    if app || secret != nil {
      if secret != nil { return try await signIn.app(secret: try await secretInput(session)) }
      guard let stored = try session.workspace.configuration.clientSecret() else {
        throw CommandError(.secretMissing)
      }
      return try await signIn.app(secret: stored)
    }
    let asked = scopes?.text.split { $0 == "," || $0 == " " }.map(String.init)
    return try await signIn.deviceCode(scopes: asked)
  }

  private func secretInput(_ session: Session) async throws -> Secret {
    let bytes = try await session.call.io.input.bytes()
    let text = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
    guard !text.isEmpty else { throw CommandError(.emptyInput) }
    return Secret(text)
  }
}
