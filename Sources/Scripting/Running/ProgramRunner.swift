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
  /// What every program inherits; it holds no secret.
  let environment: [String: String]

  /// Longer values are left out: the system starts no program with a variable beyond 128 KiB.
  private static let longestValue = 120 * 1024

  /// What a program is connected to.
  struct Connections {
    /// Its standard input, closed here once the program has it.
    var input: FileDescriptor
    /// What takes its output; `nil` for the process's own.
    var output: (any Sink)?
    /// What takes its errors; `nil` for the process's own.
    var errors: (any Sink)?
    /// Whether it belongs to the process group that Ctrl-C reaches and that may read the terminal.
    var sharesTerminal: Bool
    /// Variables set for it.
    var variables: [String: String]
  }

  /// A pipe that a program prints into, and what hands it on.
  private struct Capture {
    let writeEnd: FileDescriptor
    let pump: OutputPump

    init(_ sink: any Sink) throws {
      let pipe = try FileDescriptor.privatePipe()
      writeEnd = pipe.writeEnd
      pump = OutputPump(from: pipe.readEnd, to: sink)
    }
  }

  /// Starts the program, does the work that feeds it, and waits for both.
  ///
  /// Cancelling the task ends the program: asked first, and killed when it does not listen. At a terminal
  /// Ctrl-C has reached its children too; without one they are asked with it.
  func run(
    _ program: ProgramText, _ connections: Connections, feeding: () async -> Void
  ) async throws -> TerminationStatus {
    let output = try connections.output.map { try Capture($0) }
    let errors = try connections.errors.map { try Capture($0) }
    defer {
      output?.pump.stop()
      errors?.pump.stop()
    }
    let result = try await withTaskCancellationHandler {
      try await Subprocess.run(
        .path("/bin/sh"), arguments: ["-c", program.text],
        environment: environment(with: connections.variables),
        platformOptions: options(connections),
        input: .fileDescriptor(
          connections.input, closeAfterSpawningProcess: connections.input != .standardInput),
        output: .fileDescriptor(
          output?.writeEnd ?? .standardOutput, closeAfterSpawningProcess: output != nil),
        error: .fileDescriptor(
          errors?.writeEnd ?? .standardError, closeAfterSpawningProcess: errors != nil)
      ) { _ in await feeding() }
    } onCancel: {
      output?.pump.stop()
      errors?.pump.stop()
    }
    try await output?.pump.finish()
    try await errors?.pump.finish()
    return result.terminationStatus
  }

  /// A program without the terminal gets a group of its own, so that its children end with it.
  private func options(_ connections: Connections) -> PlatformOptions {
    var options = PlatformOptions()
    if !connections.sharesTerminal { options.processGroupID = 0 }
    options.teardownSequence = [
      .gracefulShutDown(
        toProcessGroup: !connections.sharesTerminal,
        allowedDurationToNextStep: .milliseconds(500))
    ]
    return options
  }

  private func environment(with variables: [String: String]) -> Environment {
    var result: [Environment.Key: String] = [:]
    for (name, value) in environment {
      if let key = Environment.Key(rawValue: name) { result[key] = value }
    }
    for (name, value) in variables where value.utf8.count < Self.longestValue {
      if let key = Environment.Key(rawValue: "teamsh_" + name) { result[key] = value }
    }
    return .custom(result)
  }
}
