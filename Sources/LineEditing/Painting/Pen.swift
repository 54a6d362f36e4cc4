/// Collects output and knows where it has left the cursor.
struct Pen {
  private(set) var position: Frame.Position
  private let columns: Int
  private(set) var output = ""
  private var style = ""
  /// The column is unknown after a row was filled, and after what terminals may give another width.
  private var isColumnKnown = true
  /// Whether something was written that a terminal could wrap by itself.
  private(set) var couldWrap = false

  init(position: Frame.Position, columns: Int) {
    self.position = position
    self.columns = columns
  }

  /// Writes what is new in a row, and erases what the old one had beyond it.
  mutating func rewrite(_ old: [Glyph], as new: [Glyph], at row: Int) {
    let same = zip(old, new).prefix { $0 == $1 }.count
    let (width, oldWidth) = (new.width, old.width)
    var end = new.count
    if width == oldWidth {
      var oldEnd = old.count
      while min(end, oldEnd) > same, new[end - 1] == old[oldEnd - 1] {
        end -= 1
        oldEnd -= 1
      }
    }
    let start = new[..<same].reduce(0) { $0 + $1.width }
    move(to: Frame.Position(row: row, column: start))
    for glyph in new[same..<max(end, same)] { write(glyph) }
    endStyle()
    // In a filled row the cursor still stands on the last cell, which erasing would take.
    if oldWidth > width, width < columns { output += "\u{1B}[K" }
  }

  /// Erases everything from the start of a row to the foot of the screen.
  mutating func eraseBelow(row: Int) {
    move(to: Frame.Position(row: row, column: 0))
    output += "\u{1B}[J"
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
    let back = position.column - target.column
    if !isColumnKnown || back != 0 {
      if target.column == 0 {
        output += "\r"
      } else if isColumnKnown, (1...4).contains(back) {
        output += String(repeating: "\u{8}", count: back)
      } else {
        output += "\u{1B}[\(target.column + 1)G"
      }
    }
    position = target
    isColumnKnown = true
  }

  private mutating func write(_ glyph: Glyph) {
    if glyph.style != style {
      let isReset = style.isEmpty ? "" : glyph.style.isEmpty ? "0" : "0;"
      output += "\u{1B}[\(isReset)\(glyph.style)m"
      style = glyph.style
    }
    output += glyph.text
    position.column += glyph.width
    if !glyph.text.utf8.allSatisfy({ $0 < 0x80 }) || position.column >= columns {
      isColumnKnown = false
      couldWrap = true
    }
  }

  private mutating func endStyle() {
    if !style.isEmpty { output += "\u{1B}[0m" }
    style = ""
  }
}
