import Crypto
import CryptoExtras
import Documents
import Foundation
import Identity

/// Signs tokens as the Bot connector does, or as somebody does who is not it.
struct Signatory: Sendable {
  let id: String
  let key: _RSA.Signing.PrivateKey

  /// The one whose key is published.
  static let genuine = make("genuine")
  /// Somebody with a key of their own.
  static let forger = make("genuine")

  private static func make(_ id: String) -> Signatory? {
    (try? _RSA.Signing.PrivateKey(keySize: .bits2048)).map { Signatory(id: id, key: $0) }
  }

  /// The key as it is published.
  func published(
    endorsements: JSON? = ["msteams"], id: String? = nil, algorithm: String? = nil
  ) throws -> JSON {
    let parts = try key.publicKey.getKeyPrimitives()
    var object = JSONObject([
      (key: "kty", value: "RSA"), (key: "use", value: "sig"),
      (key: "kid", value: .string(id ?? self.id)),
      (key: "n", value: .string(Base64URL.text(parts.modulus))),
      (key: "e", value: .string(Base64URL.text(parts.publicExponent))),
    ])
    object["endorsements"] = endorsements
    object["alg"] = algorithm.map(JSON.string)
    return .object(object)
  }

  /// A token of these parts, signed; the header may claim another algorithm than is used.
  func token(header: JSON, claims: JSON, using algorithm: String = "RS256") throws -> String {
    let signed = Base64URL.text(header.bytes) + "." + Base64URL.text(claims.bytes)
    let bytes = Array(signed.utf8)
    let signature: [UInt8] =
      switch algorithm {
      case "RS384": try sign(SHA384.hash(data: bytes), .insecurePKCS1v1_5)
      case "RS512": try sign(SHA512.hash(data: bytes), .insecurePKCS1v1_5)
      case "PS256": try sign(SHA256.hash(data: bytes), .PSS)
      case "HS256":
        // The old trick: the published key as a shared secret.
        Array(
          HMAC<SHA256>.authenticationCode(
            for: bytes, using: SymmetricKey(data: Data(key.publicKey.pemRepresentation.utf8))))
      case "none": []
      default: try sign(SHA256.hash(data: bytes), .insecurePKCS1v1_5)
      }
    return signed + "." + Base64URL.text(signature)
  }

  private func sign(_ digest: some Digest, _ padding: _RSA.Signing.Padding) throws -> [UInt8] {
    [UInt8](try key.signature(for: digest, padding: padding).rawRepresentation)
  }
}

/// What goes into a token, each part changeable.
struct TokenParts: Sendable {
  static let botID = "8d3e0f6a-1111-4222-8333-444455556666"
  static let serviceURL = "https://smba.trafficmanager.net/emea/"

  var header: JSON = ["alg": "RS256", "typ": "JWT", "kid": "genuine"]
  var claims: JSON
  var algorithm = "RS256"

  init(now: Date = Date()) {
    let time = Int(now.timeIntervalSince1970)
    claims = [
      "iss": "https://api.botframework.com", "aud": .string(Self.botID),
      "serviceurl": .string(Self.serviceURL), "nbf": .int(time - 60), "exp": .int(time + 3600),
    ]
  }

  /// The same parts with one claim changed; `nil` leaves it out.
  func claiming(_ name: String, _ value: JSON?) -> TokenParts {
    var copy = self
    guard case .object(var object) = claims else { return self }
    object[name] = value
    copy.claims = .object(object)
    return copy
  }

  /// The same parts with one field of the header changed; `nil` leaves it out.
  func heading(_ name: String, _ value: JSON?) -> TokenParts {
    var copy = self
    guard case .object(var object) = header else { return self }
    object[name] = value
    copy.header = .object(object)
    return copy
  }

  /// The same parts, claimed to be signed otherwise, and signed so.
  func signed(_ algorithm: String) -> TokenParts {
    var copy = heading("alg", .string(algorithm))
    copy.algorithm = algorithm
    return copy
  }

  /// The value of the `Authorization` field.
  func bearer(by signatory: Signatory) throws -> String {
    "Bearer " + (try signatory.token(header: header, claims: claims, using: algorithm))
  }
}
