extension KeyBinding {
  /// The keys of vi's command mode that are ours; the others are libedit's own.
  static let vi = [
    KeyBinding(
      "vi commands", "Escape", "Leaves insert mode.", .libedit("vi-command-mode"),
      [[KeyCode.leaveInsertMode]], in: [.viInsert]),
    KeyBinding("vi commands", "k, -", "Recalls the line before.", .ours(.up), [["k"], ["-"]]),
    KeyBinding(
      "vi commands", "j, +", "Goes back towards the newest line.", .ours(.down), [["j"], ["+"]]),
    KeyBinding("vi commands", "u", "Takes the last change back.", .ours(.undo), [["u"]]),
    KeyBinding(
      "vi commands", "/, ?", "Searches for an earlier line.", .ours(.searchOlder), [["/"], ["?"]]),
    KeyBinding(
      "vi commands", "n, N", "Searches once more, older or newer.", .ours(.searchAgainOlder),
      [["n"]]),
    KeyBinding("vi commands", "", "", .ours(.searchAgainNewer), [["N"]]),
    KeyBinding("vi commands", "v", "Edits the line in $VISUAL or $EDITOR.", .ours(.edit), [["v"]]),
    KeyBinding(
      "vi commands", "_", "Inserts the last word of the line before.", .ours(.lastArgument),
      [["_"]]),
    KeyBinding(
      "vi commands", "#", "Keeps the line in the history as a comment.", .ours(.commentOut),
      [["#"]]),
    KeyBinding("", "", "", .libedit("ed-prev-char"), [named(.left)], in: [.viCommand]),
    KeyBinding("", "", "", .libedit("ed-next-char"), [named(.right)], in: [.viCommand]),
    KeyBinding("", "", "", .libedit("ed-move-to-beg"), [named(.home)], in: [.viCommand]),
    KeyBinding("", "", "", .libedit("ed-move-to-end"), [named(.end)], in: [.viCommand]),
    KeyBinding("", "", "", .libedit("ed-delete-next-char"), [named(.delete)], in: [.viCommand]),
    KeyBinding("", "", "", .libedit("vi-prev-word"), [named(.wordLeft)], in: [.viCommand]),
    KeyBinding("", "", "", .libedit("vi-next-word"), [named(.wordRight)], in: [.viCommand]),
    KeyBinding("", "", "", .ours(.nothing), [control("I")], in: [.viCommand]),
  ]

  /// What is no key of a keyboard.
  static let silent = [
    KeyBinding("", "", "", .ours(.paste), [[KeyCode.paste]], in: Map.allCases),
    KeyBinding("", "", "", .ours(.compose), [[KeyCode.compose]]),
    KeyBinding("", "", "", .ours(.tellMode), [[KeyCode.tellMode]], in: [.viInsert, .viCommand]),
    // Keys that libedit would act on in ways that no one here expects.
    KeyBinding(
      "", "", "", .ours(.nothing),
      [control("C"), control("O"), control("Q"), control("Z"), [0x1C], [0x1D], [0x1E]]),
    KeyBinding("", "", "", .ours(.nothing), [meta("x")], in: [.emacs]),
    KeyBinding("", "", "", .ours(.nothing), [[0x3A]], in: [.viCommand]),
  ]

  private init(
    _ section: String, _ keys: String, _ action: String, _ function: Function,
    _ letters: [[Unicode.Scalar]]
  ) {
    self.init(
      section, keys, action, function, letters.map { $0.map(\.value) }, in: [.viCommand])
  }
}
