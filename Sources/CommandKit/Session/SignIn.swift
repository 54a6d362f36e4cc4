import Foundation
package import Identity

/// Gets a session its identities: from the environment, from a profile, from what was remembered, or from
/// a person at the terminal.
package struct SignIn: Sendable {
  package let workspace: Workspace

  package init(workspace: Workspace) {
    self.workspace = workspace
  }

  var configuration: Configuration { workspace.configuration }

  /// Takes up what needs nobody: a ready token, a remembered sign-in, or the app of a profile.
  ///
  /// What somebody has signed out is left alone.
  ///
  /// - Parameter kinds: What is wanted, the first one first.
  /// - Returns: The identity, or `nil` where a person is needed.
  /// - Throws: What the sign-in service refuses, and ``ConfigurationError`` for a file that cannot be used.
  package func prepared(
    as kinds: [IdentityKind] = IdentityKind.allCases
  ) async throws -> SignedIn? {
    let kinds = kinds.filter { !workspace.hasSignedOut($0) }
    if let token = configuration.accessToken, workspace.identities.isEmpty, !kinds.isEmpty {
      let identity = try await ready(token)
      if kinds.contains(identity.kind) { return identity }
    }
    for kind in kinds where workspace.identities[kind] == nil {
      switch kind {
      case .person:
        if let identity = try await remembered() { return identity }
      case .app:
        guard let credential = try configuration.clientCredential() else { continue }
        return try await app(credential)
      case .bot:
        guard configuration.botID != nil, let credential = try configuration.botCredential() else {
          continue
        }
        return try await bot(credential)
      }
    }
    return nil
  }

  /// Takes a token that was got elsewhere.
  package func ready(_ token: Secret) async throws -> SignedIn {
    let provider = StaticTokenProvider(
      token: token, host: try configuration.authority().graphHost)
    return try await adopt(provider, kind: nil, isReady: true)
  }

  /// Signs an app in by its secret or its certificate.
  package func app(_ credential: ClientCredential) async throws -> SignedIn {
    let flow = ClientCredentialsFlow(
      authority: try configuration.authority(), clientID: try clientID(), credential: credential,
      transport: workspace.transport)
    return try await adopt(RenewingTokenProvider(flow), kind: .app)
  }

  func clientID() throws(CommandError) -> String {
    guard let clientID = configuration.clientID else { throw CommandError(.clientIDMissing) }
    return clientID
  }

  /// Makes an identity of whatever brings tokens, once it brought one.
  func adopt(
    _ tokens: any TokenProvider, kind: IdentityKind?, isRemembered: Bool = false,
    isReady: Bool = false
  ) async throws -> SignedIn {
    let token = try await tokens.accessToken()
    let identity = SignedIn(
      kind: kind ?? (token.claims.isApp ? .app : .person), tokens: tokens, claims: token.claims,
      isRemembered: isRemembered, isReady: isReady)
    workspace.signIn(identity)
    return identity
  }
}
