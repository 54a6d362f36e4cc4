package import FoundationEssentials
package import Transport

/// Signs an app in by its secret, for all the permissions that an administrator granted it.
package struct ClientCredentialsFlow: TokenRenewal {
  private let clientID: String
  private let clientSecret: Secret
  private let endpoint: TokenEndpoint

  package init(
    authority: Authority, clientID: String, clientSecret: Secret, transport: any HTTPTransport,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.clientID = clientID
    self.clientSecret = clientSecret
    endpoint = TokenEndpoint(authority: authority, transport: transport, now: now)
  }

  /// Gets a token; there is nothing to renew, so every token is a first one.
  package func grant() async throws(IdentityError) -> TokenGrant {
    try await renew(nil, claims: nil)
  }

  package func renew(
    _ refreshToken: Secret?, claims: String?
  ) async throws(IdentityError) -> TokenGrant {
    var form = FormBody([
      "grant_type": "client_credentials",
      "client_id": clientID,
      "client_secret": clientSecret.reveal(),
      "scope": endpoint.authority.defaultScope,
    ])
    form.add("claims", claims)
    return try await endpoint.grant(form)
  }
}
