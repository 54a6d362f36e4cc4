package import Foundation
package import CPseudoTerminal
import Glibc

/// A program that runs without a terminal and ends, at the latest, with its owner.
///
/// Foundation's own processes wait for the end through a descriptor that every program started
/// meanwhile inherits; this one is told by a pipe that nobody else gets.
package final class ChildProcess {
  /// The program could not be started, or did not end.
  package struct Failure: Error {
    /// Its path.
    package let program: String
    /// What it did not do.
    package let step: String
  }

  /// Its number.
  package let process: pid_t
  private let program: String
  private let life: FileHandle
  private var code: Int32?

  /// Starts a program with the given descriptors as its streams; `nil` stands for nothing.
  package init(
    _ program: String, _ arguments: [String], environment: [String: String],
    input: Int32? = nil, output: Int32? = nil, errors: Int32? = nil
  ) throws {
    self.program = program
    let life = try Self.pipe()
    self.life = life.reading
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (wanted, given) in [input, output, errors].enumerated() {
      if let given {
        unsafe posix_spawn_file_actions_adddup2(&actions, given, Int32(wanted))
      } else {
        unsafe posix_spawn_file_actions_addopen(&actions, Int32(wanted), "/dev/null", O_RDWR, 0)
      }
    }
    unsafe posix_spawn_file_actions_adddup2(&actions, life.writing.fileDescriptor, 3)
    // A socket that a server of another test accepted would stay open for as long as this program runs.
    unsafe teamsh_spawn_closing_from(&actions, 4)
    var process: pid_t = -1
    let variables = environment.map { "\($0)=\($1)" }
    let status = unsafe Self.withCStrings([program] + arguments) { arguments in
      unsafe Self.withCStrings(variables) { environment in
        unsafe posix_spawn(&process, program, &actions, nil, arguments, environment)
      }
    }
    guard status == 0 else { throw Failure(program: program, step: "start") }
    self.process = process
    try life.writing.close()
  }

  deinit {
    guard code == nil else { return }
    Glibc.kill(process, SIGKILL)
    _ = waitpid(process, nil, 0)
  }

  /// Waits for the end of the program and of all that it started.
  ///
  /// - Returns: Its exit code, or 128 and the number of the signal that ended it.
  package func waitForExit(seconds: Int32 = 30) throws -> Int32 {
    if let code { return code }
    var entry = pollfd(fd: life.fileDescriptor, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&entry, 1, seconds * 1000) > 0 else {
      throw Failure(program: program, step: "end")
    }
    var status: Int32 = 0
    _ = unsafe waitpid(process, &status, 0)
    let ended = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
    code = ended
    return ended
  }

  /// Ends the program with signal 9 after so many milliseconds, or lets it end before.
  package func kill(after milliseconds: Int) {
    var entry = pollfd(fd: life.fileDescriptor, events: Int16(POLLIN), revents: 0)
    _ = unsafe poll(&entry, 1, Int32(milliseconds))
    Glibc.kill(process, SIGKILL)
  }

  /// A pipe that no other program inherits.
  package static func pipe() throws -> (reading: FileHandle, writing: FileHandle) {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw POSIXError(.EMFILE)
    }
    return (
      FileHandle(fileDescriptor: ends[0], closeOnDealloc: true),
      FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
    )
  }

  private static func withCStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = unsafe texts.map { unsafe strdup($0) }
    defer { unsafe copies.forEach { unsafe free($0) } }
    return unsafe body(copies + [nil])
  }
}
