import CryptoExtras
import Foundation

/// What an app signs to prove that it is itself.
struct ClientAssertion: Sendable {
  /// The `client_assertion_type` that goes with it.
  static let type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"

  /// How far clocks may be apart, in seconds.
  private static let tolerance = 300

  let subject: String
  private let header: Document
  private let claims: Document
  private let signed: [UInt8]
  private let signature: Data

  init(_ text: String) throws(TokenFailure) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let header = Self.document(parts[0]),
      let claims = Self.document(parts[1]), let signature = Data(base64URLText: parts[2]),
      let subject = claims["sub"]?.string ?? claims["iss"]?.string
    else { throw .malformedAssertion }
    self.header = header
    self.claims = claims
    self.signature = signature
    self.subject = subject
    signed = Array("\(parts[0]).\(parts[1])".utf8)
  }

  private static func document(_ part: Substring) -> Document? {
    Data(base64URLText: part).flatMap { try? DocumentParser.parse(Array($0)) }
  }

  /// Refuses an assertion that is not this app's, for this endpoint, now.
  func verify(
    client: String, audiences: Set<String>, certificates: [ClientCertificate], at now: Instant
  ) throws(TokenFailure) {
    try verifySignature(certificates, at: now)
    guard claims["iss"]?.string?.lowercased() == client, subject.lowercased() == client else {
      throw .otherSubject
    }
    guard let audience = claims["aud"]?.string, audiences.contains(audience.lowercased()) else {
      throw .otherAudience(claims["aud"]?.string ?? "")
    }
    guard let end = claims["exp"]?.seconds else { throw .malformedAssertion }
    let start = claims["nbf"]?.seconds ?? claims["iat"]?.seconds ?? now.seconds
    guard start <= now.seconds + Self.tolerance, now.seconds < end + Self.tolerance else {
      throw .assertionOutOfTime(from: start, to: end, at: now)
    }
  }

  private func verifySignature(
    _ certificates: [ClientCertificate], at now: Instant
  ) throws(TokenFailure) {
    let sha256 = header["x5t#S256"]?.string
    let sha1 = header["x5t"]?.string
    let thumbprint = sha256 ?? sha1 ?? ""
    guard let certificate = certificates.first(where: { $0.isNamed(sha256: sha256, sha1: sha1) })
    else { throw .badSignature("The key was not found.", thumbprint) }
    let padding: _RSA.Signing.Padding
    switch header["alg"]?.string {
    case "PS256": padding = .PSS
    case "RS256": padding = .insecurePKCS1v1_5
    case let other:
      throw .badSignature("The algorithm '\(other ?? "")' is not supported.", thumbprint)
    }
    let value = _RSA.Signing.RSASignature(rawRepresentation: signature)
    guard certificate.key.isValidSignature(value, for: Data(signed), padding: padding) else {
      throw .badSignature("The key was found, but the signature did not match.", thumbprint)
    }
    guard now < certificate.expiresAt else {
      throw .badSignature("The key used is expired.", thumbprint)
    }
  }
}

extension Document {
  /// A JSON Web Token's time: whole seconds, or with a fraction that is cut off.
  fileprivate var seconds: Int? {
    guard case .number(let text) = self, let value = Double(text), abs(value) < 1e15 else {
      return nil
    }
    return Int(value)
  }
}
