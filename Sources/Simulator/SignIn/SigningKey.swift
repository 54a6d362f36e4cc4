import CryptoExtras
import Foundation
import GRDB
import JWTKit

/// The key that signs the tenant's tokens, and what it publishes of it.
struct SigningKey: Sendable {
  let id: String
  let keys: JWTKeyCollection
  /// The public half, as a document of keys prints it.
  let published: Document
  private let pem: String

  /// Makes a new key.
  init() async throws {
    try await self.init(pem: _RSA.Signing.PrivateKey(keySize: .bits2048).pemRepresentation)
  }

  private init(pem: String) async throws {
    let key = try Insecure.RSA.PrivateKey(pem: pem)
    let primitives = try key.publicKey.getKeyPrimitives()
    self.pem = pem
    id = String(primitives.modulus.base64URLText.prefix(27))
    keys = JWTKeyCollection()
    await keys.add(rsa: key, digestAlgorithm: .sha256, kid: JWKIdentifier(string: id))
    published = [
      "kty": "RSA", "use": "sig", "kid": .string(id), "x5t": .string(id),
      "n": .string(primitives.modulus.base64URLText),
      "e": .string(primitives.publicExponent.base64URLText), "alg": "RS256",
    ]
  }

  /// The key that the database keeps, so that tokens outlive a restart; made at the first time.
  static func stored(in database: any DatabaseWriter) async throws -> SigningKey {
    let pem = try await database.read { db in
      try String.fetchOne(db, sql: "SELECT value FROM facts WHERE name = 'signingKey'")
    }
    if let pem { return try await SigningKey(pem: pem) }
    let key = try await SigningKey()
    try await key.store(in: database)
    return key
  }

  func store(in database: any DatabaseWriter) async throws {
    let pem = pem
    try await database.write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO facts VALUES ('signingKey', ?)", arguments: [pem])
    }
  }
}
