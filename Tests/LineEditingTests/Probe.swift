import Foundation
import Glibc
import TestSupport

/// The probe program in a terminal of its own.
struct Probe {
  let terminal: PseudoTerminal
  private let folder: URL

  init(_ environment: [String: String] = [:], columns: Int = 80, rows: Int = 24) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "line-editing-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let notices = folder.appendingPathComponent("notices").path
    _ = unsafe mkfifo(notices, 0o600)
    var all = [
      "TERM": "xterm", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "PROBE_NOTICES": notices,
      "PROBE_HISTORY": folder.appendingPathComponent("data/history").path,
    ]
    all.merge(environment) { $1 }
    terminal = try PseudoTerminal(
      BuiltProduct.path(of: "LineEditingProbe"), environment: all, columns: columns, rows: rows)
  }

  func type(_ text: String) { terminal.type(text) }

  @discardableResult
  func wait(for text: String) throws -> String { try terminal.wait(for: text) }

  /// Waits until the program says what it has read.
  func expect(_ line: String) throws {
    try terminal.wait(for: "[\(String(reflecting: line))]")
  }

  /// Posts a notice from another thread of the program.
  func post(_ notice: String) throws {
    let file = try FileHandle(forWritingTo: folder.appendingPathComponent("notices"))
    try file.write(contentsOf: Data((notice + "\n").utf8))
    try file.close()
  }
}
