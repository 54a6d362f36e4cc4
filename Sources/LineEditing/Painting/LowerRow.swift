/// What stands in rows of its own below the line.
enum LowerRow: Hashable {
  /// The candidates of a completion.
  case menu(CompletionMenu)
  /// A word on the line, such as why Enter does not run it.
  case remark(String)
  /// A text that is being worked with, such as what is searched for.
  case text(String)

  /// Lays the rows out.
  ///
  /// - Parameters:
  ///   - columns: The width of the screen.
  ///   - limit: How many rows there may be.
  /// - Returns: The rows, each narrower than the screen.
  func rows(columns: Int, limit: Int) -> [[Glyph]] {
    guard limit > 0 else { return [] }
    switch self {
    case .menu(let menu): return menu.rows(columns: columns, limit: limit)
    case .remark(let text): return [Self.glyphs(text, style: "2").fitted(to: columns - 1)]
    case .text(let text): return [Self.glyphs(text, style: "").fitted(to: columns - 1)]
    }
  }

  /// One line of glyphs; a text may hold anything, line ends included.
  static func glyphs(_ text: String, style: String = "") -> [Glyph] {
    var glyphs: [Glyph] = []
    for scalar in text.unicodeScalars { glyphs.append(scalar == "\n" ? " " : scalar, style: style) }
    return glyphs
  }
}
