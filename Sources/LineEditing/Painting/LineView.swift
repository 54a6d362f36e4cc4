/// What is to be shown, before it is laid out for a width.
struct LineView: Hashable {
  var prompt: String
  var text: [Unicode.Scalar]
  /// The cursor in scalars.
  var cursor: Int
  /// The parts of the text that have a colour.
  var highlights: [Highlight] = []
  /// What could follow the text: shown dim behind it, the cursor before it.
  var hint = ""
  /// What stands at the right edge of the first row while there is room for it.
  var rightPrompt = ""

  /// Lays the line out.
  ///
  /// The cursor always stands on a cell that was painted, also behind the last character. A terminal
  /// that re-wraps its rows on a resize then moves it in one way only.
  func frame(columns: Int) -> Frame {
    var layout = RowLayout(columns: columns)
    for glyph in [Glyph](styled: prompt) { layout.place(glyph) }
    var styles = highlights[...]
    for (index, scalar) in text.enumerated() {
      if scalar.columns == 0, !scalar.isHostile {
        if index == cursor { layout.markCursor(width: 0) }
        layout.join(scalar)
        continue
      }
      while let first = styles.first, first.range.upperBound <= index { styles.removeFirst() }
      let highlight = styles.first.flatMap { $0.range.contains(index) ? $0 : nil }
      let glyph =
        scalar == "\n"
        ? Glyph.lineBreak(style: "") : Glyph(scalar, style: highlight?.kind.style ?? "")
      if index == cursor { layout.markCursor(width: glyph.width) }
      layout.place(glyph)
    }
    let hint = cursor >= text.count ? hintGlyphs : []
    if cursor >= text.count { layout.markCursor(width: hint.first?.width ?? 1) }
    let edge = [Glyph](styled: rightPrompt).filter { !$0.isLineBreak }
    let reserved = edge.isEmpty || layout.rows.count > 1 ? 0 : edge.width + 3
    let hasEdge = reserved > 0 && layout.room > reserved
    for glyph in hint.fitted(to: layout.room - (hasEdge ? reserved : 0)) { layout.place(glyph) }
    if hint.isEmpty { layout.place(.space) }
    var frame = Frame(rows: layout.rows, cursor: layout.cursor)
    if hasEdge {
      let blanks = layout.columns - 1 - edge.width - frame.rows[0].width
      frame.rows[0] += Array(repeating: .space, count: max(blanks, 0)) + edge
    }
    return frame
  }

  /// The first line of the hint, since the cursor's row is all the room it has.
  private var hintGlyphs: [Glyph] {
    var glyphs: [Glyph] = []
    let line = hint.prefix { $0 != "\n" }
    for scalar in line.unicodeScalars { glyphs.append(scalar, style: "2") }
    if line.endIndex < hint.endIndex { glyphs.append("…", style: "2") }
    return glyphs
  }

  /// The line as plain output, which the terminal wraps itself: for the last look at a finished line.
  var printed: String { promptOutput + textOutput }

  /// The prompt as plain output, its colours ended.
  var promptOutput: String {
    let isStyled = [Glyph](styled: prompt).contains { !$0.style.isEmpty }
    return prompt.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
      + (isStyled ? "\u{1B}[0m" : "")
  }

  /// The text as plain output.
  var textOutput: String {
    var glyphs: [Glyph] = []
    for scalar in text { glyphs.append(scalar) }
    return glyphs.map { $0.isLineBreak ? "\r\n" : $0.text }.joined()
  }
}
