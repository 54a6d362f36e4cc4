import Crypto
import Foundation

/// Leave to read one state of one file for a while, without a token: what a download address carries.
struct StoragePass: Sendable {
  let item: String
  let revision: Int
  let expiresAt: Instant

  func address(origin: String, tenant: Tenant) -> String {
    let text = "\(expiresAt.seconds).\(revision)"
    return "\(origin)/storage/files/\(item)?tempauth=\(text).\(seal(tenant))"
  }

  /// Reads what ``address(origin:tenant:)`` wrote; nil when it was not the tenant that did.
  init?(item: String, text: String, tenant: Tenant) {
    let parts = text.split(separator: ".")
    guard parts.count == 3, let seconds = Int(parts[0]), let revision = Int(parts[1]) else {
      return nil
    }
    self.init(
      item: item, revision: revision, expiresAt: Instant(milliseconds: 0).advanced(seconds: seconds)
    )
    guard seal(tenant) == parts[2], expiresAt > tenant.now else { return nil }
  }

  init(item: String, revision: Int, expiresAt: Instant) {
    self.item = item
    self.revision = revision
    self.expiresAt = expiresAt
  }

  private func seal(_ tenant: Tenant) -> String {
    let key = SymmetricKey(data: Data(tenant.profile.clientSecret.utf8))
    let text = Data("\(item).\(expiresAt.seconds).\(revision)".utf8)
    return Data(HMAC<SHA256>.authenticationCode(for: text, using: key)).base64URLText
  }
}
