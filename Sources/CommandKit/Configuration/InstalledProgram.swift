import Foundation

/// The programs that are installed together with the one that runs.
package enum InstalledProgram {
  /// The path of one of them, whether it is there or not.
  package static func path(of name: String) -> String {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent(name).path
  }
}
