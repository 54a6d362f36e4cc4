internal import CEditline
import Glibc
import Synchronization

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
    /// Who says what the parts of the line are, to colour them.
    package var highlighter: (any Highlighter)?
    /// Who says how the line could go on.
    package var hinter: (any Hinter)?
    /// Why Enter begins a new line of the statement, in words; `nil` where it runs it.
    package var continuation: @Sendable (String) -> String?
    /// What the person has chosen, asked at the start of each read.
    package var preferences: @Sendable () -> EditingPreferences
    /// The person's `.editrc`.
    package var startFile = StartFile()
    /// The program for editing a line at length; `nil` for none.
    package var externalEditor: ExternalEditor?
    /// Why there is none, in words, for whoever presses its key.
    package var externalEditorRefusal: String?
    /// Where Ctrl-C and changes of the window come from.
    package var signals: SignalSource?

    /// Makes a configuration for standard input and output.
    package init(
      traits: TerminalTraits, history: History, completer: (any Completer)? = nil,
      highlighter: (any Highlighter)? = nil, hinter: (any Hinter)? = nil,
      signals: SignalSource? = nil,
      preferences: @escaping @Sendable () -> EditingPreferences = { EditingPreferences() },
      continuation: @escaping @Sendable (String) -> String? = { _ in nil }
    ) {
      self.traits = traits
      self.history = history
      self.completer = completer
      self.signals = signals
      self.preferences = preferences
      self.highlighter = highlighter
      self.hinter = hinter
      self.continuation = continuation
    }

    /// Whether Enter runs the statement.
    func isComplete(_ text: String) -> Bool { continuation(text) == nil }
  }

  private let mailbox: Mailbox
  private let mode: TerminalMode
  private let title = WindowTitle()
  /// Whether a program has the terminal.
  private let isSuspended = Mutex(false)
  private let externalEditor: ExternalEditor?
  private let signals: SignalSource?
  private let output: Int32

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
    output = configuration.output
    externalEditor = configuration.externalEditor
    signals = configuration.signals
    configuration.completer?.announce { mailbox.namesArrived() }
    let loop = try EditlineLoop(configuration, mailbox: mailbox, mode: mode, title: title)
    try DedicatedThread.start { loop.run() }
    configuration.signals?.whenStopped(
      before: { mode.restore() },
      after: { [weak self] in
        if let self, self.isSuspended.withLock({ !$0 }) { mode.quieten() }
      })
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

  package func offer(_ text: String, isPrivate: Bool) {
    mailbox.offer(text, isPrivate: isPrivate)
  }

  package func surround(with surroundings: PromptSurroundings) {
    mailbox.surround(with: surroundings)
  }

  package func edit(_ text: String) async -> String? {
    guard let externalEditor else { return nil }
    suspend()
    // Ctrl-C and Ctrl-Z reach the program too, and are meant for it.
    signals?.claim { _ in }
    defer {
      signals?.claim(nil)
      resume()
    }
    return await withCheckedContinuation { continuation in
      do {
        try DedicatedThread.start { continuation.resume(returning: externalEditor.edit(text)) }
      } catch {
        continuation.resume(returning: nil)
      }
    }
  }

  package func post(_ notice: String) {
    mailbox.post(notice)
  }

  package func suspend() {
    isSuspended.withLock { $0 = true }
    mode.restore()
  }

  package func resume() {
    isSuspended.withLock { $0 = false }
    mode.quieten()
  }

  package func close() {
    mailbox.close()
    Descriptor.write(title.restored(), to: output)
    mode.restore()
  }
}
