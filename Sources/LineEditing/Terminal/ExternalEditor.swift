internal import CEditline
import Foundation
import Glibc

/// The program that a person edits texts with: `$VISUAL`, `$EDITOR`, or vi.
///
/// The text travels through a file that only its owner can read, and that is gone afterwards.
package struct ExternalEditor: Sendable {
  private let command: String
  private let environment: [String: String]
  private let folder: String

  /// Makes the editor that an environment names.
  ///
  /// - Parameter environment: What the program is given, which should hold no secrets.
  package init(environment: [String: String]) {
    self.environment = environment
    let named = ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    command = named ?? "vi"
    folder = environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
  }

  /// Runs the program on a text, and waits for it.
  ///
  /// To be called where waiting is allowed. The terminal must be as programs expect it.
  ///
  /// - Returns: The text as it was left, without its last line end; `nil` where the program could not
  ///   be run or failed.
  func edit(_ text: String) -> String? {
    let suffix = ".teamsh"
    var path = Array("\(folder)/teamsh-XXXXXX\(suffix)".utf8CString)
    let file = unsafe mkstemps(&path, Int32(suffix.utf8.count))
    guard file >= 0 else { return nil }
    let name = String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { _ = unsafe unlink(name) }
    Descriptor.write(text + "\n", to: file)
    _ = close(file)
    guard run(on: name), let data = FileManager.default.contents(atPath: name) else { return nil }
    return PastedText.clean(data)
  }

  private func run(on path: String) -> Bool {
    let arguments = ["/bin/sh", "-c", command + " \"$1\"", "sh", path]
    let settings = environment.map { "\($0.key)=\($0.value)" }
    var process = pid_t()
    var attributes = posix_spawnattr_t()
    var standard = sigset_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { _ = unsafe posix_spawnattr_destroy(&attributes) }
    unsafe sigemptyset(&standard)
    unsafe sigaddset(&standard, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &standard)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let failure = unsafe Self.withCStrings(arguments) { arguments in
      unsafe Self.withCStrings(settings) { settings in
        unsafe posix_spawn(&process, "/bin/sh", nil, &attributes, arguments, settings)
      }
    }
    guard failure == 0 else { return false }
    return Self.wait(for: process) == 0
  }

  /// Waits for the program; where it was stopped, stops as well, until both go on.
  private static func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    while true {
      let ended = unsafe waitpid(process, &status, WUNTRACED)
      guard ended == process else {
        if errno == EINTR { continue }
        return -1
      }
      guard status & 0xFF == 0x7F else { return status }
      SignalSource.stop()
      _ = kill(process, SIGCONT)
    }
  }

  private static func withCStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = unsafe texts.map { unsafe strdup($0) }
    defer { unsafe copies.forEach { unsafe free($0) } }
    return unsafe body(copies + [nil])
  }
}
