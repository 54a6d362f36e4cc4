import Crypto
import CryptoExtras
import Documents
import Foundation
import Identity
import TestSupport
import Testing
import Transport

/// An app that proves itself by a signed statement.
struct ClientCertificateTests {
  private static let key = Result { try _RSA.Signing.PrivateKey(keySize: .bits2048) }

  /// Bytes that hold a public key among others, as a certificate does.
  private static func certificate(_ key: _RSA.Signing.PrivateKey) -> Data {
    Data([0x30, 0x82]) + key.publicKey.derRepresentation + Data([0x05, 0x00])
  }

  private static func pem(_ label: String, _ bytes: Data) -> String {
    let text = bytes.base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed])
    return "-----BEGIN \(label)-----\n\(text)\n-----END \(label)-----\n"
  }

  private static func decoded(_ part: Substring) throws -> [UInt8] {
    var text = String(part).replacing("-", with: "+").replacing("_", with: "/")
    text += String(repeating: "=", count: (4 - text.count % 4) % 4)
    return [UInt8](try #require(Data(base64Encoded: text)))
  }

  @Test func `an assertion is signed by the key and names the certificate by its hash`()
    async throws
  {
    let key = try Self.key.get()
    let other = try _RSA.Signing.PrivateKey(keySize: .bits2048)
    let file =
      "Bag Attributes\n" + Self.pem("CERTIFICATE", Self.certificate(other))
      + key.pemRepresentation + "\n" + Self.pem("CERTIFICATE", Self.certificate(key))
    let transport = ScriptedTransport([.post(SignIn.tokenURL, SignIn.grant())])
    let flow = ClientCredentialsFlow(
      authority: SignIn.authority(), clientID: "app",
      credential: .certificate(try ClientCertificate(pem: file)), transport: transport,
      now: { SignIn.now })
    _ = try await flow.grant()

    let form = SignIn.form(try #require(transport.sent.first))
    #expect(
      form["client_assertion_type"] == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
    #expect(form["client_secret"] == nil)
    let parts = try #require(form["client_assertion"]).split(separator: ".")
    try #require(parts.count == 3)
    let head = try JSON(parsing: try Self.decoded(parts[0]))
    #expect(head["alg"]?.string == "PS256")
    #expect(head["typ"]?.string == "JWT")
    let hash = Data(SHA256.hash(data: Self.certificate(key))).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    #expect(head["x5t#S256"]?.string == hash)
    let claims = try JSON(parsing: try Self.decoded(parts[1]))
    #expect(claims["aud"]?.string == SignIn.tokenURL)
    #expect(claims["iss"]?.string == "app")
    #expect(claims["sub"]?.string == "app")
    #expect(claims["jti"]?.string?.count == 36)
    #expect(claims["nbf"]?.int == 1_800_000_000)
    #expect(claims["exp"]?.int == 1_800_000_600)
    let signature = _RSA.Signing.RSASignature(rawRepresentation: try Self.decoded(parts[2]))
    #expect(
      key.publicKey.isValidSignature(
        signature, for: SHA256.hash(data: Data("\(parts[0]).\(parts[1])".utf8)), padding: .PSS))
  }

  @Test func `a file that lacks something is refused in a way that says what`() throws {
    let key = try Self.key.get()
    let other = try _RSA.Signing.PrivateKey(keySize: .bits2048)
    let certificate = Self.pem("CERTIFICATE", Self.certificate(key))
    let elliptic = P256.Signing.PrivateKey().pemRepresentation
    let cases: [(String, IdentityError.Code)] = [
      ("", .keyMissing), (certificate, .keyMissing), (key.pemRepresentation, .certificateMissing),
      (other.pemRepresentation + certificate, .certificateMissing),
      (elliptic + "\n" + certificate, .keyUnusable),
      (Self.pem("PRIVATE KEY", Data("no key".utf8)) + certificate, .keyUnusable),
      (Self.pem("ENCRYPTED PRIVATE KEY", Data("locked".utf8)) + certificate, .keyEncrypted),
      (
        "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n-----END RSA PRIVATE KEY-----\n",
        .keyEncrypted
      ),
    ]
    for (text, code) in cases {
      let failure = #expect(throws: IdentityError.self) { try ClientCertificate(pem: text) }
      #expect(failure?.code == code, "\(text)")
    }
  }

  @Test func `printing a certificate shows nothing of its key`() throws {
    let key = try Self.key.get()
    let certificate = try ClientCertificate(
      pem: key.pemRepresentation + "\n" + Self.pem("CERTIFICATE", Self.certificate(key)))
    var text = "\(certificate) \(ClientCredential.certificate(certificate)) "
    dump(certificate, to: &text)
    dump(ClientCredential.certificate(certificate), to: &text)
    let secrets = key.pemRepresentation.split(separator: "\n").filter { $0.count > 40 }
    #expect(!secrets.isEmpty)
    #expect(secrets.allSatisfy { !text.contains($0) })
    #expect(text.utf8.count < 500)
  }
}
