/// A line as it stands on a screen where the cursor can only go back within its row.
///
/// When the rest behind the cursor does not lie in the cursor's row, only what is before the cursor is
/// on the screen: moving right then writes what it passes.
struct AppendedText: Hashable {
  private(set) var glyphs: [Glyph] = []
  private(set) var cursor = 0
  /// The column where the text begins, behind the prompt.
  private(set) var start = 0
  private(set) var columns = 80

  /// What a new line of a statement begins with.
  static let continuation = "> "

  init() {}

  init(_ text: [Unicode.Scalar], cursor: Int, start: Int, columns: Int) {
    self.columns = columns
    self.start = start % columns
    for (index, scalar) in text.enumerated() {
      if index == cursor { self.cursor = glyphs.count }
      glyphs.append(scalar)
    }
    if cursor >= text.count { self.cursor = glyphs.count }
    if cell(self.cursor).row != cell(glyphs.count).row {
      glyphs = Array(glyphs[..<self.cursor])
    }
  }

  /// What to write so that another text stands there; `nil` where the change is out of reach.
  func step(to goal: AppendedText) -> String? {
    guard goal.start == start, goal.columns == columns else { return nil }
    let same = zip(glyphs, goal.glyphs).prefix { $0 == $1 }.count
    let isMove = same == glyphs.count && same == goal.glyphs.count
    let from = isMove ? min(cursor, goal.cursor) : min(same, cursor)
    guard let back = distance(from: cursor, to: from) else { return nil }
    let isShorter = same == goal.glyphs.count && goal.cursor == same && cursor == glyphs.count
    if isShorter, !isMove {
      // Each deleted character is stepped over by itself, as a terminal's own line editing does it.
      return glyphs[same...].reversed().map(Self.deletion).joined()
    }
    var output = String(repeating: "\u{8}", count: back)
    let end = isMove ? goal.cursor : goal.glyphs.count
    for glyph in goal.glyphs[min(from, end)..<end] { output += Self.output(of: glyph) }
    guard !isMove else { return output }
    let left = leftover(beyond: goal)
    guard let left, let return_ = goal.distance(from: goal.glyphs.count, to: goal.cursor) else {
      return nil
    }
    return output + String(repeating: " ", count: left)
      + String(repeating: "\u{8}", count: left + return_)
  }

  /// The cells of this text that a shorter one leaves uncovered; `nil` when they reach another row.
  private func leftover(beyond goal: AppendedText) -> Int? {
    let (old, new) = (cell(glyphs.count), goal.cell(goal.glyphs.count))
    if old.row < new.row || (old.row == new.row && old.column <= new.column) { return 0 }
    return old.row == new.row ? old.column - new.column : nil
  }

  /// The columns to go back to an earlier place; `nil` when it is in a row above.
  private func distance(from: Int, to: Int) -> Int? {
    let (here, there) = (cell(from), cell(to))
    guard here.row == there.row else { return from == to ? 0 : nil }
    return here.column - there.column
  }

  /// Where the terminal has put the glyph of that index.
  private func cell(_ index: Int) -> Frame.Position {
    var place = Frame.Position(row: 0, column: start)
    for glyph in glyphs[..<index] {
      if glyph.isLineBreak {
        place = Frame.Position(row: place.row + 1, column: Self.continuation.utf8.count)
        continue
      }
      if place.column + glyph.width > columns {
        place = Frame.Position(row: place.row + 1, column: 0)
      }
      place.column += glyph.width
    }
    // A terminal waits at the edge for the next character: going back from there is not to be trusted.
    if place.column >= columns { place = Frame.Position(row: place.row + 1, column: 0) }
    return place
  }

  private static func output(of glyph: Glyph) -> String {
    glyph.isLineBreak ? "\r\n" + continuation : glyph.text
  }

  private static func deletion(of glyph: Glyph) -> String {
    let back = String(repeating: "\u{8}", count: glyph.width)
    return back + String(repeating: " ", count: glyph.width) + back
  }
}
