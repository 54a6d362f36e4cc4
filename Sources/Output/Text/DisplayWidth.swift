/// Counts the columns that text takes on a terminal.
///
/// By what a reader sees as one character: an emoji of seven scalars has two columns, a letter with
/// three accents one. Terminals differ in rare sequences; the common ones agree with this.
package enum DisplayWidth {
  /// The columns of one line of text.
  package static func of(_ text: String) -> Int {
    if isPrintableASCII(text) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// The text, cut to the columns with `…` at its end where it has more.
  package static func cut(_ text: String, to columns: Int) -> String {
    guard of(text) > columns else { return text }
    guard columns > 0 else { return "" }
    var kept = ""
    var width = 0
    for character in text {
      let next = of(character)
      if width + next > columns - 1 { break }
      kept.append(character)
      width += next
    }
    return kept + "…"
  }

  /// The text with spaces after it, up to the columns.
  package static func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - of(text)))
  }

  /// The columns of one character as a reader sees it.
  package static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if first.value < 0x20 || (0x7F..<0xA0).contains(first.value) { return 0 }
    // U+FE0F asks for the coloured picture of a character that is also a plain sign: ❤, ☎, 1⃣.
    if scalars.count > 1, scalars.contains("\u{FE0F}") { return 2 }
    // Two regional indicators are one flag.
    return scalars.reduce(0) { max($0, of($1)) }
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    guard scalar.value >= 0x300 else { return 1 }
    if scalar.properties.isEmojiPresentation || EastAsianWidth.isWide(scalar) { return 2 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return (0x1160...0x11FF).contains(scalar.value) ? 0 : 1
    }
  }

  private static func isPrintableASCII(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
  }
}
