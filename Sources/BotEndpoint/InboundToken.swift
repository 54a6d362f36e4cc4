import Documents
import Identity

/// A bearer token taken apart, with nothing of it believed yet.
struct InboundToken: Sendable {
  /// The algorithms that the connector's own clients allow; every one is RSA, so that a published key is
  /// never taken for a shared secret.
  enum Algorithm: String, Sendable, CaseIterable {
    case rs256 = "RS256"
    case rs384 = "RS384"
    case rs512 = "RS512"
  }

  let algorithm: Algorithm
  let keyID: String
  let claims: JSON
  /// What the signature is about: header and claims as they came.
  let signed: [UInt8]
  let signature: [UInt8]

  /// Reads the value of an `Authorization` field.
  init(header: String?) throws(Refusal) {
    guard let header else { throw .headerMissing }
    let words = header.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 2, words[0].lowercased() == "bearer", !words[1].isEmpty else {
      throw .headerMalformed
    }
    try self.init(text: words[1])
  }

  private init(text: Substring) throws(Refusal) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let header = Self.document(parts[0]) else { throw .tokenMalformed }
    // What a header calls critical must be understood, and nothing of that kind is.
    guard header["crit"] == nil else { throw .tokenMalformed }
    guard let algorithm = header["alg"]?.string.flatMap(Algorithm.init(rawValue:)) else {
      throw .algorithmRefused
    }
    guard let claims = Self.document(parts[1]), let signature = Self.bytes(parts[2]) else {
      throw .tokenMalformed
    }
    guard let keyID = header["kid"]?.string, !keyID.isEmpty else { throw .keyUnknown }
    self.algorithm = algorithm
    self.keyID = keyID
    self.claims = claims
    self.signature = signature
    signed = Array((parts[0] + "." + parts[1]).utf8)
  }

  private static func document(_ part: Substring) -> JSON? {
    guard let bytes = bytes(part), let document = try? JSON(parsing: bytes),
      document.object != nil
    else { return nil }
    return document
  }

  /// Only the signs of base64url, and no padding: a token has one way of being written.
  private static func bytes(_ part: Substring) -> [UInt8]? {
    let isClean = part.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    guard isClean, !part.isEmpty else { return nil }
    return Base64URL.bytes(part)
  }
}
