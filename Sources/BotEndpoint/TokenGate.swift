import Bot
import Documents
import Foundation

/// Lets in only what the Bot connector signed for this bot.
struct TokenGate: Sendable {
  /// A token that is genuine, and what remains to be held against the activity.
  struct Admission: Sendable {
    let claims: JSON
    let key: PublishedKey
    let rules: TokenRules

    /// Checks that the activity is the one that the token came for.
    func check(_ activity: Activity) throws(Refusal) {
      try rules.check(claims, key, for: activity)
    }
  }

  let rules: TokenRules
  let keys: KeyDirectory
  let now: @Sendable () -> Date

  /// Checks all that can be checked before the body is read.
  ///
  /// Claims come before the key, so that a token that is for somebody else fetches no keys.
  func admit(_ header: String?) async throws(Refusal) -> Admission {
    let token = try InboundToken(header: header)
    try rules.check(token.claims, at: now())
    let key = try await keys.key(token.keyID)
    try key.check(token)
    return Admission(claims: token.claims, key: key, rules: rules)
  }
}
