import Bot
import Documents
package import Foundation

/// What the connector's tokens must say.
package struct TokenRules: Sendable, Hashable {
  /// The bot's app id.
  package let botID: String
  package let issuer: String
  /// How far two clocks may differ.
  package let skew: TimeInterval

  package init(
    botID: String, issuer: String = "https://api.botframework.com", skew: TimeInterval = 300
  ) {
    self.botID = botID
    self.issuer = issuer
    self.skew = skew
  }

  /// Checks who the token is by and for, and when.
  func check(_ claims: JSON, at now: Date) throws(Refusal) {
    guard claims["iss"]?.string == issuer else { throw .issuerWrong }
    guard isForBot(claims["aud"]) else { throw .audienceWrong }
    guard let expiry = Self.time(claims["exp"]) else { throw .expiryMissing }
    let now = now.timeIntervalSince1970
    guard now < expiry + skew else { throw .expired }
    if let start = claims["nbf"] {
      guard let start = Self.time(start) else { throw .tokenMalformed }
      guard now >= start - skew else { throw .notYetValid }
    }
  }

  /// Checks that the token, its key and the activity belong together.
  func check(_ claims: JSON, _ key: PublishedKey, for activity: Activity) throws(Refusal) {
    guard let channel = activity.channelID, key.endorsements.contains(channel) else {
      throw .endorsementMissing
    }
    // Microsoft's pages spell it `serviceUrl`, its tokens `serviceurl`.
    let claimed = claims.object?.fields.filter { $0.key.lowercased() == "serviceurl" } ?? []
    guard claimed.count == 1, let claim = claimed.first?.value.string,
      let address = activity.serviceURL, !address.isEmpty,
      Self.withoutSlash(claim) == Self.withoutSlash(address)
    else { throw .serviceURLWrong }
  }

  private func isForBot(_ audience: JSON?) -> Bool {
    guard !botID.isEmpty else { return false }
    let audiences = audience?.array?.compactMap(\.string) ?? [audience?.string].compactMap(\.self)
    return audiences.contains { $0.lowercased() == botID.lowercased() }
  }

  /// Seconds since 1970; a number may have a fraction.
  private static func time(_ value: JSON?) -> TimeInterval? {
    guard case .number(let digits)? = value, let time = TimeInterval(digits), time.isFinite else {
      return nil
    }
    return time
  }

  private static func withoutSlash(_ address: String) -> Substring {
    address.hasSuffix("/") ? address.dropLast() : address[...]
  }
}
