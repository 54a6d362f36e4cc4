import CommandKit
import Foundation
import LineEditing
import Output
import Scripting
import Shell

/// A session at a prompt: an editor, a history, and somebody to sign in.
struct InteractiveSession: Sendable {
  let launch: Launch
  let workspace: Workspace

  func run(signedIn: Bool) async throws -> ExitCode {
    let locale = TerminalLocale.repair()
    let signals = try SignalSource()
    let history = History(path: workspace.configuration.files.historyFile)
    let startFile = StartFile(environment: launch.environment)
    let editor = try editor(history: history, signals: signals, startFile: startFile)
    defer { editor.close() }
    let desk = EditorDesk(editor: editor)
    workspace.connect(
      questioner: desk, notices: desk, history: TypedHistory(history),
      keys: PromptKeys(workspace: workspace, startFile: startFile),
      pager: pager(lending: editor, signals: signals, desk: desk),
      composer: editor is EditlineEditor ? desk : nil)
    if locale == .limited { desk.post("This system has no UTF-8 locale; some letters may be off.") }
    let io = CommandIO(output: launch.console.output, isInteractive: true)
    let interpreter = launch.interpreter(for: workspace, io: io, programs: .inherited)
    let news = JobNews(workspace: workspace, jobs: interpreter.jobs)
    interpreter.jobs.whenOneEnds { news.tell(of: $0) }
    let loop = ShellLoop(
      workspace: workspace, interpreter: interpreter, editor: editor, history: history,
      signals: signals, errors: launch.console.errors)
    let opening = Opening(workspace: workspace, signals: signals, errors: launch.console.errors)
    if !signedIn { await opening.signIn() }
    let preparation = Task {
      // Read now, or the first hint would wait for it.
      _ = history.recall()
      opening.prepare()
      history.trim()
    }
    let following = Task { await BotNews(workspace: workspace).follow() }
    defer {
      following.cancel()
      preparation.cancel()
      history.trim()
    }
    await runStartFile(with: interpreter)
    opening.greet()
    return await loop.run()
  }

  private func editor(
    history: History, signals: SignalSource, startFile: StartFile
  ) throws -> any LineEditor {
    let traits = TerminalTraits(environment: launch.environment)
    let names = workspace.integrationNames
    let continuation: @Sendable (String) -> String? = { text in
      Script.unfinished(text, integration: names).map { $0.what.waiting(since: $0.location) }
    }
    guard traits.takesKeys, !startFile.isOff else {
      return try PlainEditor(signals: signals, continuation: continuation)
    }
    var configuration =
      EditlineEditor.Configuration(
        traits: traits, history: history, completer: CommandCompleter(workspace: workspace),
        highlighter: LineHighlighter(workspace: workspace),
        hinter: LineHints(workspace: workspace) { [workspace] typed in
          history.hint(for: typed, tenant: workspace.tenantID)
        },
        signals: signals,
        preferences: { [workspace] in EditingPreferences(workspace.settings, at: traits) },
        continuation: continuation)
    configuration.startFile = startFile
    if workspace.isRestricted {
      configuration.externalEditorRefusal = Failure(CommandError(.restricted(.program))).what
    } else {
      configuration.externalEditor = ExternalEditor(
        environment: launch.environment.filter { $0.key != "TEAMSH_ACCESS_TOKEN" })
    }
    return try EditlineEditor(configuration)
  }

  /// The pager that the environment asks for, which gets the terminal from the editor.
  private func pager(
    lending editor: any LineEditor, signals: SignalSource, desk: EditorDesk
  ) -> Pager? {
    let isRestricted = workspace.isRestricted
    switch PagerChoice(environment: launch.environment, isRestricted: isRestricted) {
    case .none: return nil
    case .refused(let program):
      desk.post("A restricted session starts no pager but less; \(program) is left alone.")
      return nil
    case .missing(let program):
      desk.post("The pager \(program) is not installed; output is shown without one.")
      return nil
    case .command(let command):
      return Pager(
        command: command,
        environment: PagerChoice.environment(launch.environment, isRestricted: isRestricted),
        lend: {
          editor.suspend()
          // Ctrl-C reaches the pager too, and is meant for it.
          signals.claim { _ in }
        },
        takeBack: {
          signals.claim(nil)
          editor.resume()
        })
    }
  }

  /// Runs the rc file; what fails in it is shown, the rest runs, and nobody is kept out.
  private func runStartFile(with interpreter: Interpreter) async {
    let path = "\(workspace.configuration.files.config)/rc"
    guard !launch.options.noRc, FileManager.default.fileExists(atPath: path) else { return }
    await interpreter.setKeepsGoing(true)
    do {
      try await interpreter.runFile(path)
    } catch let error as ScriptError where error.exitCode == .partly {
      // Each of the failures was shown when it happened.
    } catch {
      FailureReport(errors: launch.console.errors).show(error)
    }
  }
}
