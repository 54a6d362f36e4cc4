package import FoundationEssentials

/// What the login service gave: a token, and perhaps the means to get the next one.
package struct TokenGrant: Sendable {
  package let accessToken: AccessToken
  /// Good for one renewal or a few; each renewal brings another one.
  package let refreshToken: Secret?
  /// The permissions granted, as the service names them.
  package let scopes: [String]
  /// When to ask for the next token: some minutes before this one expires.
  package let renewAt: Date

  package init(
    accessToken: AccessToken, refreshToken: Secret?, scopes: [String], renewAt: Date
  ) {
    self.accessToken = accessToken
    self.refreshToken = refreshToken
    self.scopes = scopes
    self.renewAt = renewAt
  }
}
