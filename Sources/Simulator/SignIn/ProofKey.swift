import Crypto
import Foundation

/// The challenge by which only the app that asked for a code can redeem it.
struct ProofKey: Sendable, Equatable {
  let challenge: String
  let isHashed: Bool

  /// Reads it from a request; nil when the app sent none.
  init?(_ fields: FormFields) throws(TokenFailure) {
    guard let challenge = fields["code_challenge"] else {
      guard fields["code_challenge_method"] == nil else { throw .badChallenge }
      return nil
    }
    guard (43...128).contains(challenge.utf8.count) else { throw .badChallenge }
    switch fields["code_challenge_method"] ?? "plain" {
    case "S256": isHashed = true
    case "plain": isHashed = false
    default: throw .badChallengeMethod
    }
    self.challenge = challenge
  }

  init(challenge: String, isHashed: Bool) {
    self.challenge = challenge
    self.isHashed = isHashed
  }

  func accepts(_ verifier: String) -> Bool {
    guard isHashed else { return verifier == challenge }
    return Data(SHA256.hash(data: Data(verifier.utf8))).base64URLText == challenge
  }
}
