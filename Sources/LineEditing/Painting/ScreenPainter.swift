/// Turns frames into what must be written to get from the last one to the next.
///
/// Every row is painted with automatic wrap off and placed by its own, so that a character whose
/// width the terminal sees otherwise can spoil no row but its own, and so that a re-wrapping
/// terminal meets rows whose length is known.
struct ScreenPainter {
  private(set) var painted = Frame(rows: [], cursor: Frame.Position(row: 0, column: 0))

  /// Whether nothing of a line is on the screen.
  var isBlank: Bool { painted.rows.isEmpty }

  /// Cells are made ready behind the text this many at a time, so that typing over them costs nothing
  /// but the character.
  private static let readyCells = 16
  /// Output up to this length is done before the cursor could be seen to jump.
  private static let unseen = 32

  /// The output that changes the screen from the last frame to this one.
  mutating func paint(_ wanted: Frame, columns: Int) -> String {
    let frame = Self.ready(wanted, columns: columns)
    guard frame != painted else { return "" }
    var pen = Pen(position: painted.cursor, columns: columns)
    for (index, row) in frame.rows.enumerated() {
      let old = index < painted.rows.count ? painted.rows[index] : []
      if old == row, index < painted.rows.count { continue }
      pen.rewrite(old, as: row, at: index)
    }
    if painted.rows.count > frame.rows.count { pen.eraseBelow(row: frame.rows.count) }
    pen.move(to: frame.cursor)
    painted = frame
    var output = pen.output
    if pen.couldWrap { output = "\u{1B}[?7l" + output + "\u{1B}[?7h" }
    return output.utf8.count > Self.unseen ? "\u{1B}[?25l" + output + "\u{1B}[?25h" : output
  }

  /// The frame with blank cells behind the text in the cursor's row.
  private static func ready(_ frame: Frame, columns: Int) -> Frame {
    guard frame.rows.indices.contains(frame.cursor.row) else { return frame }
    let width = frame.rows[frame.cursor.row].width
    let goal = min((width + readyCells - 1) / readyCells * readyCells, columns)
    guard goal > width else { return frame }
    var frame = frame
    frame.rows[frame.cursor.row] += Array(repeating: .space, count: goal - width)
    return frame
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
