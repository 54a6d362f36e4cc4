import Foundation

/// The programs that were built beside the tests.
package enum BuiltProduct {
  /// The path of a program of this build.
  package static func path(of name: String) -> String {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent(name).path
  }
}
