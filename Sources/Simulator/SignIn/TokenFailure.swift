import Foundation
import HTTPTypes

/// A refusal as Entra ID words it: an OAuth error with an AADSTS number.
struct TokenFailure: Error, Sendable, Equatable {
  var status: HTTPResponse.Status = .badRequest
  let error: String
  let number: Int
  let text: String
  var suberror: String?
  /// What a new sign-in must satisfy, as the client is to send it.
  var claims: Document?

  /// Where Microsoft explains the number.
  var address: String { "https://login.microsoftonline.com/error?code=\(number)" }

  func document(at time: Instant, traceID: String, correlationID: String) -> Document {
    var fields: Document.Fields = [
      "error": .string(error),
      "error_description": .string(
        description(at: time, traceID: traceID, correlationID: correlationID)),
      "error_codes": [.number(number)], "timestamp": .string(Self.stamp(time)),
      "trace_id": .string(traceID), "correlation_id": .string(correlationID),
      "error_uri": .string(address),
    ]
    if let suberror { fields["suberror"] = .string(suberror) }
    if let claims { fields["claims"] = .string(claims.jsonText) }
    return .object(fields)
  }

  /// The refusal in words, with the ids by which support would find it.
  func description(
    at time: Instant, traceID: String = UUID().uuidString.lowercased(),
    correlationID: String = UUID().uuidString.lowercased()
  ) -> String {
    "AADSTS\(number): \(text) Trace ID: \(traceID)\r\nCorrelation ID: \(correlationID)\r\n"
      + "Timestamp: \(Self.stamp(time))"
  }

  private static func stamp(_ time: Instant) -> String {
    time.zonelessText.replacing("T", with: " ") + "Z"
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

  static func unknownResource(_ address: String) -> TokenFailure {
    TokenFailure(
      error: "invalid_resource", number: 500_011,
      text: "The resource principal named \(address) was not found in the tenant. This can happen "
        + "if the application has not been installed by the administrator of the tenant or "
        + "consented to by any user in the tenant.")
  }

  static let unknownInstance = TokenFailure(
    error: "invalid_instance", number: 50_049,
    text: "Unknown or invalid instance. The authority is not one of this cloud.")

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

  static let transient = TokenFailure(
    status: .internalServerError, error: "temporarily_unavailable", number: 90_033,
    text: "A transient error has occurred. Please try again.")

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

  static let severalResources = TokenFailure(
    error: "invalid_request", number: 700_022,
    text: "The provided value for the input parameter scope is not valid because it contains more "
      + "than one resource.")

  static func badScope(_ scope: String) -> TokenFailure {
    TokenFailure(
      error: "invalid_scope", number: 70_011,
      text: "The provided request must include a 'scope' input parameter. The provided value for "
        + "the input parameter 'scope' is not valid. The scope \(scope) is not valid.")
  }
}
