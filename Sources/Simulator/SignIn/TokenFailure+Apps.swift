import Foundation
import HTTPTypes

/// Refusals of apps and of how they prove themselves.
extension TokenFailure {
  static func badSecret(_ app: String) -> TokenFailure {
    TokenFailure(
      status: .unauthorized, error: "invalid_client", number: 7_000_215,
      text: "Invalid client secret provided. Ensure the secret being sent in the request is the "
        + "client secret value, not the client secret ID, for a secret added to app '\(app)'.")
  }

  static func expiredSecret(_ app: String) -> TokenFailure {
    TokenFailure(
      status: .unauthorized, error: "invalid_client", number: 7_000_222,
      text: "The provided client secret keys for app '\(app)' are expired. Visit the Azure portal "
        + "to create new keys for your app, or consider using certificate credentials for added "
        + "security.")
  }

  static let missingSecret = TokenFailure(
    status: .unauthorized, error: "invalid_client", number: 7_000_216,
    text: "'client_assertion', 'client_secret' or 'request' is required for the "
      + "'client_credentials' grant type.")

  static let commonForApp = TokenFailure(
    error: "invalid_request", number: 9_001_023,
    text: "The grant type is not supported over the /common or /consumers endpoints. Please use "
      + "the /organizations or tenant-specific endpoint.")

  static func badAppScope(_ scope: String) -> TokenFailure {
    TokenFailure(
      error: "invalid_scope", number: 1_002_012,
      text: "The provided value for scope \(scope) is not valid. Client credential flows must have "
        + "a scope value with /.default suffixed to the resource identifier (application ID URI).")
  }

  static let needlessProof = TokenFailure(
    status: .unauthorized, error: "invalid_client", number: 700_025,
    text: "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.")

  static let missingProof = TokenFailure(
    status: .unauthorized, error: "invalid_client", number: 7_000_218,
    text: "The request body must contain the following parameter: 'client_assertion' or "
      + "'client_secret'.")

  static let badAssertionType = TokenFailure(
    error: "invalid_request", number: 50_027,
    text: "The 'client_assertion_type' must be "
      + "'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'.")

  static let malformedAssertion = TokenFailure(
    status: .unauthorized, error: "invalid_client", number: 50_027,
    text: "JWT token is invalid or malformed.")

  static func badSignature(_ reason: String, _ thumbprint: String) -> TokenFailure {
    let bytes = Data(base64URLText: thumbprint[...]) ?? Data()
    let digits = bytes.map { byte in
      let digits = String(byte, radix: 16, uppercase: true)
      return digits.count < 2 ? "0" + digits : digits
    }
    return TokenFailure(
      status: .unauthorized, error: "invalid_client", number: 700_027,
      text: "The certificate with identifier used to sign the client assertion is not registered "
        + "on application, or the assertion has an invalid signature. [Reason - \(reason) "
        + "Thumbprint of key used by client: '\(digits.joined())']")
  }

  static let otherSubject = TokenFailure(
    status: .unauthorized, error: "invalid_client", number: 50_012,
    text: "Client assertion's issuer and subject must be the application's identifier.")

  static func otherAudience(_ audience: String) -> TokenFailure {
    TokenFailure(
      status: .unauthorized, error: "invalid_client", number: 50_012,
      text: "Client assertion audience '\(audience)' is not this token endpoint.")
  }

  static func assertionOutOfTime(from start: Int, to end: Int, at now: Instant) -> TokenFailure {
    func text(_ seconds: Int) -> String { Instant(milliseconds: seconds * 1000).text }
    return TokenFailure(
      status: .unauthorized, error: "invalid_client", number: 700_024,
      text: "Client assertion is not within its valid time range. Current time: \(now.text), "
        + "assertion valid from \(text(start)), expiry time of assertion \(text(end)).")
  }
}
