import Foundation

/// A process that is told apart from a later one with the same number.
package struct ProcessIdentity: Sendable, Hashable {
  package let process: Int32
  /// When it began, in the kernel's own count; empty where the system does not tell.
  let beginning: String

  /// This process.
  package static let current = ProcessIdentity(
    process: ProcessInfo.processInfo.processIdentifier)

  init(process: Int32) {
    self.process = process
    beginning = Self.beginning(of: process) ?? ""
  }

  init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let process = Int32(parts[0]), process > 0 else { return nil }
    self.process = process
    beginning = String(parts[1])
  }

  /// How it is written down.
  var text: String { "\(process):\(beginning)" }

  /// Whether it is still there.
  ///
  /// A process of another account that may not be signalled is there as well.
  package var isAlive: Bool {
    guard kill(process, 0) == 0 || errno == EPERM else { return false }
    guard !beginning.isEmpty, let now = Self.beginning(of: process) else { return true }
    return now == beginning
  }

  /// The 22nd field of what the kernel says of a process, counted behind its name, which may hold anything.
  private static func beginning(of process: Int32) -> String? {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      let end = text.lastIndex(of: ")")
    else { return nil }
    let fields = text[text.index(after: end)...].split(separator: " ")
    return fields.count > 19 ? String(fields[19]) : nil
  }
}
