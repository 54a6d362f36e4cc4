import Crypto
import CryptoExtras
import Documents
import Foundation
import Identity

/// One of the keys that the connector publishes, and the channels that it may sign for.
struct PublishedKey: Sendable {
  let id: String
  let endorsements: Set<String>
  /// The only algorithm that it is for, where it says so.
  let algorithm: String?
  private let key: _RSA.Signing.PublicKey

  /// - Returns: `nil` for anything but an RSA key of 2048 bits or more that is for signatures.
  init?(_ document: JSON) {
    guard document["kty"]?.string == "RSA", document["use"]?.string ?? "sig" == "sig",
      let id = document["kid"]?.string, !id.isEmpty,
      let modulus = document["n"]?.string.flatMap({ Base64URL.bytes($0) }),
      let exponent = document["e"]?.string.flatMap({ Base64URL.bytes($0) }),
      let key = try? _RSA.Signing.PublicKey(n: Data(modulus), e: Data(exponent))
    else { return nil }
    self.id = id
    self.key = key
    algorithm = document["alg"]?.string
    endorsements = Set((document["endorsements"]?.array ?? []).compactMap(\.string))
  }

  /// Checks that the token was signed with it.
  func check(_ token: InboundToken) throws(Refusal) {
    guard algorithm == nil || algorithm == token.algorithm.rawValue else {
      throw .algorithmRefused
    }
    let signature = _RSA.Signing.RSASignature(rawRepresentation: token.signature)
    let isGenuine =
      switch token.algorithm {
      case .rs256: isValid(signature, SHA256.hash(data: token.signed))
      case .rs384: isValid(signature, SHA384.hash(data: token.signed))
      case .rs512: isValid(signature, SHA512.hash(data: token.signed))
      }
    guard isGenuine else { throw .signatureWrong }
  }

  private func isValid(_ signature: _RSA.Signing.RSASignature, _ digest: some Digest) -> Bool {
    key.isValidSignature(signature, for: digest, padding: .insecurePKCS1v1_5)
  }
}
