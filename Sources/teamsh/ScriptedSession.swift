import CommandKit
import Foundation
import LineEditing
import Output
import Scripting
import Shell
import Transport

/// A session without a prompt: lines of `-c`, a script, or one command from the system's shell.
struct ScriptedSession: Sendable {
  let launch: Launch
  let workspace: Workspace

  func run(_ mode: LaunchMode) async -> ExitCode {
    workspace.connect(
      history: TypedHistory(History(path: workspace.configuration.files.historyFile)))
    let signals = try? SignalSource([.interrupt])
    let outcome = await Interruption(signals: signals).run {
      try await withTaskExecutorPreference(executor(for: mode)) { try await perform(mode) }
    }
    guard case .failed(let error) = outcome else { return .done }
    if let request = error as? ExitRequest { return request.code }
    return FailureReport(errors: launch.console.errors).show(error)
  }

  /// Where lines run: with their requests where nothing keeps them waiting in between, as a pipe does that
  /// nobody reads.
  private func executor(for mode: LaunchMode) -> (any TaskExecutor)? {
    switch mode {
    case .lines, .script, .standardInput:
      launch.console.output.isFile ? workspace.transport.executor : nil
    case .interactive, .command: nil
    }
  }

  private func perform(_ mode: LaunchMode) async throws {
    switch mode {
    case .interactive:
      return
    case .command(let words):
      let words = words.map { Word($0) }
      let runner = CommandRunner(workspace: workspace)
      if launch.options.noExecute {
        try runner.check(words.map { .known($0) })
      } else {
        try await runner.execute(words, io: commandIO())
      }
    case .lines(let lines, let arguments):
      try await perform(lines, named: "-c", arguments, await interpreter(.inherited))
    case .script(let file, let arguments):
      let interpreter = await interpreter(.inherited)
      if launch.options.noExecute {
        try await interpreter.check(file, arguments: arguments.isEmpty ? nil : arguments)
      } else {
        try await finishing(interpreter) {
          try await interpreter.runFile(file, arguments: arguments)
        }
      }
    case .standardInput:
      let script = FileHandle.standardInput.readDataToEndOfFile()
      try await perform(
        [String(decoding: script, as: UTF8.self)], named: "standard input", [],
        await interpreter(ProgramStreams(inheritsInput: false, inheritsOutput: true)))
    }
  }

  /// Runs texts, or checks them where that is asked for.
  private func perform(
    _ texts: [String], named name: String, _ arguments: [String], _ interpreter: Interpreter
  ) async throws {
    if launch.options.noExecute {
      return try await interpreter.check(
        texts: texts, name: name, arguments: arguments.isEmpty ? nil : arguments)
    }
    try await finishing(interpreter) {
      for text in texts { try await interpreter.run(text, name: name, arguments: arguments) }
    }
  }

  /// Runs something, and waits for the jobs that it started, however it ended.
  private func finishing(
    _ interpreter: Interpreter, _ body: () async throws -> Void
  ) async throws {
    do {
      try await body()
    } catch {
      do {
        try await interpreter.finishJobs()
      } catch let later {
        FailureReport(errors: launch.console.errors).show(later)
      }
      throw error
    }
    try await interpreter.finishJobs()
  }

  private func interpreter(_ programs: ProgramStreams) async -> Interpreter {
    let io = CommandIO(output: launch.console.output, input: Self.standardInput)
    let interpreter = launch.interpreter(for: workspace, io: io, programs: programs)
    await interpreter.setKeepsGoing(launch.options.keepGoing)
    return interpreter
  }

  /// A command from the system's shell may ask, where a person sits at both ends.
  private func commandIO() -> CommandIO {
    var io = CommandIO(output: launch.console.output, input: Self.standardInput)
    guard isatty(STDIN_FILENO) == 1, launch.console.errors.isTerminal,
      let editor = try? PlainEditor(output: STDERR_FILENO)
    else { return io }
    workspace.connect(questioner: EditorDesk(editor: editor))
    io.isInteractive = true
    return io
  }

  private static let standardInput = CommandInput {
    await withTaskExecutorPreference(globalConcurrentExecutor) {
      Array(FileHandle.standardInput.readDataToEndOfFile())
    }
  }
}
