extension KeyBinding {
  /// Every key that does something, in the order to show them in.
  ///
  /// Those without words for people carry a key's meaning to us, and are shown nowhere.
  package static let all: [KeyBinding] =
    running + moving + changing + removing + recalling + completing + vi + silent

  /// The bindings to show to somebody who edits in this mode.
  package static func shown(in mode: EditingMode) -> [KeyBinding] {
    all.filter { !$0.action.isEmpty && $0.modes.contains(mode) }
  }

  private static let everywhere = Map.allCases

  private static let running = [
    KeyBinding(
      "Running", "Enter", "Runs the statement, or goes on with it in a new line.", .ours(.enter),
      [[0x0D], [0x0A]], in: everywhere),
    KeyBinding(
      "Running", "Alt-Enter", "Begins a new line of the statement.", .ours(.newline),
      [[KeyCode.newline]], in: [.emacs]),
    KeyBinding(
      "Running", "Alt-?", "Shows help on the command.", .ours(.help), [meta("?")], in: [.emacs]),
    KeyBinding(
      "Running", "Alt-#", "Keeps the line in the history as a comment.", .ours(.commentOut),
      [meta("#")], in: [.emacs]),
    KeyBinding(
      "Running", "Ctrl-D", "Leaves on an empty line, and deletes a character elsewhere.",
      .ours(.deleteOrEnd), [control("D")], in: everywhere),
    KeyBinding(
      "Running", "Ctrl-X Ctrl-E", "Edits the line in $VISUAL or $EDITOR.", .ours(.edit),
      [control("X") + control("E")]),
    KeyBinding(
      "Running", "Ctrl-L", "Clears the screen.", .ours(.clearScreen), [control("L")],
      in: everywhere),
  ]

  private static let moving = [
    KeyBinding(
      "Moving", "Left, Ctrl-B", "Goes back a character.", .ours(.left),
      [named(.left), control("B")]),
    KeyBinding(
      "Moving", "Right, Ctrl-F", "Goes on a character; at the end takes the hint.", .ours(.right),
      [named(.right), control("F")]),
    KeyBinding(
      "Moving", "Alt-B, Ctrl-Left, Alt-Left", "Goes back a word.", .ours(.wordLeft),
      [meta("b"), named(.wordLeft)]),
    KeyBinding(
      "Moving", "Alt-F, Ctrl-Right, Alt-Right",
      "Goes on a word; at the end takes a word of the hint.", .ours(.wordRight),
      [meta("f"), named(.wordRight)]),
    KeyBinding(
      "Moving", "Ctrl-A, Home", "Goes to the start of the line.", .ours(.lineStart),
      [control("A"), named(.home)]),
    KeyBinding(
      "Moving", "Ctrl-E, End", "Goes to the end of the line; there takes the hint.",
      .ours(.lineEnd), [control("E"), named(.end)]),
  ]

  private static let changing = [
    KeyBinding(
      "Changing", "Ctrl-_, Ctrl-X Ctrl-U", "Takes the last change back.", .ours(.undo),
      [[0x1F], control("X") + control("U")]),
    KeyBinding(
      "Changing", "Ctrl-T", "Exchanges two characters.", .libedit("ed-transpose-chars"),
      [control("T")]),
    KeyBinding(
      "Changing", "Alt-T", "Exchanges two words.", .ours(.transposeWords), [meta("t")],
      in: [.emacs]),
    KeyBinding(
      "Changing", "Alt-U", "Makes a word upper case.", .libedit("em-upper-case"), [meta("u")],
      in: [.emacs]),
    KeyBinding(
      "Changing", "Alt-L", "Makes a word lower case.", .libedit("em-lower-case"), [meta("l")],
      in: [.emacs]),
    KeyBinding(
      "Changing", "Alt-C", "Gives a word a capital.", .libedit("em-capitol-case"), [meta("c")],
      in: [.emacs]),
    KeyBinding(
      "Changing", "Ctrl-V", "Inserts the next key as a character.", .ours(.insertLiterally),
      [control("V")]),
  ]

  private static let removing = [
    KeyBinding(
      "Removing", "Backspace, Ctrl-H", "Deletes the character before the cursor.",
      .ours(.deleteBack), [[0x7F], control("H")]),
    KeyBinding(
      "Removing", "Delete", "Deletes the character at the cursor.", .ours(.delete),
      [named(.delete)]),
    KeyBinding(
      "Removing", "Ctrl-W", "Removes back to a blank.", .ours(.killBlankWordBack),
      [control("W")]),
    KeyBinding(
      "Removing", "Alt-Backspace", "Removes the word before the cursor.", .ours(.killWordBack),
      [[KeyCode.deleteWordBack]]),
    KeyBinding(
      "Removing", "Alt-D, Ctrl-Delete", "Removes the word behind the cursor.",
      .ours(.killWordForward), [meta("d"), named(.deleteWord)]),
    KeyBinding(
      "Removing", "Ctrl-U", "Removes to the start of the line.", .ours(.killToStart),
      [control("U")]),
    KeyBinding(
      "Removing", "Ctrl-K", "Removes to the end of the line.", .ours(.killToEnd), [control("K")]),
    KeyBinding(
      "Removing", "Ctrl-Y", "Puts back what was removed last.", .ours(.yank), [control("Y")]),
    KeyBinding(
      "Removing", "Alt-Y", "Then puts back what was removed before that.", .ours(.yankOlder),
      [meta("y")], in: [.emacs]),
  ]

  private static let recalling = [
    KeyBinding(
      "Earlier lines", "Up, Ctrl-P", "Recalls the line before that begins as this one.",
      .ours(.up), [named(.up), control("P")], in: everywhere),
    KeyBinding(
      "Earlier lines", "Down, Ctrl-N", "Goes back towards the newest line.", .ours(.down),
      [named(.down), control("N")], in: everywhere),
    KeyBinding(
      "Earlier lines", "Ctrl-R", "Searches for an earlier line.", .ours(.searchOlder),
      [control("R")], in: everywhere),
    KeyBinding(
      "Earlier lines", "Ctrl-S", "Searches towards the newest line.", .ours(.searchNewer),
      [control("S")], in: everywhere),
    KeyBinding(
      "Earlier lines", "Alt-., Alt-_", "Inserts the last word of the line before.",
      .ours(.lastArgument), [meta("."), meta("_")], in: [.emacs]),
  ]

  private static let completing = [
    KeyBinding(
      "Completing", "Tab", "Completes the word, and chooses among several.", .ours(.complete),
      [control("I")], in: [.emacs, .viInsert]),
    KeyBinding(
      "Completing", "Shift-Tab", "Chooses the one before.", .ours(.completeBack),
      [named(.backTab)]),
    KeyBinding(
      "Completing", "Escape, Ctrl-G", "Restores what was typed.", .ours(.cancel),
      [named(.escape), control("G")], in: everywhere),
  ]

  static func control(_ letter: Unicode.Scalar) -> [UInt32] { [letter.value & 0x1F] }
  static func named(_ key: NamedKey) -> [UInt32] { [KeyCode.code(of: key)] }
  static func meta(_ letter: Unicode.Scalar) -> [UInt32] { [0x1B, letter.value] }
}
