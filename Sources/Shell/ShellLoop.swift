package import CommandKit
import Foundation
package import LineEditing
package import Output
package import Scripting

/// Reads lines at the prompt and runs them, until somebody leaves.
package struct ShellLoop: Sendable {
  let workspace: Workspace
  let interpreter: Interpreter
  let editor: any LineEditor
  let history: History
  let signals: SignalSource?
  let errors: any Sink

  package init(
    workspace: Workspace, interpreter: Interpreter, editor: any LineEditor, history: History,
    signals: SignalSource?, errors: any Sink
  ) {
    self.workspace = workspace
    self.interpreter = interpreter
    self.editor = editor
    self.history = history
    self.signals = signals
    self.errors = errors
  }

  /// Runs to the end of the session.
  ///
  /// - Returns: The code that `exit` named; 0 when input ended, and the signal's when one ended it.
  package func run() async -> ExitCode {
    var status: ExitCode?
    var number = 0
    var wasHinted = false
    var departure = Departure()
    while true {
      number += 1
      let prompt = Prompt(
        workspace: workspace, usesColor: errors.usesColor, columns: errors.columns)
      editor.surround(with: prompt.surroundings(number: number, status: status))
      switch await editor.read(prompt.text(number: number, status: status ?? .done)) {
      case .eof:
        guard await leave(&departure) else { continue }
        return .done
      case .ended(let signal):
        await leave()
        return ExitCode(endedBy: signal.number)
      case .help(let text, let isPrivate):
        await help(on: text, isPrivate: isPrivate)
      case .interrupt:
        if !wasHinted { workspace.tell("Type exit or Ctrl-D to leave.") }
        wasHinted = true
      case .line(let text, let isPrivate):
        guard text.contains(where: { !$0.isWhitespace }) else { continue }
        if let asked = HelpRequest.line(asking: text) {
          await help(on: asked, isPrivate: isPrivate)
          continue
        }
        let outcome = await run(text, isPrivate: isPrivate)
        status = outcome.status
        if outcome.isLeaving {
          guard await leave(&departure) else { continue }
          return outcome.status
        }
        departure.stay()
        workspace.freshen()
      }
    }
  }

  /// Leaves, unless jobs run that nobody was asked about yet.
  private func leave(_ departure: inout Departure) async -> Bool {
    let running = interpreter.jobs.runningCount
    guard departure.mayLeave(running: running) else {
      workspace.tell(Departure.question(running: running))
      return false
    }
    await leave()
    return true
  }

  private func leave() async {
    workspace.stopFilling()
    await interpreter.jobs.endAll()
  }

  /// Runs one statement and remembers it.
  ///
  /// - Returns: How it ended, and whether it said to leave.
  private func run(
    _ text: String, isPrivate: Bool
  ) async -> (status: ExitCode, isLeaving: Bool) {
    let place = workspace.place.path
    let start = Date()
    let givesTerminal = Self.hasProgram(text, workspace.integrationNames)
    if givesTerminal { editor.suspend() }
    await interpreter.setKeepsGoing(workspace.settings.keepGoing)
    interpreter.jobs.holdNews()
    let outcome = await Interruption(signals: signals).run { [interpreter] in
      try await interpreter.run(text)
    }
    interpreter.jobs.releaseNews()
    if givesTerminal { editor.resume() }
    var status = ExitCode.done
    var isLeaving = false
    if case .failed(let error) = outcome {
      if let request = error as? ExitRequest {
        status = request.code
        isLeaving = true
      } else {
        status = FailureReport(errors: errors, workspace: workspace).show(error)
      }
    }
    let memory = LineMemory(catalog: workspace.catalog)
    let isAllPrivate = workspace.settings.isPrivate
    if let decision = memory.decide(on: text, isForgotten: isPrivate, isPrivate: isAllPrivate) {
      remember(decision, place: place, start: start, status: status)
    }
    return (status, isLeaving)
  }

  /// Shows help on the command of a line, and puts the line back.
  private func help(on line: String, isPrivate: Bool) async {
    let words = HelpRequest.words(before: line, in: workspace.catalog)
    let outcome = await Interruption(signals: signals).run { [interpreter] in
      try await interpreter.run((["help"] + words.map { Lexer.quote($0) }).joined(separator: " "))
    }
    if case .failed(let error) = outcome {
      FailureReport(errors: errors, workspace: workspace).show(error)
    }
    editor.offer(line, isPrivate: isPrivate)
  }

  private func remember(
    _ decision: LineMemory.Decision, place: String, start: Date, status: ExitCode
  ) {
    let entry = LineEditing.HistoryEntry(
      time: start.timeIntervalSince1970, tenant: workspace.tenantID, context: place,
      status: Int(status.rawValue), duration: Date().timeIntervalSince(start), text: decision.text)
    do {
      try history.append(entry, for: decision.retention)
    } catch {
      workspace.tell("The history \(error.path) cannot be written; this session remembers alone.")
    }
  }

  /// Whether a statement hands the terminal to a program.
  private static func hasProgram(_ text: String, _ names: IntegrationNames) -> Bool {
    Lexer.read(SourceText(text), integration: names).tokens.contains { token in
      switch token.kind {
      case .pipe, .program: true
      default: false
      }
    }
  }
}
