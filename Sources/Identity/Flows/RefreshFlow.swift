package import FoundationEssentials
package import Transport

/// Renews a person's sign-in by its refresh token.
package struct RefreshFlow: TokenRenewal {
  private let clientID: String
  private let scopes: [String]
  private let endpoint: TokenEndpoint

  package init(
    authority: Authority, clientID: String, scopes: [String], transport: any HTTPTransport,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.clientID = clientID
    self.scopes = scopes
    endpoint = TokenEndpoint(authority: authority, transport: transport, now: now)
  }

  package func renew(
    _ refreshToken: Secret?, claims: String?
  ) async throws(IdentityError) -> TokenGrant {
    guard let refreshToken else { throw IdentityError(code: .notSignedIn) }
    let form = FormBody([
      "grant_type": "refresh_token",
      "client_id": clientID,
      "refresh_token": refreshToken.reveal(),
      "scope": endpoint.authority.requestScope(scopes),
    ])
    return try await endpoint.grant(form, meeting: claims)
  }
}
