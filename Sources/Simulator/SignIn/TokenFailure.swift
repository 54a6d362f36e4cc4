import Foundation
import HTTPTypes

/// A refusal as Entra ID words it: an OAuth error with an AADSTS number.
struct TokenFailure: Error, Sendable {
  var status: HTTPResponse.Status = .badRequest
  let error: String
  let number: Int
  let text: String
  var suberror: String?

  func document(at time: Instant, traceID: String, correlationID: String) -> Document {
    let stamp = time.zonelessText.replacing("T", with: " ") + "Z"
    var fields: Document.Fields = [
      "error": .string(error),
      "error_description": .string(
        "AADSTS\(number): \(text) Trace ID: \(traceID)\r\nCorrelation ID: \(correlationID)\r\n"
          + "Timestamp: \(stamp)"),
      "error_codes": [.number(number)], "timestamp": .string(stamp),
      "trace_id": .string(traceID), "correlation_id": .string(correlationID),
      "error_uri": .string("https://login.microsoftonline.com/error?code=\(number)"),
    ]
    if let suberror { fields["suberror"] = .string(suberror) }
    return .object(fields)
  }
}

extension TokenFailure {
  static func unknownTenant(_ name: String, error: String = "invalid_request") -> TokenFailure {
    TokenFailure(
      error: error, number: 90_002,
      text: "Tenant '\(name)' not found. Check to make sure you have the correct tenant ID and "
        + "are signing into the correct cloud. Check with your subscription administrator, this "
        + "may happen if there are no active subscriptions for the tenant.")
  }

  static func missing(_ parameter: String) -> TokenFailure {
    TokenFailure(
      error: "invalid_request", number: 900_144,
      text: "The request body must contain the following parameter: '\(parameter)'.")
  }

  static func unknownClient(_ id: String, in tenant: String) -> TokenFailure {
    TokenFailure(
      error: "unauthorized_client", number: 700_016,
      text: "Application with identifier '\(id)' was not found in the directory '\(tenant)'. "
        + "This can happen if the application has not been installed by the administrator of the "
        + "tenant or consented to by any user in the tenant. You may have sent your "
        + "authentication request to the wrong tenant.")
  }

  static func unsupportedGrant(_ name: String) -> TokenFailure {
    TokenFailure(
      error: "unsupported_grant_type", number: 70_003,
      text: "The app requested an unsupported grant type '\(name)'.")
  }

  static let pending = TokenFailure(
    error: "authorization_pending", number: 70_016,
    text: "OAuth 2.0 device flow error. Authorization is pending. Continue polling.")

  static let slowDown = TokenFailure(
    error: "slow_down", number: 70_016,
    text: "OAuth 2.0 device flow error. Polling too often. Wait longer between requests.")

  static let declined = TokenFailure(
    error: "authorization_declined", number: 70_000,
    text: "The user declined to authorize the application.")

  static let expiredCode = TokenFailure(
    error: "expired_token", number: 70_020,
    text: "The provided value for the input parameter 'device_code' is not valid. "
      + "This device code has expired.")

  static let badCode = TokenFailure(
    error: "bad_verification_code", number: 70_018,
    text: "Invalid verification code. The device code is not known.")

  static let redeemedCode = TokenFailure(
    error: "invalid_grant", number: 54_005,
    text: "OAuth2 Authorization code was already redeemed, please retry with a new valid code or "
      + "use an existing refresh token.")

  static let badRefreshToken = TokenFailure(
    error: "invalid_grant", number: 70_000,
    text: "Provided grant is invalid or malformed.", suberror: "bad_token")

  static let idleRefreshToken = TokenFailure(
    error: "invalid_grant", number: 700_082,
    text: "The refresh token has expired due to inactivity. The token was inactive for "
      + "90.00:00:00.",
    suberror: "token_expired")

  static let disabledAccount = TokenFailure(
    error: "invalid_grant", number: 50_057, text: "The user account is disabled.")

  static func noConsent(_ app: String) -> TokenFailure {
    TokenFailure(
      error: "invalid_grant", number: 65_001,
      text: "The user or administrator has not consented to use the application with ID '\(app)'. "
        + "Send an interactive authorization request for this user and resource.",
      suberror: "consent_required")
  }

  static func badScope(_ scope: String) -> TokenFailure {
    TokenFailure(
      error: "invalid_scope", number: 70_011,
      text: "The provided request must include a 'scope' input parameter. The provided value for "
        + "the input parameter 'scope' is not valid. The scope \(scope) is not valid.")
  }

  static func badAppScope(_ scope: String) -> TokenFailure {
    TokenFailure(
      error: "invalid_scope", number: 1_002_012,
      text: "The provided value for scope \(scope) is not valid. Client credential flows must have "
        + "a scope value with /.default suffixed to the resource identifier (application ID URI).")
  }

  static func badSecret(_ app: String) -> TokenFailure {
    TokenFailure(
      status: .unauthorized, error: "invalid_client", number: 7_000_215,
      text: "Invalid client secret provided. Ensure the secret being sent in the request is the "
        + "client secret value, not the client secret ID, for a secret added to app '\(app)'.")
  }

  static let missingSecret = TokenFailure(
    status: .unauthorized, error: "invalid_client", number: 7_000_216,
    text: "'client_assertion', 'client_secret' or 'request' is required for the "
      + "'client_credentials' grant type.")

  static let commonForApp = TokenFailure(
    error: "invalid_request", number: 9_001_023,
    text: "The grant type is not supported over the /common or /consumers endpoints. Please use "
      + "the /organizations or tenant-specific endpoint.")
}
