package import FoundationEssentials
package import Transport

/// Signs a person in through a browser that is sent back with a code.
package struct AuthorizationCodeFlow: Sendable {
  private let clientID: String
  private let endpoint: TokenEndpoint

  package init(
    authority: Authority, clientID: String, transport: any HTTPTransport,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.clientID = clientID
    endpoint = TokenEndpoint(authority: authority, transport: transport, now: now)
  }

  /// Makes the address to open.
  ///
  /// - Parameters:
  ///   - scopes: The permissions to ask for.
  ///   - redirect: Where the browser goes afterwards: a port of this machine.
  ///   - account: Who is to sign in; without one the person chooses.
  ///   - claims: What a challenge asked of the token, as JSON.
  /// - Returns: The address, and what its answer is known by.
  package func begin(
    scopes: [String], redirect: String, account: String? = nil, meeting claims: String? = nil
  ) -> AuthorizationRequest {
    let proof = ProofKey()
    let state = Base64URL.random()
    var form = FormBody([
      "client_id": clientID, "response_type": "code", "redirect_uri": redirect,
      "response_mode": "query", "scope": endpoint.authority.requestScope(scopes), "state": state,
      "code_challenge": proof.challenge, "code_challenge_method": "S256",
      "claims": RequestedClaims.text(meeting: claims),
    ])
    form.add(account == nil ? "prompt" : "login_hint", account ?? "select_account")
    let query = String(decoding: form.bytes, as: UTF8.self)
    return AuthorizationRequest(
      address: "\(endpoint.authority.authorizationEndpoint)?\(query)", redirect: redirect,
      scopes: scopes, state: state, proof: proof, claims: claims)
  }

  /// Turns the code into tokens; it is good for one time and some minutes.
  package func redeem(
    _ code: Secret, of request: AuthorizationRequest
  ) async throws(IdentityError) -> TokenGrant {
    let form = FormBody([
      "grant_type": "authorization_code", "client_id": clientID, "code": code.reveal(),
      "redirect_uri": request.redirect, "code_verifier": request.proof.verifier.reveal(),
      "scope": endpoint.authority.requestScope(request.scopes),
    ])
    return try await endpoint.grant(form, meeting: request.claims)
  }
}
