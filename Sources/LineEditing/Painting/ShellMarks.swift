/// What tells the terminal where prompts, lines and output are, and what to call its window.
///
/// The sequences are those of FinalTerm (OSC 133) and xterm (OSC 2). All are empty for a terminal that
/// does not know them, or for a person who does not want them.
struct ShellMarks: Hashable {
  var promptStart = ""
  var promptEnd = ""
  var commandStart = ""
  /// Said of the command before, with its exit code.
  var commandEnd = ""
  var title = ""

  /// Whether there are no marks for the prompt.
  var isEmpty: Bool { promptStart.isEmpty }

  /// No marks and no title.
  init() {}

  /// The marks for one read.
  init(
    _ preferences: EditingPreferences, _ surroundings: PromptSurroundings, traits: TerminalTraits
  ) {
    guard preferences.showsMarks, traits.knowsMarks, !preferences.isAccessible else { return }
    promptStart = Self.mark("A")
    promptEnd = Self.mark("B")
    commandStart = Self.mark("C")
    if let status = surroundings.lastStatus { commandEnd = Self.mark("D;\(status)") }
  }

  private static func mark(_ letter: String) -> String { "\u{1B}]133;\(letter)\u{1B}\\" }
}
