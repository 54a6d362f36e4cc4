internal import CEditline
import Glibc

/// Edits lines at a terminal with libedit, which has a thread of its own.
///
/// libedit keeps the line and acts on editing keys. The keys reach it decoded, and what is on the
/// screen is painted here: so Unicode, notices, menus and changes of the window's size do not depend
/// on what libedit believes to be on the screen.
package final class EditlineEditor: LineEditor {
  /// What an editor is made of.
  package struct Configuration: Sendable {
    /// The terminal's input.
    package var input: Int32 = 0
    /// The terminal's output.
    package var output: Int32 = 1
    /// What the terminal can do.
    package var traits: TerminalTraits
    /// Where earlier lines come from; lines are added to it by whoever runs them.
    package var history: History
    /// Who is asked at Tab.
    package var completer: (any Completer)?
    /// Whether Enter runs the statement; where it does not, it begins a new line of it.
    package var isComplete: @Sendable (String) -> Bool
    /// What the person has chosen, asked at the start of each read.
    package var preferences: @Sendable () -> EditingPreferences
    /// Where Ctrl-C and changes of the window come from.
    package var signals: SignalSource?

    /// Makes a configuration for standard input and output.
    package init(
      traits: TerminalTraits, history: History, completer: (any Completer)? = nil,
      signals: SignalSource? = nil,
      preferences: @escaping @Sendable () -> EditingPreferences = { EditingPreferences() },
      isComplete: @escaping @Sendable (String) -> Bool = { _ in true }
    ) {
      self.traits = traits
      self.history = history
      self.completer = completer
      self.signals = signals
      self.preferences = preferences
      self.isComplete = isComplete
    }
  }

  private let mailbox: Mailbox
  private let mode: TerminalMode

  /// Starts the editor's thread, with the terminal quiet from here on.
  ///
  /// - Throws: When input or output is not a terminal, or the system gives no thread.
  package init(_ configuration: Configuration) throws(LineEditingError) {
    guard isatty(configuration.input) == 1, isatty(configuration.output) == 1,
      let mode = TerminalMode(descriptor: configuration.input)
    else { throw LineEditingError(.notATerminal) }
    let mailbox = try Mailbox()
    self.mode = mode
    self.mailbox = mailbox
    let loop = try EditlineLoop(configuration, mailbox: mailbox)
    try DedicatedThread.start { loop.run() }
  }

  deinit {
    close()
  }

  package func read(_ prompt: String) async -> LineEvent {
    await line(prompt, isAnswer: false)
  }

  package func ask(_ question: String) async -> LineEvent {
    await line(question, isAnswer: true)
  }

  private func line(_ prompt: String, isAnswer: Bool) async -> LineEvent {
    let id = mailbox.newID()
    return await withTaskCancellationHandler {
      await withCheckedContinuation {
        mailbox.submit(
          Mailbox.Request(id: id, prompt: prompt, isAnswer: isAnswer, continuation: $0))
      }
    } onCancel: {
      mailbox.cancel(id)
    }
  }

  package func offer(_ text: String) {
    mailbox.offer(text)
  }

  package func post(_ notice: String) {
    mailbox.post(notice)
  }

  package func suspend() {
    mode.restore()
  }

  package func resume() {
    mode.quieten()
  }

  package func close() {
    mailbox.close()
    mode.restore()
  }
}
