import TestSupport

extension SeededGenerator {
  /// Text made of what the language has a meaning for, and of what it has none for.
  mutating func text(upTo length: Int) -> String {
    let parts = [
      "a", "team", " ", "\t", "\n", "\r\n", ";", "&", "&&", "|", "||", "!", "'", "\"", "\\", "$",
      "${",
      "}", "$(", ")", "(", "#", "<", ">", ">>", "=", "-", "--", "%3", "@", "/", "..", "for ",
      " in ",
      "if ", "else ", "end ", "é", "日本", "👩‍👩‍👧", "“", "’", "\u{0}", "\u{7}", "\u{A0}", "\u{202E}", "~",
      "x=",
    ]
    let count = Int.random(in: 0...length, using: &self)
    return (0..<count).map { _ in parts.randomElement(using: &self) ?? "" }.joined()
  }
}
