/// What a person sees while a line is read: rows of glyphs, and where the cursor stands.
struct Frame: Hashable {
  /// A place in the block of rows, both counted from 0.
  struct Position: Hashable {
    var row: Int
    var column: Int
  }

  var rows: [[Glyph]]
  var cursor: Position
}

/// The size of a terminal in cells.
struct TerminalSize: Hashable, Sendable {
  var columns: Int
  var rows: Int
}

/// What is to be shown, before it is laid out for a width.
struct LineView: Hashable {
  var prompt: String
  var text: [Unicode.Scalar]
  /// The cursor in scalars.
  var cursor: Int

  /// Lays the line out.
  ///
  /// The cursor always stands on a cell that was painted, also behind the last character. A terminal
  /// that re-wraps its rows on a resize then moves it in one way only.
  func frame(columns: Int) -> Frame {
    var layout = RowLayout(columns: columns)
    for glyph in [Glyph](styled: prompt) { layout.place(glyph) }
    for (index, scalar) in text.enumerated() {
      if scalar.columns == 0, !scalar.isHostile {
        if index == cursor { layout.markCursor(width: 0) }
        layout.join(scalar)
        continue
      }
      let glyph = scalar == "\n" ? Glyph.lineBreak(style: "") : Glyph(scalar)
      if index == cursor { layout.markCursor(width: glyph.width) }
      layout.place(glyph)
    }
    if cursor >= text.count { layout.markCursor(width: 1) }
    layout.place(.space)
    return Frame(rows: layout.rows, cursor: layout.cursor)
  }

  /// The line as plain output, which the terminal wraps itself: for the last look at a finished line.
  var printed: String {
    var glyphs: [Glyph] = []
    for scalar in text { glyphs.append(scalar) }
    let line = glyphs.map { $0.isLineBreak ? "\r\n" : $0.text }.joined()
    let styled = [Glyph](styled: prompt)
    let isStyled = styled.contains { !$0.style.isEmpty }
    return prompt.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
      + (isStyled ? "\u{1B}[0m" : "") + line
  }
}

/// Puts glyphs into rows of a fixed width, as a terminal without automatic wrap would need them.
struct RowLayout {
  let columns: Int
  private(set) var rows: [[Glyph]] = [[]]
  private(set) var cursor = Frame.Position(row: 0, column: 0)
  private var column = 0

  init(columns: Int) {
    self.columns = max(columns, 2)
  }

  /// Adds a glyph; one that does not fit any more goes to the next row.
  mutating func place(_ glyph: Glyph) {
    wrap(before: glyph.width)
    if glyph.isLineBreak {
      rows[rows.count - 1].append(.space)
      startRow()
    } else {
      rows[rows.count - 1].append(glyph)
      column += glyph.width
    }
  }

  /// Adds a combining mark to the glyph before it.
  mutating func join(_ scalar: Unicode.Scalar) {
    guard let last = rows[rows.count - 1].indices.last else { return place(Glyph(scalar)) }
    rows[rows.count - 1][last].text.unicodeScalars.append(scalar)
  }

  /// Notes that the cursor stands where the next glyph will.
  mutating func markCursor(width: Int) {
    wrap(before: width)
    cursor = Frame.Position(row: rows.count - 1, column: min(column, columns - 1))
  }

  private mutating func wrap(before width: Int) {
    if column + width > columns { startRow() }
  }

  private mutating func startRow() {
    rows.append([])
    column = 0
  }
}
