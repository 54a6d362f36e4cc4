/// What the line must be after each key, worked out without an editor.
package struct RandomLine {
  package private(set) var text: [Character] = []
  private var cursor = 0

  package init() {}

  /// Presses a key of chance.
  ///
  /// - Returns: What a terminal sends for it.
  package mutating func press(_ random: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<20, using: &random) {
    case 0:
      cursor = max(cursor - 1, 0)
      return "\u{1B}[D"
    case 1:
      cursor = min(cursor + 1, text.count)
      return "\u{1B}[C"
    case 2:
      if cursor > 0 {
        text.remove(at: cursor - 1)
        cursor -= 1
      }
      return "\u{7F}"
    case 3:
      if cursor < text.count { text.remove(at: cursor) }
      return "\u{1B}[3~"
    case 4:
      cursor = 0
      return "\u{1B}[H"
    case 5:
      cursor = text.count
      return "\u{5}"
    case 6:
      insert("粘贴 x")
      return "\u{1B}[200~粘贴 x\u{1B}[201~"
    case 7: return ["\u{1B}[15~", "\u{1B}[5~", "\u{F}"].randomElement(using: &random) ?? ""
    default:
      let typed = Array("abcdef ghé日本語😀ß").randomElement(using: &random) ?? "a"
      insert(String(typed))
      return String(typed)
    }
  }

  private mutating func insert(_ typed: String) {
    text.insert(contentsOf: typed, at: cursor)
    cursor += typed.count
  }
}
