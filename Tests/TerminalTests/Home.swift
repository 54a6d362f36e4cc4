import Foundation
import TestSupport

/// A folder of one test's own, and an environment that keeps a shell inside it.
final class Home {
  /// The folder that both `HOME` and `TEAMSH_HOME` name.
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("teamsh-test-\(UUID().uuidString.lowercased())").path
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The whole environment of a program; nothing of the test's own gets in.
  var environment: [String: String] {
    [
      "HOME": path, "TEAMSH_HOME": path, "TERM": "xterm", "LC_ALL": "C.UTF-8",
      "PATH": "/usr/local/bin:/usr/bin:/bin",
    ]
  }

  /// The path of a file in the folder.
  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file.
  func write(_ text: String, to name: String, mode: Int = 0o600) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: file(name)))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file(name))
  }

  /// Writes a script that the shell can run.
  func writeProgram(_ script: String, to name: String) throws {
    try ProgramFile.write(script, to: file(name))
  }

  /// The text of a file; empty where there is none.
  func text(of name: String) -> String {
    let data = FileManager.default.contents(atPath: file(name)) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }

  /// The names of all files, in the folders below too.
  var files: [String] {
    FileManager.default.subpaths(atPath: path) ?? []
  }

  /// Makes the cache's file something that is no database.
  func damageCache() throws {
    let parts = files.filter { $0.contains(".sqlite") }
    guard let name = parts.first(where: { $0.hasSuffix(".sqlite") }) else {
      throw CocoaError(.fileNoSuchFile)
    }
    for part in parts { try FileManager.default.removeItem(atPath: file(part)) }
    try write(String(repeating: "no database", count: 999), to: name)
  }
}
