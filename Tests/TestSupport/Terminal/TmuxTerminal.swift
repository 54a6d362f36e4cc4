import Foundation

/// A program on a screen that tmux keeps: a judge of our output that is not ours.
package final class TmuxTerminal {
  /// What a wait that came to nothing saw instead.
  package struct Timeout: Error, CustomStringConvertible {
    /// The screen at the end of the wait.
    package let screen: String

    package var description: String { "the expected screen never came:\n\(screen)" }
  }

  private static let path = "/usr/bin/tmux"
  private let socket = "teamsh-\(UUID().uuidString)"

  /// Whether tmux is installed.
  package static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// Starts a program on a screen of its own.
  ///
  /// - Parameters:
  ///   - program: Its path.
  ///   - environment: What is added to tmux's own environment.
  ///   - columns: The width of the screen.
  ///   - rows: The height of the screen.
  /// - Throws: When tmux cannot be started.
  package init(
    _ program: String, environment: [String: String], columns: Int, rows: Int
  ) throws {
    let settings = environment.sorted { $0.key < $1.key }.flatMap {
      ["-e", "\($0.key)=\($0.value)"]
    }
    // The server outlives this command and would keep what Foundation's processes wait on open.
    let start = try PseudoTerminal(
      Self.path,
      ["-L", socket, "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"]
        + settings + [program], environment: Self.environment)
    _ = try start.waitForExit()
  }

  deinit {
    _ = try? run(["kill-server"])
  }

  /// Types a text as it is.
  package func type(_ text: String) throws {
    try run(["send-keys", "-l", text])
  }

  /// Presses keys by tmux's names for them, such as `Left` and `Enter`.
  package func press(_ keys: String...) throws {
    try run(["send-keys"] + keys)
  }

  /// Gives the window a new size.
  package func resize(columns: Int, rows: Int) throws {
    try run(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// The screen without blanks at the ends of rows and without the empty rows at its foot.
  ///
  /// A window that becomes narrower pushes rows out at the top: they are in the scrollback then.
  package func screen(withScrollback: Bool = false) throws -> String {
    let start = withScrollback ? ["-S", "-"] : []
    let rows = try run(["capture-pane", "-p"] + start).split(
      separator: "\n", omittingEmptySubsequences: false)
    let trimmed = rows.map { String($0.reversed().drop { $0 == " " }.reversed()) }
    let count = (trimmed.lastIndex { !$0.isEmpty } ?? -1) + 1
    return trimmed[..<count].joined(separator: "\n")
  }

  /// Waits until the screen is as it should be.
  package func wait(seconds: Double = 15, until isReached: (String) -> Bool) throws {
    let deadline = ContinuousClock.now.advanced(by: .seconds(seconds))
    var last = ""
    while ContinuousClock.now < deadline {
      last = try screen()
      if isReached(last) { return }
    }
    throw Timeout(screen: last)
  }

  private static let environment = [
    "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "TERM": "xterm",
  ]

  @discardableResult
  private func run(_ arguments: [String]) throws -> String {
    let output = try ChildProcess.pipe()
    let process = try ChildProcess(
      Self.path, ["-L", socket] + arguments, environment: Self.environment,
      output: output.writing.fileDescriptor)
    try output.writing.close()
    let data = output.reading.readDataToEndOfFile()
    _ = try process.waitForExit()
    return String(decoding: data, as: UTF8.self)
  }
}
