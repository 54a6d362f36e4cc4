import Foundation
package import Identity
import Output

/// Gets a session its identities: from the environment, from a profile, or from a person at the terminal.
package struct SignIn: Sendable {
  package let workspace: Workspace

  package init(workspace: Workspace) {
    self.workspace = workspace
  }

  private var configuration: Configuration { workspace.configuration }

  /// Takes up what needs nobody: a ready token, or the app of a profile.
  ///
  /// - Returns: The identity, or `nil` where a person is needed.
  package func prepared() async throws -> SignedIn? {
    if let token = configuration.accessToken { return try await ready(token) }
    guard let secret = try configuration.clientSecret() else { return nil }
    return try await app(secret: secret)
  }

  /// Signs in by itself when a command needs it: as prepared, or else with a person at the terminal.
  func automatic(isInteractive: Bool) async throws -> SignedIn {
    if let identity = try await prepared() { return identity }
    guard isInteractive else { throw CommandError(.notSignedIn) }
    return try await deviceCode(scopes: nil)
  }

  /// Takes a token that was got elsewhere.
  package func ready(_ token: Secret) async throws -> SignedIn {
    let provider = StaticTokenProvider(
      token: token, host: try configuration.authority().graphHost)
    return try await adopt(provider, kind: nil)
  }

  /// Signs an app in by its secret.
  package func app(secret: Secret) async throws -> SignedIn {
    let flow = ClientCredentialsFlow(
      authority: try configuration.authority(), clientID: try clientID(), clientSecret: secret,
      transport: workspace.transport)
    return try await adopt(RenewingTokenProvider(flow), kind: .app)
  }

  /// Signs a person in: shows where to enter which code, and waits until it was entered.
  ///
  /// Without scopes it asks for those of the profile, or else those of the commands that need no admin's
  /// consent. The person is told by a notice at the prompt, unless something else is to show the code.
  package func deviceCode(
    scopes: [String]?, show: (@Sendable (DeviceAuthorization) async throws -> Void)? = nil
  ) async throws -> SignedIn {
    let authority = try configuration.authority()
    let flow = DeviceCodeFlow(
      authority: authority, clientID: try clientID(), transport: workspace.transport)
    let asked =
      scopes
      ?? (configuration.profile.scopes.isEmpty
        ? workspace.catalog.firstScopes : configuration.profile.scopes)
    let authorization = try await flow.begin(scopes: asked)
    if let show {
      try await show(authorization)
    } else {
      workspace.tell(
        "To sign in, open \(authorization.verificationAddress) and enter the code "
          + "\(authorization.userCode). Ctrl-C to give up.")
    }
    let grant = try await flow.wait(for: authorization)
    let refresh = RefreshFlow(
      authority: authority, clientID: try clientID(), scopes: asked,
      transport: workspace.transport)
    return try await adopt(RenewingTokenProvider(refresh, grant: grant), kind: .person)
  }

  private func clientID() throws(CommandError) -> String {
    guard let clientID = configuration.clientID else { throw CommandError(.clientIDMissing) }
    return clientID
  }

  /// Makes an identity of whatever brings tokens, once it brought one.
  private func adopt(_ tokens: any TokenProvider, kind: IdentityKind?) async throws -> SignedIn {
    let token = try await tokens.accessToken()
    let identity = SignedIn(
      kind: kind ?? (token.claims.isApp ? .app : .person), tokens: tokens, claims: token.claims)
    workspace.signIn(identity)
    return identity
  }
}

extension Catalog {
  /// The scopes of a first sign-in: those of the reading commands that need no admin's consent.
  ///
  /// Which ones need it is in the names: Microsoft asks an admin for whatever ends in `.All`, but for
  /// basic reading.
  package var firstScopes: [String] {
    let scopes = entries.filter { $0.type.effect == .reads }.flatMap { $0.type.permissions.person }
    let lookups =
      TeamReference.permissions.person + ChannelReference.permissions.person
      + PersonReference.permissions.person + ChatReference.permissions.person
    return Permissions.unique(["User.Read"] + lookups + scopes)
      .filter { !$0.hasSuffix(".All") || $0.contains(".ReadBasic.") }
  }
}
