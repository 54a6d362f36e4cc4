internal import Crypto
internal import CryptoExtras
internal import Documents
internal import FoundationEssentials

/// A certificate that an app is registered with, and the RSA key that belongs to it.
///
/// The key signs; of the certificate only the fingerprint is sent, by which the service finds the
/// public half that was uploaded there.
package struct ClientCertificate: Sendable {
  private let key: _RSA.Signing.PrivateKey
  private let fingerprint: String

  /// Reads a PEM file that holds the key and the certificate, in any order, with others of the chain or without.
  package init(pem text: String) throws(IdentityError) {
    let blocks = PEMBlock.all(in: text)
    guard let block = blocks.first(where: { $0.label.hasSuffix("PRIVATE KEY") }) else {
      throw IdentityError(code: .keyMissing)
    }
    guard !block.isEncrypted else { throw IdentityError(code: .keyEncrypted) }
    guard let key = try? _RSA.Signing.PrivateKey(pemRepresentation: block.text) else {
      throw IdentityError(code: .keyUnusable)
    }
    // The certificate holds its public key as these bytes, whatever else is in it.
    let publicKey = key.publicKey.pkcs1DERRepresentation
    let certificates = blocks.filter { $0.label == "CERTIFICATE" }.compactMap(\.bytes)
    guard let certificate = certificates.first(where: { $0.firstRange(of: publicKey) != nil })
    else { throw IdentityError(code: .certificateMissing) }
    self.key = key
    fingerprint = Base64URL.text(SHA256.hash(data: certificate))
  }

  /// A statement, good for ten minutes, that whoever sends it is this app.
  func assertion(
    clientID: String, audience: String, at now: Date
  ) throws(IdentityError) -> Secret {
    let second = Int(now.timeIntervalSince1970)
    let head: JSON = ["alg": "PS256", "typ": "JWT", "x5t#S256": .string(fingerprint)]
    let claims: JSON = [
      "aud": .string(audience), "iss": .string(clientID), "sub": .string(clientID),
      "jti": .string(UUID().uuidString.lowercased()), "iat": .int(second), "nbf": .int(second),
      "exp": .int(second + 600),
    ]
    let statement = [head, claims].map { Base64URL.text($0.bytes) }.joined(separator: ".")
    guard
      let signature = try? key.signature(
        for: SHA256.hash(data: Data(statement.utf8)), padding: .PSS)
    else { throw IdentityError(code: .keyUnusable) }
    return Secret("\(statement).\(Base64URL.text(signature.rawRepresentation))")
  }
}

extension ClientCertificate: CustomStringConvertible, CustomReflectable {
  package var description: String { "ClientCertificate(\(fingerprint))" }
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
