package import FoundationEssentials

/// What is shown to Graph with each request, and the only host that may see it.
package struct AccessToken: Sendable, Hashable {
  package let value: Secret
  package let expiresAt: Date
  /// The Graph host that the token was got for, with its port where the URL names one.
  package let host: String
  package let claims: TokenClaims

  package init(value: Secret, expiresAt: Date, host: String) {
    self.value = value
    self.expiresAt = expiresAt
    self.host = host
    self.claims = TokenClaims(reading: value)
  }
}

extension AccessToken: CustomStringConvertible {
  package var description: String { "AccessToken(\(value))" }
}
