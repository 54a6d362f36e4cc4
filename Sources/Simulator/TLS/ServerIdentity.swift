import Crypto
import Foundation
import NIOSSL
import SwiftASN1
import X509

/// The certificate that a tenant shows to its clients, and the authority that signed it.
///
/// Both are made at every start and live in memory; only the authority's certificate is written to
/// a file, so that clients can be told to trust it.
struct ServerIdentity: Sendable {
  /// What the listening socket needs.
  let configuration: TLSConfiguration
  /// The authority's certificate, as clients read it.
  let authority: String

  init() throws {
    let root = Certificate.PrivateKey(P256.Signing.PrivateKey())
    let issuer = try DistinguishedName { CommonName("teamsh-tenant local authority") }
    let rootID = SubjectKeyIdentifier(hash: root.publicKey)
    let authority = try Self.certificate(
      of: root, named: issuer, signedBy: root, named: issuer,
      extensions: Certificate.Extensions {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
        Critical(KeyUsage(keyCertSign: true, cRLSign: true))
        rootID
      })
    let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
    let server = try Self.certificate(
      of: key, named: try DistinguishedName { CommonName("localhost") }, signedBy: root,
      named: issuer,
      extensions: Certificate.Extensions {
        Critical(BasicConstraints.notCertificateAuthority)
        Critical(KeyUsage(digitalSignature: true))
        try ExtendedKeyUsage([.serverAuth])
        SubjectAlternativeNames(Self.names)
        SubjectKeyIdentifier(hash: key.publicKey)
        AuthorityKeyIdentifier(keyIdentifier: rootID.keyIdentifier)
      })
    self.authority = try authority.serializeAsPEM().pemString
    configuration = .makeServerConfiguration(
      certificateChain: [
        .certificate(try Self.shown(server)), .certificate(try Self.shown(authority)),
      ],
      privateKey: .privateKey(
        try NIOSSLPrivateKey(bytes: Array(try key.serializeAsPEM().pemString.utf8), format: .pem)))
  }

  private static let names: [GeneralName] = [
    .dnsName("localhost"), .ipAddress(ASN1OctetString(contentBytes: [127, 0, 0, 1])),
    .ipAddress(ASN1OctetString(contentBytes: ArraySlice(repeatElement(0, count: 15) + [1]))),
  ]

  private static func certificate(
    of key: Certificate.PrivateKey, named subject: DistinguishedName,
    signedBy issuerKey: Certificate.PrivateKey, named issuer: DistinguishedName,
    extensions: Certificate.Extensions
  ) throws -> Certificate {
    // A day in the past, for clients whose clock is behind or moved.
    let now = Date()
    return try Certificate(
      version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: key.publicKey,
      notValidBefore: now.addingTimeInterval(-86_400),
      notValidAfter: now.addingTimeInterval(30 * 86_400), issuer: issuer, subject: subject,
      signatureAlgorithm: .ecdsaWithSHA256, extensions: extensions, issuerPrivateKey: issuerKey)
  }

  private static func shown(_ certificate: Certificate) throws -> NIOSSLCertificate {
    try NIOSSLCertificate(
      bytes: Array(try certificate.serializeAsPEM().pemString.utf8), format: .pem)
  }
}
