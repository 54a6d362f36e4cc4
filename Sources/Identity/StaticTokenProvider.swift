package import FoundationEssentials

/// Hands out the one token that the program was started with; nothing can renew it.
package struct StaticTokenProvider: TokenProvider {
  private let token: AccessToken
  private let now: @Sendable () -> Date

  /// The host is the one Graph that may see the token, with its port where the URL names one.
  package init(
    token: Secret, host: String, now: @escaping @Sendable () -> Date = { Date() }
  ) {
    let claims = TokenClaims(reading: token)
    self.token = AccessToken(
      value: token, expiresAt: claims.expiresAt ?? .distantFuture, host: host)
    self.now = now
  }

  package func accessToken() async throws(IdentityError) -> AccessToken {
    guard now() < token.expiresAt else { throw IdentityError(code: .readyTokenExpired) }
    return token
  }

  package func replacement(
    for rejected: AccessToken
  ) async throws(IdentityError) -> AccessToken {
    throw IdentityError(code: now() < token.expiresAt ? .readyTokenRefused : .readyTokenExpired)
  }
}
