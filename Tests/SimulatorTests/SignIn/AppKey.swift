import Crypto
import CryptoExtras
import Foundation
import SwiftASN1
import X509

@testable import Simulator

/// A key and its certificate, with which an app proves itself.
struct AppKey: Sendable {
  let certificate: Certificate
  private let key: _RSA.Signing.PrivateKey

  /// A key that tests share: making one takes longer than most of them.
  static let shared = Task { try AppKey() }

  init(validFor days: Double = 365) throws {
    key = try _RSA.Signing.PrivateKey(keySize: .bits2048)
    let signing = Certificate.PrivateKey(key)
    let name = try DistinguishedName { CommonName("app") }
    let start = Date(timeIntervalSince1970: 1_779_000_000)
    certificate = try Certificate(
      version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: signing.publicKey,
      notValidBefore: start, notValidAfter: start.addingTimeInterval(days * 86_400),
      issuer: name, subject: name, signatureAlgorithm: .sha256WithRSAEncryption,
      extensions: Certificate.Extensions(), issuerPrivateKey: signing)
  }

  /// Writes the certificate where a tenant can read it.
  func file() throws -> String {
    let url = FileManager.default.temporaryDirectory.appending(path: "app-\(UUID()).pem")
    try Data(try certificate.serializeAsPEM().pemString.utf8).write(to: url)
    return url.path(percentEncoded: false)
  }

  var sha256: String {
    get throws { Data(SHA256.hash(data: try der)).base64URLText }
  }

  var sha1: String {
    get throws { Data(Insecure.SHA1.hash(data: try der)).base64URLText }
  }

  private var der: [UInt8] {
    get throws {
      var serializer = DER.Serializer()
      try serializer.serialize(certificate)
      return serializer.serializedBytes
    }
  }

  /// Signs what an app says of itself.
  func sign(_ header: Document, _ claims: Document) throws -> String {
    let text = "\(Data(header.bytes).base64URLText).\(Data(claims.bytes).base64URLText)"
    let padding: _RSA.Signing.Padding =
      header["alg"]?.string == "RS256" ? .insecurePKCS1v1_5 : .PSS
    let signature = try key.signature(for: Data(text.utf8), padding: padding)
    return "\(text).\(signature.rawRepresentation.base64URLText)"
  }
}
