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

/// Puts glyphs into rows of a fixed width, as a terminal without automatic wrap would need them.
struct RowLayout {
  let columns: Int
  private(set) var rows: [[Glyph]] = [[]]
  private(set) var cursor = Frame.Position(row: 0, column: 0)
  private var column = 0

  init(columns: Int) {
    self.columns = max(columns, 2)
  }

  /// The cells that are left in the last row.
  var room: Int { columns - column }

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
