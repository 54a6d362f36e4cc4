import CommandKit
import Foundation
import LineEditing
import Output
import Scripting
import Shell

/// A session without a prompt: lines of `-c`, a script, or one command from the system's shell.
struct ScriptedSession: Sendable {
  let launch: Launch
  let workspace: Workspace

  func run(_ mode: LaunchMode) async -> ExitCode {
    workspace.connect(
      history: TypedHistory(History(path: workspace.configuration.files.historyFile)))
    let signals = try? SignalSource([.interrupt])
    let outcome = await Interruption(signals: signals).run { try await perform(mode) }
    guard case .failed(let error) = outcome else { return .done }
    if let request = error as? ExitRequest { return request.code }
    return FailureReport(errors: launch.console.errors).show(error)
  }

  private func perform(_ mode: LaunchMode) async throws {
    switch mode {
    case .interactive:
      return
    case .command(let words):
      try await CommandRunner(workspace: workspace)
        .execute(words.map { Word($0) }, io: commandIO())
    case .lines(let lines, let arguments):
      let interpreter = await interpreter(.inherited)
      for line in lines { try await interpreter.run(line, name: "-c", arguments: arguments) }
    case .script(let file, let arguments):
      try await interpreter(.inherited).runFile(file, arguments: arguments)
    case .standardInput:
      let script = FileHandle.standardInput.readDataToEndOfFile()
      try await interpreter(ProgramStreams(inheritsInput: false, inheritsOutput: true))
        .run(String(decoding: script, as: UTF8.self), name: "standard input")
    }
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
    Array(FileHandle.standardInput.readDataToEndOfFile())
  }
}
