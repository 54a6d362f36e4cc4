import Crypto
import CryptoExtras
import Foundation
import GRDB
import SwiftASN1
import X509

/// A certificate that is registered for an app: its key verifies what the app signs.
struct ClientCertificate: Sendable {
  let der: [UInt8]
  let key: _RSA.Signing.PublicKey
  let expiresAt: Instant

  /// Whether a header's `x5t#S256` or `x5t` names it, with or without padding.
  func isNamed(sha256: String?, sha1: String?) -> Bool {
    func bare(_ text: String) -> String { String(text.prefix { $0 != "=" }) }
    if let sha256 { return bare(sha256) == Data(SHA256.hash(data: der)).base64URLText }
    if let sha1 { return bare(sha1) == Data(Insecure.SHA1.hash(data: der)).base64URLText }
    return false
  }

  init(der: [UInt8]) throws {
    let certificate = try Certificate(derEncoded: der)
    guard let key = _RSA.Signing.PublicKey(certificate.publicKey) else { throw NotRSA() }
    self.der = der
    self.key = key
    expiresAt = Instant(certificate.notValidAfter)
  }

  /// Reads the certificate of a PEM file, which may hold its private key too.
  init(file: String) throws {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let found = try PEMDocument.parseMultiple(pemString: text)
      .first { $0.discriminator == "CERTIFICATE" }
    guard let found else { throw NoCertificate(file: file) }
    try self.init(der: found.derBytes)
  }

  /// The tenant has no use for keys of other kinds.
  struct NotRSA: Error, CustomStringConvertible {
    var description: String { "The certificate's key is not an RSA key." }
  }

  /// The file holds something else.
  struct NoCertificate: Error, CustomStringConvertible {
    let file: String
    var description: String { "There is no certificate in \(file)." }
  }
}

extension ClientCertificate {
  func register(_ db: Database, client: String) throws {
    try db.execute(
      sql: "INSERT OR IGNORE INTO certificates VALUES (?, ?)", arguments: [client, Data(der)])
  }

  static func all(_ db: Database, client: String) throws -> [ClientCertificate] {
    try Data.fetchAll(
      db, sql: "SELECT der FROM certificates WHERE client = ?", arguments: [client]
    ).map { try ClientCertificate(der: Array($0)) }
  }
}
