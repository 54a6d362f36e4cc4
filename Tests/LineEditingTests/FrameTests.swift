import Testing

@testable import LineEditing

struct FrameTests {
  /// What is painted in each row, the cell behind the text as `_`.
  private func rows(_ view: LineView, columns: Int) -> [String] {
    var rows = view.frame(columns: columns).rows.map { $0.map(\.text).joined() }
    if let last = rows.last { rows[rows.count - 1] = String(last.dropLast()) + "_" }
    return rows
  }

  private func view(_ prompt: String, _ text: String, cursor: Int? = nil) -> LineView {
    let scalars = Array(text.unicodeScalars)
    return LineView(prompt: prompt, text: scalars, cursor: cursor ?? scalars.count)
  }

  @Test(arguments: [
    ("> ", "abc", 10, ["> abc_"]),
    ("> ", "abcdefgh", 10, ["> abcdefgh", "_"]),
    ("> ", "abcdefg日", 10, ["> abcdefg", "日_"]),
    ("> ", "日本語日本語", 6, ["> 日本", "語日本", "語_"]),
    ("> ", "e\u{301}\u{302}x", 10, ["> e\u{301}\u{302}x_"]),
    ("> ", "a\nb", 10, ["> a ", "b_"]),
    ("one\ntwo> ", "x", 10, ["one ", "two> x_"]),
    ("> ", "a\tb\u{202E}c", 12, ["> a^Ib\u{FFFD}c_"]),
    ("\u{1B}[1;32mEquipe\u{1B}[0m> ", "x", 20, ["Equipe> x_"]),
  ])
  func `text wraps as its characters are wide`(
    prompt: String, text: String, columns: Int, expected: [String]
  ) {
    #expect(rows(view(prompt, text), columns: columns) == expected)
  }

  @Test(arguments: [
    ("abcdefgh", 8, 10, 1, 0),
    ("abcdefgh", 7, 10, 0, 9),
    ("abcdefg日", 7, 10, 1, 0),
    ("ab\ncd", 3, 10, 1, 0),
    ("ab\ncd", 2, 10, 0, 4),
    ("e\u{301}x", 2, 10, 0, 3),
  ])
  func `the cursor stands where its character is`(
    text: String, cursor: Int, columns: Int, row: Int, column: Int
  ) {
    let frame = view("> ", text, cursor: cursor).frame(columns: columns)
    #expect(frame.cursor == Frame.Position(row: row, column: column))
  }

  @Test func `colours of a prompt take no room and reach the glyphs`() {
    let glyphs = [Glyph](styled: "\u{1B}[1m\u{1B}[32ma\u{1B}[0mb\u{1B}[mc")
    #expect(glyphs.map(\.text) == ["a", "b", "c"])
    #expect(glyphs.map(\.style) == ["1;32", "", ""])
  }

  @Test(arguments: [
    ("a", 1), ("日", 2), ("😀", 2), ("\u{301}", 0), ("\u{200D}", 0), ("\u{FE0F}", 0), ("é", 1),
    ("\u{AD}", 1), ("\u{1161}", 0), ("Ａ", 2), ("─", 1),
  ])
  func `a character has the width that terminals give it`(scalar: Unicode.Scalar, width: Int) {
    #expect(scalar.columns == width)
  }
}
