import Output
import Subprocess
import SystemPackage

/// Whether programs use the process's own standard input and output.
package struct ProgramStreams: Sendable, Hashable {
  /// Otherwise a program's input is at its end: the process's holds the script, or is nobody's.
  package var inheritsInput: Bool
  /// Otherwise what a program prints goes to the sink of its statement.
  package var inheritsOutput: Bool

  package init(inheritsInput: Bool, inheritsOutput: Bool) {
    self.inheritsInput = inheritsInput
    self.inheritsOutput = inheritsOutput
  }

  /// Programs such as pagers and editors have the terminal.
  package static let inherited = ProgramStreams(inheritsInput: true, inheritsOutput: true)
  /// Programs read nothing and print into the sink.
  package static let captured = ProgramStreams(inheritsInput: false, inheritsOutput: false)
}

/// Runs text through the system's shell.
struct ProgramRunner: Sendable {
  /// Environment variables that no program gets to see.
  let hidden: Set<String>

  /// Longer values are left out: the system starts no program with a variable beyond 128 KiB.
  private static let longestValue = 120 * 1024

  /// What a program is connected to.
  struct Connections {
    /// Its standard input, closed here once the program has it.
    var input: FileDescriptor
    /// What takes its output; `nil` for the process's own.
    var output: (any Sink)?
    /// Variables set for it.
    var variables: [String: String]
  }

  /// Starts the program, does the work that feeds it, and waits for both.
  ///
  /// Cancelling the task ends the program: asked first, and killed when it does not listen.
  func run(
    _ program: ProgramText, _ connections: Connections, feeding: () async -> Void
  ) async throws -> TerminationStatus {
    let capture = try connections.output.map { (pipe: try FileDescriptor.privatePipe(), sink: $0) }
    let pump = capture.map { OutputPump(from: $0.pipe.readEnd, to: $0.sink) }
    var options = PlatformOptions()
    options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .milliseconds(500))]
    let result = try await withTaskCancellationHandler {
      try await Subprocess.run(
        .path("/bin/sh"), arguments: ["-c", program.text],
        environment: environment(connections.variables), platformOptions: options,
        input: .fileDescriptor(
          connections.input, closeAfterSpawningProcess: connections.input != .standardInput),
        output: .fileDescriptor(
          capture?.pipe.writeEnd ?? .standardOutput, closeAfterSpawningProcess: capture != nil),
        error: .fileDescriptor(.standardError, closeAfterSpawningProcess: false)
      ) { _ in await feeding() }
    } onCancel: {
      pump?.stop()
    }
    await pump?.finish()
    return result.terminationStatus
  }

  private func environment(_ variables: [String: String]) -> Environment {
    var changes: [Environment.Key: String?] = [:]
    for name in hidden {
      if let key = Environment.Key(rawValue: name) { changes.updateValue(nil, forKey: key) }
    }
    for (name, value) in variables where value.utf8.count < Self.longestValue {
      if let key = Environment.Key(rawValue: "teamsh_" + name) { changes.updateValue(value, forKey: key) }
    }
    return .inherit.updating(changes)
  }
}
