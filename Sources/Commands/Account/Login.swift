package import ArgumentParser
package import CommandKit
import Identity

/// Signs a person in, or an app or a bot by its secret or certificate, or takes a token that is ready.
package struct Login: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "login", abstract: "Sign in.",
    discussion: """
      Without options a person signs in with a code in any browser. A session holds a person, an app and \
      a bot at once; --as says which of the first two runs a command. A token is read from standard input, \
      an app's secret from the profile's secret-file or from standard input, its key from the profile's \
      certificate, and a bot's from bot-secret-file and bot-certificate; none of them is ever an argument.
      """)
  package static let effect = Effect.reads
  package static let columns = SignedIn.columns
  package static let examples = [
    Example("Sign in with a code in a browser", "login"),
    Example("Sign in through this machine's browser", "login --browser"),
    Example("Sign in with a browser on another machine", "login --browser --paste"),
    Example("Keep the sign-in until the machine is switched off", "login --remember"),
    Example("Sign in as the profile's app", "login --app"),
    Example("Sign in as the profile's bot, beside whoever else is", "login --bot"),
  ]

  @Flag(help: "Through a browser on this machine.")
  var browser = false

  @Flag(help: "With --browser: print the address, and ask for the one that it leads to.")
  var paste = false

  @Flag(help: "As an app, with a client secret or a certificate.")
  var app = false

  @Flag(help: "As a bot, with its secret or certificate.")
  var bot = false

  @Flag(help: "Keep the sign-in in the kernel's keyring, for the next start.")
  var remember = false

  @Option(help: ArgumentHelp("The person to sign in as.", valueName: "account"))
  var account: Word?

  @Option(help: ArgumentHelp("The app's secret; only - for standard input.", valueName: "secret"))
  var secret: Word?

  @Option(help: ArgumentHelp("A ready token; only - for standard input.", valueName: "secret"))
  var token: Word?

  @Option(help: ArgumentHelp("The permissions to ask for, by commas.", valueName: "permission"))
  var scopes: Word?

  package init() {}

  package func validate() throws {
    for value in [secret, token].compactMap({ $0 }) where value.text != "-" {
      throw ValidationError("Secrets are never arguments: write - and give it on standard input.")
    }
    let isForPerson = browser || remember || account != nil || scopes != nil
    if app || bot || secret != nil || token != nil, isForPerson {
      throw ValidationError(
        "--browser, --remember, --account and --scopes are for a person who signs in.")
    }
    if app || bot || secret != nil, token != nil {
      throw ValidationError("--app and --bot do not go with --token.")
    }
    if app, bot { throw ValidationError("--app does not go with --bot.") }
    if paste, !browser { throw ValidationError("--paste goes with --browser.") }
  }

  package func run(in session: Session) async throws -> Reply<Note> {
    let identity = try await identity(SignIn(workspace: session.workspace), session)
    if session.call.io.isInteractive { session.workspace.fillAfterSignIn() }
    let kept = identity.isRemembered ? ", remembered until this machine is switched off" : ""
    return .done(
      "Signed in as \(identity.account) (\(identity.kind.rawValue))\(kept).", identity.note)
  }

  private func identity(_ signIn: SignIn, _ session: Session) async throws -> SignedIn {
    if token != nil { return try await signIn.ready(try await secretInput(session)) }
    if bot || session.call.identity == .bot { return try await botIdentity(signIn, session) }
    if secret != nil { return try await signIn.app(.secret(try await secretInput(session))) }
    if app || session.call.identity == .app {
      guard let credential = try session.workspace.configuration.clientCredential() else {
        throw CommandError(.secretMissing)
      }
      return try await signIn.app(credential)
    }
    if let account, !browser, let known = try await signIn.remembered(account.text) {
      return known
    }
    let wishes = SignIn.Wishes(
      scopes: scopes?.list, account: account?.text, isRemembered: remember)
    guard browser else { return try await signIn.deviceCode(wishes) }
    return try await paste ? signIn.pasted(wishes) : signIn.browser(wishes)
  }

  private func botIdentity(_ signIn: SignIn, _ session: Session) async throws -> SignedIn {
    if secret != nil { return try await signIn.bot(by: try await secretInput(session)) }
    guard let credential = try session.workspace.configuration.botCredential() else {
      throw CommandError(.botMissing(.secret))
    }
    return try await signIn.bot(credential)
  }

  private func secretInput(_ session: Session) async throws -> Secret {
    let bytes = try await session.call.io.input.bytes()
    let text = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
    guard !text.isEmpty else { throw CommandError(.emptyInput) }
    return Secret(text)
  }
}
