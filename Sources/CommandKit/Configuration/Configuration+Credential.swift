import Foundation
package import Identity
import Records

extension Configuration {
  /// By what the app of the profile proves itself: its certificate where it has one, else its secret.
  ///
  /// - Throws: ``ConfigurationError`` when a file can be read by others, or not at all; `IdentityError` when
  ///   there is no usable certificate in it.
  package func clientCredential() throws -> ClientCredential? {
    try Self.credential(certificate: profile.certificate, secretFile: profile.secretFile)
  }

  /// By what the bot of the profile proves itself, likewise.
  package func botCredential() throws -> ClientCredential? {
    try Self.credential(certificate: profile.botCertificate, secretFile: profile.botSecretFile)
  }

  private static func credential(
    certificate: String?, secretFile: String?
  ) throws -> ClientCredential? {
    if let certificate {
      return .certificate(try ClientCertificate(pem: try confidential(certificate)))
    }
    guard let path = secretFile else { return nil }
    let text = try confidential(path)
    return .secret(Secret(text.trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  /// The text of a file that its owner alone can read.
  private static func confidential(_ path: String) throws(ConfigurationError) -> String {
    let file = URL(filePath: NSString(string: path).expandingTildeInPath)
      .resolvingSymlinksInPath().path(percentEncoded: false)
    do {
      let attributes = try FileManager.default.attributesOfItem(atPath: file)
      let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0o777
      guard mode & 0o077 == 0 else { throw ConfigurationError(.secretFileExposed, path: path) }
      return try String(contentsOfFile: file, encoding: .utf8)
    } catch let error as ConfigurationError {
      throw error
    } catch {
      throw ConfigurationError(
        .secretFileUnreadable(reason: SystemReason.of(error)), path: path)
    }
  }
}
