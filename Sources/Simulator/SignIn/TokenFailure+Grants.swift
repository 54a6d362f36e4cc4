import HTTPTypes

/// Refusals of codes, refresh tokens, and the people behind them.
extension TokenFailure {
  static let redeemedCode = TokenFailure(
    error: "invalid_grant", number: 54_005,
    text: "OAuth2 Authorization code was already redeemed, please retry with a new valid code or "
      + "use an existing refresh token.")

  static let badRefreshToken = TokenFailure(
    error: "invalid_grant", number: 70_000,
    text: "Provided grant is invalid or malformed.", suberror: "bad_token")

  static let disabledAccount = TokenFailure(
    error: "invalid_grant", number: 50_057, text: "The user account is disabled.")

  static func noConsent(_ app: String, error: String = "invalid_grant") -> TokenFailure {
    TokenFailure(
      error: error, number: 65_001,
      text: "The user or administrator has not consented to use the application with ID '\(app)'. "
        + "Send an interactive authorization request for this user and resource.",
      suberror: "consent_required")
  }

  static let badGrant = TokenFailure(
    error: "invalid_grant", number: 70_000, text: "Provided grant is invalid or malformed.")

  static let expiredGrant = TokenFailure(
    error: "invalid_grant", number: 70_008,
    text: "The provided authorization code or refresh token has expired due to inactivity. "
      + "Send a new interactive authorization request for this user and resource.")

  static func idleRefreshToken(issued: Instant) -> TokenFailure {
    TokenFailure(
      error: "invalid_grant", number: 700_082,
      text: "The refresh token has expired due to inactivity. The token was issued on "
        + "\(issued.text) and was inactive for 90.00:00:00.",
      suberror: "token_expired")
  }

  static func otherRedirect(_ address: String, asked: String) -> TokenFailure {
    TokenFailure(
      status: .unauthorized, error: "invalid_client", number: 500_112,
      text: "The reply address '\(address)' does not match the reply address '\(asked)' provided "
        + "when requesting Authorization code.")
  }

  static let wrongVerifier = TokenFailure(
    error: "invalid_grant", number: 501_481,
    text: "The Code_Verifier does not match the code_challenge supplied in the authorization "
      + "request.")

  static let unknownAccount = TokenFailure(
    error: "invalid_grant", number: 50_034,
    text: "The user account does not exist in the directory. To sign into this application, the "
      + "account must be added to the directory.")

  static func revokedGrant(signedIn: Instant, revoked: Instant) -> TokenFailure {
    TokenFailure(
      error: "invalid_grant", number: 50_173,
      text: "The provided grant has expired due to it being revoked, a fresh auth token is needed. "
        + "The user might have changed or reset their password. The grant was issued on "
        + "'\(signedIn.text)' and the TokensValidFrom date (before which tokens are not valid) "
        + "for this user is '\(revoked.text)'.",
      suberror: "bad_token")
  }
}
