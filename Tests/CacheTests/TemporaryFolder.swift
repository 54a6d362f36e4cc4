import Foundation

/// A folder of one test's own, gone with it.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    path = NSTemporaryDirectory() + "/teamsh-cache-" + UUID().uuidString
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Where the cache goes, in a folder that is not there yet.
  var file: String { path + "/deep/cache.sqlite" }

  func mode(of file: String) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    return attributes[.posixPermissions] as? Int
  }
}
