package import FoundationEssentials
package import Transport

/// Signs an app in by its secret or certificate, for all the permissions that an administrator granted it.
package struct ClientCredentialsFlow: TokenRenewal {
  private let clientID: String
  private let credential: ClientCredential
  private let endpoint: TokenEndpoint

  package init(
    authority: Authority, clientID: String, credential: ClientCredential,
    transport: any HTTPTransport, now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.clientID = clientID
    self.credential = credential
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
      "grant_type": "client_credentials", "client_id": clientID,
      "scope": endpoint.authority.defaultScope,
    ])
    try credential.sign(&form, clientID: clientID, endpoint: endpoint)
    return try await endpoint.grant(form, meeting: claims)
  }
}
