/// What the process tells the system when it ends, and a script in `$?`.
///
/// A program run from a script may end with any other number.
package struct ExitCode: RawRepresentable, Sendable, Hashable {
  package let rawValue: Int32

  package init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  /// The code of a program that a signal ended, as POSIX shells report it.
  package init(endedBy signal: Int32) {
    self.init(rawValue: 128 + signal)
  }

  package static let done = ExitCode(rawValue: 0)
  package static let failed = ExitCode(rawValue: 1)
  package static let usage = ExitCode(rawValue: 2)
  package static let signIn = ExitCode(rawValue: 3)
  package static let permission = ExitCode(rawValue: 4)
  package static let notFound = ExitCode(rawValue: 5)
  package static let throttled = ExitCode(rawValue: 6)
  package static let network = ExitCode(rawValue: 7)
  package static let server = ExitCode(rawValue: 8)
  package static let partly = ExitCode(rawValue: 9)
  /// The terminal was closed (SIGHUP).
  package static let hungUp = ExitCode(endedBy: 1)
  /// Ctrl-C (SIGINT).
  package static let interrupted = ExitCode(endedBy: 2)
  /// The process's own standard output was closed by its reader.
  package static let closedOutput = ExitCode(endedBy: 13)
  /// The system or somebody asked the shell to end (SIGTERM).
  package static let terminated = ExitCode(endedBy: 15)
}
