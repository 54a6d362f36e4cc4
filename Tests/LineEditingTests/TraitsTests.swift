import Testing

@testable import LineEditing

/// What terminals can do, as their environment tells it.
struct TraitsTests {
  @Test(arguments: [
    (["TERM": "xterm-256color"], true, true, true), (["TERM": "dumb"], false, true, false),
    (["TERM": "dumb", "INSIDE_EMACS": "29.1,comint"], false, false, false),
    (["TERM": "emacs"], false, false, false), ([:], false, false, false),
    (["TERM": "linux"], true, true, false), (["TERM": "screen", "STY": "1.x"], true, true, false),
    (["TERM": "screen-256color", "TMUX": "/tmp/x"], true, true, true),
    (["TERM": "vt220"], true, true, false),
    (["TERM": "weird", "TERM_PROGRAM": "WezTerm"], true, true, true),
  ])
  func `keys, cursor and marks go by the terminal's name`(
    environment: [String: String], isAddressable: Bool, takesKeys: Bool, knowsMarks: Bool
  ) {
    let traits = TerminalTraits(environment: environment)
    #expect(traits.isAddressable == isAddressable)
    #expect(traits.takesKeys == takesKeys)
    #expect(traits.knowsMarks == knowsMarks)
  }

  @Test(arguments: [
    (["LC_ALL": "C"], true), (["LANG": "C.UTF-8"], false), ([:], false),
    (["LANG": "de_DE.utf8", "LC_ALL": ""], false), (["LANG": "en_US.UTF-8", "LC_ALL": "C"], true),
    (["LC_CTYPE": "de_DE.ISO-8859-1"], true),
  ])
  func `letters beyond ASCII go by the locale`(environment: [String: String], isASCII: Bool) {
    #expect(TerminalTraits(environment: environment).isASCII == isASCII)
  }

  @Test(arguments: [
    (["TERM": "xterm"], true), (["TERM": "xterm", "NO_COLOR": "1"], false),
    (["TERM": "xterm", "NO_COLOR": ""], true), (["TERM": "dumb"], false),
  ])
  func `colour goes by the terminal and by NO_COLOR`(environment: [String: String], takes: Bool) {
    #expect(TerminalTraits(environment: environment).takesColor == takes)
  }

  @Test func `a title cannot end its sequence early, and is given back once`() {
    let title = WindowTitle()
    #expect(title.restored().isEmpty)
    #expect(
      title.shown("a\u{1B}\\b\u{7}c\u{9C}d") == "\u{1B}[22;2t\u{1B}]2;a\\bcd\u{1B}\\")
    #expect(title.shown("x") == "\u{1B}]2;x\u{1B}\\")
    #expect(title.restored() == "\u{1B}]2;\u{1B}\\\u{1B}[23;2t")
    #expect(title.restored().isEmpty)
  }
}
