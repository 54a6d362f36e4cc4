internal import CPseudoTerminal
import Glibc

/// A program running in a pseudo-terminal, and the screen it has painted.
///
/// Nothing here sleeps: every wait is for something the program shows, and has an end.
package final class PseudoTerminal {
  /// What a wait that came to nothing saw instead.
  package struct Timeout: Error, CustomStringConvertible {
    /// What was waited for.
    package let awaited: String
    /// The screen at the end of the wait.
    package let screen: String
    /// The last output before it.
    package let transcript: String

    package var description: String {
      "no sign of \(awaited.debugDescription)\nscreen:\n\(screen)\nlast output: \(transcript)"
    }
  }

  /// The system gave no terminal or no process.
  package struct CannotStart: Error {
    /// The program that was to run.
    package let program: String
  }

  /// The screen as the program has left it so far.
  package private(set) var screen: Screen
  /// All output so far.
  package private(set) var transcript: [UInt8] = []
  /// The program's process.
  package let process: Int32

  private let controller: Int32
  private var searched = 0
  private var exitCode: Int32?
  private var isAtEnd = false

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - program: Its path.
  ///   - arguments: Its arguments, without its name.
  ///   - environment: Its whole environment; nothing is inherited.
  ///   - columns: The width of its screen.
  ///   - rows: The height of its screen.
  /// - Throws: ``CannotStart`` when the system gives no terminal or process.
  package init(
    _ program: String, _ arguments: [String] = [], environment: [String: String],
    columns: Int = 80, rows: Int = 24
  ) throws {
    var controller: Int32 = -1
    let process = unsafe Self.withCStrings([program] + arguments) { arguments in
      unsafe Self.withCStrings(environment.map { "\($0)=\($1)" }.sorted()) { environment in
        unsafe teamsh_pty_spawn(
          program, arguments, environment, Int32(columns), Int32(rows), &controller)
      }
    }
    guard process > 0 else { throw CannotStart(program: program) }
    self.process = process
    self.controller = controller
    screen = Screen(columns: columns, rows: rows)
  }

  deinit {
    if exitCode == nil {
      _ = kill(process, SIGKILL)
      _ = teamsh_pty_wait(process, 5000)
    }
    _ = close(controller)
  }

  /// Types a text; `\r` is Enter, `\u{3}` Ctrl-C.
  package func type(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let ready = wait(forInput: true, milliseconds: 10_000)
      if ready & Int16(POLLIN) != 0 { takeOutput() }
      guard ready & Int16(POLLOUT) != 0 else {
        if isAtEnd { return }
        continue
      }
      let piece = Array(bytes.prefix(512))
      let count = unsafe write(controller, piece, piece.count)
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Waits until a text is in the output, behind the one waited for before.
  @discardableResult
  package func wait(for text: String, seconds: Double = 15) throws -> String {
    let wanted = Array(text.utf8)
    var found = 0
    try wait(seconds: seconds, described: text) { terminal in
      guard let end = Self.end(of: wanted, in: terminal.transcript, from: terminal.searched) else {
        return false
      }
      found = end
      return true
    }
    defer { searched = found }
    return String(decoding: transcript[searched..<found], as: UTF8.self)
  }

  /// Waits until the screen is as it should be.
  package func wait(
    seconds: Double = 15, described: String = "the expected screen",
    until isReached: (PseudoTerminal) -> Bool
  ) throws {
    let deadline = ContinuousClock.now.advanced(by: .seconds(seconds))
    while !isReached(self) {
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero, !isAtEnd else {
        throw Timeout(
          awaited: described, screen: screen.text,
          transcript: String(decoding: transcript.suffix(400), as: UTF8.self).debugDescription)
      }
      if wait(forInput: false, milliseconds: 100) != 0 { takeOutput() }
    }
  }

  /// Gives the window a new size.
  package func resize(columns: Int, rows: Int) {
    while wait(forInput: false, milliseconds: 0) & Int16(POLLIN) != 0 { takeOutput() }
    screen.resize(columns: columns, rows: rows)
    _ = teamsh_pty_resize(controller, Int32(columns), Int32(rows))
  }

  /// Sends a signal to the program itself.
  package func send(signal: Int32) {
    _ = kill(process, signal)
  }

  /// Waits for the program to end.
  ///
  /// - Returns: Its exit code, or 128 and the number of the signal that ended it.
  package func waitForExit(seconds: Double = 15) throws -> Int32 {
    if let exitCode { return exitCode }
    try? wait(seconds: seconds, described: "the end") { $0.isAtEnd }
    let code = teamsh_pty_wait(process, Int32(seconds * 1000))
    guard code >= 0 else {
      throw Timeout(awaited: "the end of the program", screen: screen.text, transcript: "")
    }
    exitCode = code
    return code
  }

  private func wait(forInput: Bool, milliseconds: Int32) -> Int16 {
    var entry = pollfd(
      fd: controller, events: Int16(POLLIN | (forInput ? POLLOUT : 0)), revents: 0)
    _ = unsafe poll(&entry, 1, milliseconds)
    return entry.revents
  }

  private func takeOutput() {
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = unsafe read(controller, &bytes, bytes.count)
    guard count > 0 else {
      isAtEnd = isAtEnd || count == 0 || (errno != EINTR && errno != EAGAIN)
      return
    }
    transcript += bytes[..<count]
    screen.feed(bytes[..<count])
  }

  private static func end(of wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard !wanted.isEmpty, bytes.count - start >= wanted.count else { return nil }
    for index in start...(bytes.count - wanted.count)
    where bytes[index] == wanted[0] && bytes[index...].starts(with: wanted) {
      return index + wanted.count
    }
    return nil
  }

  private static func withCStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = unsafe texts.map { unsafe strdup($0) }
    defer { unsafe copies.forEach { unsafe free($0) } }
    return unsafe body(copies + [nil])
  }
}
