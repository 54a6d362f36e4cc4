/// What a kind of terminal can do.
package struct TerminalTraits: Sendable, Hashable {
  /// Whether the cursor can be moved about.
  package var isAddressable: Bool
  /// Whether rows that become too long for a narrower window are broken into several.
  package var rewraps: Bool
  /// Whether pasted text can be told from typed text.
  package var bracketsPaste: Bool

  /// The traits of the terminal that the environment describes.
  ///
  /// Most terminals break rows; xterm, the Linux console and screen cut them.
  package init(environment: [String: String]) {
    let name = environment["TERM"] ?? ""
    isAddressable = !["", "dumb", "unknown", "emacs"].contains(name)
    let isScreen = environment["STY"] != nil && environment["TMUX"] == nil
    rewraps = environment["XTERM_VERSION"] == nil && name != "linux" && !isScreen
    bracketsPaste = isAddressable && name != "linux"
  }

  func pasteBrackets(_ isOn: Bool) -> String {
    bracketsPaste ? (isOn ? "\u{1B}[?2004h" : "\u{1B}[?2004l") : ""
  }
}
