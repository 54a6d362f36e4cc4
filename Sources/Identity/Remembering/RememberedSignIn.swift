internal import Documents
package import FoundationEssentials

/// A sign-in that outlives the program: whose it is, and what gets the next token.
package struct RememberedSignIn: Sendable {
  /// A UPN, by which people tell their accounts apart.
  package let account: String
  package let refreshToken: Secret
  package let scopes: [String]
  /// When it was renewed last; of several the newest is taken up.
  package let renewedAt: Date

  package init(account: String, refreshToken: Secret, scopes: [String], renewedAt: Date) {
    self.account = account
    self.refreshToken = refreshToken
    self.scopes = scopes
    self.renewedAt = renewedAt
  }

  /// The bytes that a store keeps; they hold the refresh token itself.
  var bytes: [UInt8] {
    let document: JSON = [
      "account": .string(account), "refreshToken": .string(refreshToken.reveal()),
      "scopes": .array(scopes.map { .string($0) }),
      "renewedAt": .int(Int(renewedAt.timeIntervalSince1970)),
    ]
    return document.bytes
  }

  init?(bytes: [UInt8]) {
    guard let document = try? JSON(parsing: bytes), let account = document["account"]?.string,
      let token = document["refreshToken"]?.string, let second = document["renewedAt"]?.int
    else { return nil }
    self.init(
      account: account, refreshToken: Secret(token),
      scopes: document["scopes"]?.array?.compactMap(\.string) ?? [],
      renewedAt: Date(timeIntervalSince1970: Double(second)))
  }
}
