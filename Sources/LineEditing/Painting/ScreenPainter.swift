/// Turns frames into what must be written to get from the last one to the next.
///
/// Every row is painted with automatic wrap off and placed by its own, so that a character whose
/// width the terminal sees otherwise can spoil no row but its own, and so that a re-wrapping
/// terminal meets rows whose length is known.
struct ScreenPainter {
  private(set) var painted = Frame(rows: [], cursor: Frame.Position(row: 0, column: 0))

  /// The output that changes the screen from the last frame to this one.
  mutating func paint(_ frame: Frame, columns: Int) -> String {
    guard frame != painted else { return "" }
    var pen = Pen(position: painted.cursor, columns: columns)
    for (index, row) in frame.rows.enumerated() {
      let old = index < painted.rows.count ? painted.rows[index] : []
      if old == row, index < painted.rows.count { continue }
      pen.rewrite(old, as: row, at: index)
    }
    if painted.rows.count > frame.rows.count {
      pen.move(to: Frame.Position(row: frame.rows.count, column: 0))
      pen.output += "\u{1B}[J"
    }
    let wrote = !pen.output.isEmpty
    pen.move(to: frame.cursor)
    painted = frame
    return wrote ? "\u{1B}[?25l\u{1B}[?7l" + pen.output + "\u{1B}[?7h\u{1B}[?25h" : pen.output
  }

  /// The output that removes the block and leaves the cursor where it began.
  mutating func erase() -> String {
    leave(rowsAbove: painted.cursor.row)
  }

  /// The output that removes the block after the window has changed its width.
  ///
  /// - Parameters:
  ///   - columns: The new width.
  ///   - rewraps: Whether this terminal breaks rows that became too long. Those that do not cut them.
  /// - Returns: What to write. The cursor is then where the block began.
  mutating func erase(afterResizeTo columns: Int, rewraps: Bool) -> String {
    guard rewraps else { return erase() }
    let above = painted.rows.prefix(painted.cursor.row).reduce(0) {
      $0 + Self.rows(of: $1, upTo: .max, columns: columns) + 1
    }
    guard painted.cursor.row < painted.rows.count else { return erase() }
    let within = Self.rows(
      of: painted.rows[painted.cursor.row], upTo: painted.cursor.column, columns: columns)
    return leave(rowsAbove: above + within)
  }

  /// Forgets what was painted, where something else has written over it.
  mutating func forget() {
    painted = Frame(rows: [], cursor: Frame.Position(row: 0, column: 0))
  }

  private mutating func leave(rowsAbove: Int) -> String {
    forget()
    // Erasing from the very corner of the screen makes tmux keep a copy above it: one cell aside.
    return "\r" + (rowsAbove > 0 ? "\u{1B}[\(rowsAbove)A" : "") + "\u{1B}[K\u{1B}[C\u{1B}[J\r"
  }

  /// How many rows below the row's first one a column of it comes to lie in a narrower window.
  private static func rows(of row: [Glyph], upTo column: Int, columns: Int) -> Int {
    var broken = 0
    var used = 0
    var seen = 0
    for glyph in row {
      if used + glyph.width > columns {
        broken += 1
        used = 0
      }
      if seen >= column { break }
      used += glyph.width
      seen += glyph.width
    }
    return broken
  }
}

/// Collects output and knows where it has left the cursor.
private struct Pen {
  var position: Frame.Position
  let columns: Int
  var output = ""
  private var style = ""
  /// The column is unknown after a row was filled: terminals differ there.
  private var isColumnKnown = true

  init(position: Frame.Position, columns: Int) {
    self.position = position
    self.columns = columns
  }

  mutating func rewrite(_ old: [Glyph], as new: [Glyph], at row: Int) {
    let same = zip(old, new).prefix { $0 == $1 }.count
    let start = Array(new.prefix(same)).width
    let end = new.width
    move(to: Frame.Position(row: row, column: start))
    for glyph in new[same...] {
      if glyph.style != style {
        output += glyph.style.isEmpty ? "\u{1B}[0m" : "\u{1B}[0;\(glyph.style)m"
        style = glyph.style
      }
      output += glyph.text
    }
    if !style.isEmpty {
      output += "\u{1B}[0m"
      style = ""
    }
    position.column = end
    isColumnKnown = end < columns
    // In a filled row the cursor still stands on the last cell, which erasing would take.
    if old.width > end, end < columns { output += "\u{1B}[K" }
  }

  mutating func move(to target: Frame.Position) {
    if target.row > position.row {
      // Only a line feed makes a new row at the foot of the screen.
      output += "\r" + String(repeating: "\n", count: target.row - position.row)
      position.column = 0
      isColumnKnown = true
    } else if target.row < position.row {
      output += "\u{1B}[\(position.row - target.row)A"
    }
    if !isColumnKnown || target.column != position.column {
      output += target.column == 0 ? "\r" : "\u{1B}[\(target.column + 1)G"
    }
    position = target
    isColumnKnown = true
  }
}
