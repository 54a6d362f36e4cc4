/// Spells text with ASCII letters, for terminals whose character set has no others.
enum Transliteration {
  /// The letters that no accent makes of an ASCII one, and the signs that are worth keeping.
  private static let spellings: [Unicode.Scalar: String] = [
    "ß": "s", "Æ": "A", "æ": "a", "Ø": "O", "ø": "o", "Ł": "L", "ł": "l", "Đ": "D", "đ": "d",
    "Þ": "T", "þ": "t", "ð": "d", "Œ": "O", "œ": "o", "ı": "i", "–": "-", "—": "-", "‘": "'",
    "’": "'", "“": "\"", "”": "\"", "…": ".", "·": "-", "⏎": "%", "→": ">", "\u{A0}": " ",
    "«": "<", "»": ">", "•": "*", "←": "<", "↵": "/",
  ]

  /// The text in ASCII, each character as wide as it was; what has no spelling becomes `?`.
  static func ascii(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
    return text.unicodeScalars.map(spelling).joined()
  }

  private static func spelling(_ scalar: Unicode.Scalar) -> String {
    if scalar.isASCII { return String(Character(scalar)) }
    if let known = spellings[scalar] { return known }
    let base = String(Character(scalar)).decomposed.unicodeScalars.first
    if let base, base.isASCII { return String(Character(base)) }
    return String(repeating: "?", count: scalar.columns)
  }
}

extension Glyph {
  /// The glyph in ASCII, as wide as before.
  var transliterated: Glyph {
    var glyph = self
    let spelled = Transliteration.ascii(text)
    glyph.text = spelled.utf8.count == width ? spelled : String(spelled.prefix(width))
    return isLineBreak ? self : glyph
  }
}
