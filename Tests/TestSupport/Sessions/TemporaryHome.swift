import Foundation

/// A folder that is a test's own home, gone with this object.
package final class TemporaryHome: Sendable {
  package let path: String

  package init() throws {
    path = FileManager.default.temporaryDirectory
      .appending(path: "teamsh-test-\(UUID().uuidString.lowercased())").path(percentEncoded: false)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of a file in it.
  package func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, and gives its path.
  @discardableResult
  package func write(_ text: String, to name: String, mode: Int = 0o600) throws -> String {
    let made = FileManager.default.createFile(
      atPath: file(name), contents: Data(text.utf8),
      attributes: [.posixPermissions: NSNumber(value: mode)])
    guard made else { throw CocoaError(.fileWriteUnknown) }
    return file(name)
  }

  /// Writes a profile `it` for an app, whose secret is kept beside it, with further keys of one's own.
  package func writeProfile(secret: String, _ further: [String] = []) throws {
    let fields = ["secret-file: \(try write(secret, to: "secret"))"] + further
    try write(
      "default: it\nprofiles:\n  it:\n" + fields.map { "    \($0)\n" }.joined(),
      to: "config.yaml")
  }
}
