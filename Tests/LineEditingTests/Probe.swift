import Foundation
import Glibc
import TestSupport

/// The probe program in a terminal of its own.
struct Probe {
  let terminal: PseudoTerminal
  private let surroundings: ProbeSurroundings

  init(_ environment: [String: String] = [:], columns: Int = 80, rows: Int = 24) throws {
    surroundings = try ProbeSurroundings()
    terminal = try PseudoTerminal(
      ProbeSurroundings.program,
      environment: surroundings.environment.merging(environment) { $1 },
      columns: columns, rows: rows)
  }

  func type(_ text: String) { terminal.type(text) }

  @discardableResult
  func wait(for text: String) throws -> String { try terminal.wait(for: text) }

  /// Waits until the program says what it has read.
  func expect(_ line: String) throws {
    try terminal.wait(for: "[\(String(reflecting: line))]")
  }

  func post(_ notice: String) throws { try surroundings.post(notice) }
}

/// What the probe needs around it: a folder for its history, and a pipe for its notices.
final class ProbeSurroundings {
  static let program = BuiltProduct.path(of: "LineEditingProbe")

  private let folder: URL
  private var notices: String { folder.appendingPathComponent("notices").path }
  private var posted: String { folder.appendingPathComponent("posted").path }
  private let answers: FileHandle

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "line-editing-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for pipe in ["notices", "posted"] {
      _ = unsafe mkfifo(folder.appendingPathComponent(pipe).path, 0o600)
    }
    answers = try FileHandle(forUpdating: folder.appendingPathComponent("posted"))
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  var environment: [String: String] {
    [
      "TERM": "xterm", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "PROBE_NOTICES": notices,
      "PROBE_POSTED": posted,
      "PROBE_HISTORY": folder.appendingPathComponent("data/history").path,
    ]
  }

  /// Posts a notice from another thread of the program, and returns when its editor has it.
  func post(_ notice: String) throws {
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: notices))
    try file.write(contentsOf: Data((notice + "\n").utf8))
    try file.close()
    var answered = pollfd(fd: answers.fileDescriptor, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&answered, 1, 60_000) == 1 else { throw NoAnswer(notice: notice) }
    _ = try answers.read(upToCount: 1)
  }

  struct NoAnswer: Error {
    let notice: String
  }
}
