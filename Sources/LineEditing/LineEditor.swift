import Glibc

/// Reads lines from a person, or from what stands in for one.
package protocol LineEditor: Sendable {
  /// Reads one line, or one statement of several lines.
  ///
  /// One read at a time; a second one waits for the first. Cancelling the task ends the read as
  /// Ctrl-C does.
  ///
  /// - Parameter prompt: The text before the line. Colour sequences (SGR) take no room.
  /// - Returns: The line, or why there is none.
  func read(_ prompt: String) async -> LineEvent

  /// Asks for one plain line, such as an answer to a question.
  ///
  /// No completion, no earlier lines, no continuation: Enter ends it.
  ///
  /// - Parameter question: The text before the answer.
  /// - Returns: The answer, or why there is none.
  func ask(_ question: String) async -> LineEvent

  /// Puts a text into the line of the next read, where the editor can.
  ///
  /// It is there to be edited, with the cursor behind it. A private one stays private, as the line that it
  /// comes from: its space was typed.
  func offer(_ text: String, isPrivate: Bool)

  /// Lets the person edit a text in a program of their own.
  ///
  /// - Returns: The text as it was left; `nil` where there is no such program, or it failed.
  func edit(_ text: String) async -> String?

  /// Shows a notice above a half-typed line, from any thread.
  ///
  /// With no read under way the notice waits for the next one, so that it cannot land in the middle
  /// of a command's output.
  func post(_ notice: String)

  /// Says what goes with the line of the next read, besides its prompt.
  func surround(with surroundings: PromptSurroundings)

  /// Gives the terminal back as it was found, for a program that is about to use it.
  func suspend()

  /// Takes the terminal again after such a program: keys typed ahead are kept and not echoed.
  func resume()

  /// Ends the editor and leaves the terminal as it was found.
  func close()
}

extension LineEditor {
  package func ask(_ question: String) async -> LineEvent { await read(question) }
  package func offer(_ text: String, isPrivate: Bool) {}
  package func surround(with surroundings: PromptSurroundings) {}
  package func edit(_ text: String) async -> String? { nil }
  package func suspend() {}
  package func resume() {}
  package func close() {}
}

/// How a read ended.
package enum LineEvent: Sendable, Hashable {
  /// A whole statement, without the newline that ended it; it may hold newlines of its own.
  ///
  /// It is private where it began with a space that was typed, and not pasted: whoever runs it keeps
  /// it out of the history.
  case line(String, isPrivate: Bool = false)
  /// The wish for help on what is typed so far; the next read is to begin with it.
  case help(String, isPrivate: Bool = false)
  /// Ctrl-C: what was typed is dropped.
  case interrupt
  /// Ctrl-D on an empty line, or a closed terminal.
  case eof
  /// A signal to end: `terminate` or `hangUp`.
  case ended(by: Signal)
}

/// Why a line editor or a history cannot work.
package struct LineEditingError: Error, Sendable, Hashable {
  /// The ways in which it can go wrong.
  package enum Code: Sendable, Hashable {
    /// Standard input or output is not a terminal.
    case notATerminal
    /// The system gave no pipe, thread or editor.
    case noResources
    /// The history file cannot be written; lines are remembered until the end of this session.
    case historyUnwritable
    /// The history file cannot be read.
    case historyUnreadable
  }

  /// What went wrong.
  package let code: Code
  /// The file or folder concerned; empty where there is none.
  package let path: String
  /// The system's error number; 0 where there is none.
  package let errno: Int32

  /// Makes an error of its facts.
  package init(_ code: Code, path: String = "", errno: Int32 = 0) {
    self.code = code
    self.path = path
    self.errno = errno
  }

  /// The system's words for it.
  package var reason: String { unsafe String(cString: strerror(errno)) }
}
