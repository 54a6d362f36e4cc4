/// What the environment says of the terminal.
package struct TerminalSurroundings: Sendable, Hashable {
  /// The kind of terminal, as `xterm-256color`; empty where it is not said.
  package var name = ""
  /// The locale for characters, as `C.UTF-8`; empty where none is set.
  package var locale = ""

  package init() {}

  package init(environment: [String: String]) {
    name = environment["TERM"] ?? ""
    locale =
      ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
  }

  /// Whether letters beyond ASCII can be shown.
  package var isUnicode: Bool {
    let text = locale.lowercased()
    return text.contains("utf-8") || text.contains("utf8")
  }
}
