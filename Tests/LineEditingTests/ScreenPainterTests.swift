import TestSupport
import Testing

@testable import LineEditing

/// Paints on a modelled terminal and compares with what a fresh painting would show.
struct ScreenPainterTests {
  private static let alphabet = Array("ab cd日本語😀é\n".unicodeScalars)

  private func randomView(_ random: inout SeededGenerator) -> LineView {
    let text = (0..<Int.random(in: 0...70, using: &random)).compactMap { _ in
      Self.alphabet.randomElement(using: &random)
    }
    var view = LineView(
      prompt: "\u{1B}[1mp\u{1B}[0m> ", text: text,
      cursor: Bool.random(using: &random)
        ? text.count : Int.random(in: 0...text.count, using: &random))
    let middle = text.count / 2
    view.highlights = [
      Highlight(0..<middle, Bool.random(using: &random) ? .command : .unknownCommand),
      Highlight(middle..<text.count, .quote),
    ]
    if Bool.random(using: &random) { view.hint = "日 hint that goes on 語" }
    if Bool.random(using: &random) { view.rightPrompt = "\u{1B}[2m右r\u{1B}[0m" }
    return view
  }

  /// The frame of a view, now and then with rows below the line.
  private func frame(
    _ view: LineView, columns: Int, _ random: inout SeededGenerator
  ) -> Frame {
    var frame = view.frame(columns: columns)
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      frame.rows += LowerRow.remark("inside 引用, a quote").rows(columns: columns, limit: 1)
    }
    return frame
  }

  private func shown(_ frame: Frame) -> [String] {
    frame.rows.map { row in
      var text = row.map(\.text).joined()
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  @Test(arguments: 1...20)
  func `from any frame to any other only the difference is painted, and all of it`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let columns = Int.random(in: 9...30, using: &random)
    var screen = Screen(columns: columns, rows: 60)
    var painter = ScreenPainter()
    screen.feed("above\r\n".utf8)
    for _ in 0..<40 {
      let frame = frame(randomView(&random), columns: columns, &random)
      screen.feed(painter.paint(frame, columns: columns).utf8)
      let expected = ["above"] + shown(frame)
      #expect(Array(screen.visibleRows.prefix(expected.count)) == expected)
      #expect(screen.visibleRows.dropFirst(expected.count).allSatisfy { $0.isEmpty })
      #expect(screen.cursorRow == frame.cursor.row + 1)
      #expect(screen.cursorColumn == frame.cursor.column)
    }
  }

  @Test(arguments: 1...40)
  func `after a resize nothing of the old block is left and nothing above it is lost`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var columns = Int.random(in: 12...40, using: &random)
    var screen = Screen(columns: columns, rows: 80)
    var painter = ScreenPainter()
    screen.feed("above\r\n".utf8)
    for _ in 0..<10 {
      let view = randomView(&random)
      let before = frame(view, columns: columns, &random)
      screen.feed(painter.paint(before, columns: columns).utf8)
      columns = Int.random(in: 6...40, using: &random)
      screen.resize(columns: columns, rows: 80)
      screen.feed(painter.erase(afterResizeTo: columns, rewraps: true).utf8)
      #expect(screen.text == "above")
      let after = frame(view, columns: columns, &random)
      screen.feed(painter.paint(after, columns: columns).utf8)
      let expected = ["above"] + shown(after)
      #expect(Array(screen.visibleRows.prefix(expected.count)) == expected)
    }
  }

  @Test func `a terminal that cuts its rows loses none above the block`() {
    var painter = ScreenPainter()
    let view = LineView(prompt: "> ", text: Array("abcdefghij".unicodeScalars), cursor: 10)
    _ = painter.paint(view.frame(columns: 10), columns: 10)
    #expect(painter.erase(afterResizeTo: 4, rewraps: false).hasPrefix("\r\u{1B}[1A\u{1B}[K"))
  }

  @Test func `at the foot of the screen the block scrolls and the cursor is still right`() {
    var screen = Screen(columns: 10, rows: 4)
    var painter = ScreenPainter()
    screen.feed("1\r\n2\r\n3\r\n".utf8)
    let text = Array("abcdefghijklmnopqrstuvw".unicodeScalars)
    let view = LineView(prompt: "> ", text: text, cursor: 3)
    screen.feed(painter.paint(view.frame(columns: 10), columns: 10).utf8)
    #expect(screen.visibleRows == ["3", "> abcdefgh", "ijklmnopqr", "stuvw"])
    #expect(screen.cursorRow == 1)
    #expect(screen.cursorColumn == 5)
  }
}
