import HTTPTypes

/// Why a request is not taken in.
///
/// The word goes to the log and to `bot status`; what the sender reads never says which check failed.
package enum Refusal: String, Error, Sendable, CaseIterable {
  case headerMissing = "no authorization header"
  case headerMalformed = "malformed authorization header"
  case tokenMalformed = "malformed token"
  case algorithmRefused = "signing algorithm not allowed"
  case keyUnknown = "unknown signing key"
  case signatureWrong = "wrong signature"
  case issuerWrong = "wrong issuer"
  case audienceWrong = "wrong audience"
  case expiryMissing = "token without expiry"
  case expired = "expired token"
  case notYetValid = "token not yet valid"
  case serviceURLWrong = "service URL differs from the token's"
  case endorsementMissing = "signing key not endorsed for the channel"
  case keysUnavailable = "signing keys cannot be fetched"
  case bodyTooLarge = "body too large"
  case bodyIncomplete = "incomplete body"
  case activityMalformed = "malformed activity"
  case busy = "too many activities at once"
  case storeFailed = "inbox cannot be written"

  var status: HTTPResponse.Status {
    switch self {
    case .headerMissing, .headerMalformed, .tokenMalformed, .algorithmRefused, .keyUnknown,
      .signatureWrong, .issuerWrong, .audienceWrong, .expiryMissing, .expired, .notYetValid,
      .serviceURLWrong:
      .unauthorized
    case .endorsementMissing: .forbidden
    case .bodyTooLarge: .contentTooLarge
    case .bodyIncomplete, .activityMalformed: .badRequest
    case .keysUnavailable, .busy, .storeFailed: .serviceUnavailable
    }
  }

  /// The code of the error in the body.
  var code: String {
    switch status {
    case .unauthorized: "Unauthorized"
    case .forbidden: "Forbidden"
    case .contentTooLarge: "MessageSizeTooBig"
    case .badRequest: "BadArgument"
    default: "ServiceUnavailable"
    }
  }

  /// What the sender is told.
  var message: String {
    switch self {
    case .endorsementMissing: "The channel is not endorsed by the signing key."
    case .bodyTooLarge: "The activity is too large."
    case .bodyIncomplete, .activityMalformed: "The body is not an activity."
    case .busy, .keysUnavailable, .storeFailed: "The activity cannot be taken now. Try again."
    default: "Authorization header validation failed - JWT validation error"
    }
  }

  /// After how many seconds the sender may try again, where that can help.
  var retryAfter: Int? { status == .serviceUnavailable ? 2 : nil }
}
