internal import FoundationEssentials

/// By what an app proves that it is itself.
package enum ClientCredential: Sendable {
  case secret(Secret)
  case certificate(ClientCertificate)

  /// Adds the proof to a request for a token.
  func sign(
    _ form: inout FormBody, clientID: String, endpoint: TokenEndpoint
  ) throws(IdentityError) {
    switch self {
    case .secret(let secret):
      form.add("client_secret", secret.reveal())
    case .certificate(let certificate):
      let assertion = try certificate.assertion(
        clientID: clientID, audience: endpoint.authority.tokenEndpoint, at: endpoint.now())
      form.add("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
      form.add("client_assertion", assertion.reveal())
    }
  }
}
