import Glibc

/// What a kind of terminal can do.
package struct TerminalTraits: Sendable, Hashable {
  /// Whether the cursor can be moved about.
  package var isAddressable: Bool
  /// Whether keys can be taken one by one, and what they type be written by us.
  ///
  /// A dumb terminal can that; Emacs sends lines, and so may what does not say what it is.
  package var takesKeys: Bool
  /// Whether rows that become too long for a narrower window are broken into several.
  package var rewraps: Bool
  /// Whether pasted text can be told from typed text.
  package var bracketsPaste: Bool
  /// Whether marks around prompts and the window's title are understood.
  package var knowsMarks: Bool
  /// Whether the cursor can be given another shape.
  package var shapesCursor: Bool
  /// Whether the person's locale has ASCII letters only.
  package var isASCII: Bool
  /// Whether colours are welcome.
  package var takesColor: Bool

  /// The traits of the terminal that the environment describes.
  ///
  /// Most terminals break rows; xterm, the Linux console and screen cut them.
  package init(environment: [String: String]) {
    let name = environment["TERM"] ?? ""
    isAddressable = !["", "dumb", "unknown", "emacs"].contains(name)
    takesKeys = isAddressable || (name == "dumb" && environment["INSIDE_EMACS"] == nil)
    let isScreen = environment["STY"] != nil && environment["TMUX"] == nil
    rewraps = environment["XTERM_VERSION"] == nil && name != "linux" && !isScreen
    bracketsPaste = isAddressable && name != "linux"
    let program = environment["TERM_PROGRAM"] ?? ""
    let isKnown =
      Self.marking.contains { name.hasPrefix($0) } || Self.markingPrograms.contains(program)
    knowsMarks = isAddressable && isKnown && !isScreen
    shapesCursor = knowsMarks
    isASCII = !Self.isUnicode(environment)
    takesColor = isAddressable && (environment["NO_COLOR"] ?? "").isEmpty
  }

  /// The terminals, by the start of their names, that take marks and titles or pass over them.
  private static let marking = [
    "xterm", "tmux", "screen", "alacritty", "contour", "foot", "ghostty", "gnome", "iterm",
    "kitty", "konsole", "mintty", "rio", "rxvt", "st-", "vte", "wezterm",
  ]
  private static let markingPrograms = [
    "iTerm.app", "WezTerm", "vscode", "ghostty", "Apple_Terminal", "tmux", "mintty", "rio",
  ]

  /// Whether the locale's letters are Unicode's; one that names no character set is taken to be.
  private static func isUnicode(_ environment: [String: String]) -> Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }
    guard let name = names.first(where: { !$0.isEmpty })?.lowercased() else { return true }
    return name.contains("utf-8") || name.contains("utf8")
  }

  func pasteBrackets(_ isOn: Bool) -> String {
    bracketsPaste ? (isOn ? "\u{1B}[?2004h" : "\u{1B}[?2004l") : ""
  }
}
