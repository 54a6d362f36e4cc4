internal import Crypto
internal import FoundationEssentials

/// What ties a code to the program that asked for it: a secret, of which only the hash goes ahead.
///
/// See RFC 7636. Whoever sees the code on its way back cannot redeem it without the secret.
struct ProofKey: Sendable {
  let verifier: Secret

  init(verifier: Secret = Secret(Base64URL.random())) {
    self.verifier = verifier
  }

  var challenge: String {
    Base64URL.text(SHA256.hash(data: Data(verifier.reveal().utf8)))
  }
}
