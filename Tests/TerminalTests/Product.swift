import Foundation

/// The built programs that are judged here, as a person would start them.
enum Product {
  /// There is no shell to test.
  struct Missing: Error, CustomStringConvertible {
    let path: String

    var description: String {
      "\(path) is missing. Build it with: make build; or name another in TEAMSH_TEST_BINARY."
    }
  }

  /// The shell: the one that `TEAMSH_TEST_BINARY` names, or else the release build.
  static func shell() throws -> String {
    let path = ProcessInfo.processInfo.environment["TEAMSH_TEST_BINARY"] ?? release("teamsh")
    guard FileManager.default.isExecutableFile(atPath: path) else { throw Missing(path: path) }
    return path
  }

  /// The local tenant, which lies beside the shell.
  static func tenant() throws -> String {
    let path = URL(fileURLWithPath: try shell()).deletingLastPathComponent()
      .appendingPathComponent("teamsh-tenant").path
    guard FileManager.default.isExecutableFile(atPath: path) else { throw Missing(path: path) }
    return path
  }

  private static func release(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../.build/release/\(name)").standardized.path
  }
}
