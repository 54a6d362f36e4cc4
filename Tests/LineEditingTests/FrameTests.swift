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

  @Test(arguments: [
    ("list", " members", 20, "> list members"), ("list", " all members", 12, "> list all …"),
    ("日", "本語", 6, "> 日…"), ("日", "本語", 9, "> 日本語"), ("ab", "c\nd", 20, "> abc…"),
    ("", "x", 20, "> x"),
  ])
  func `a hint stands behind the cursor, dim and cut to the row`(
    text: String, hint: String, columns: Int, row: String
  ) {
    var view = view("> ", text)
    view.hint = hint
    let frame = view.frame(columns: columns)
    #expect(frame.rows.map { $0.map(\.text).joined() } == [row])
    #expect(frame.rows[0].dropFirst(2 + text.count).allSatisfy { $0.style == "2" })
    #expect(frame.cursor.column == 2 + Array(text.unicodeScalars).reduce(0) { $0 + $1.columns })
  }

  @Test func `a hint is not shown before the rest of a line`() {
    var view = view("> ", "list", cursor: 2)
    view.hint = "x"
    #expect(rows(view, columns: 20) == ["> list_"])
  }

  @Test(arguments: [
    ("abc", "", 20, "> abc         right"), ("abcdefghij", "", 20, "> abcdefghij "),
    ("abcdefghi", "", 20, "> abcdefghi   right"),
    ("abc", "defghijklmnop", 20, "> abcdefghi…  right"),
    ("日本", "", 20, "> 日本        right"),
  ])
  func `the right edge is kept until the text comes near it`(
    text: String, hint: String, columns: Int, row: String
  ) {
    var view = view("> ", text)
    view.hint = hint
    view.rightPrompt = "\u{1B}[2mright\u{1B}[0m"
    #expect(view.frame(columns: columns).rows.map { $0.map(\.text).joined() } == [row])
  }

  @Test func `parts of the text have the colours of what they are`() {
    var view = view("> ", "use $x '日'")
    view.highlights = [
      Highlight(0..<3, .command), Highlight(4..<6, .variable), Highlight(7..<10, .openQuote),
    ]
    let row = view.frame(columns: 40).rows[0]
    #expect(row.filter { $0.style == "32" }.map(\.text).joined() == "use")
    #expect(row.filter { $0.style == "36" }.map(\.text).joined() == "$x")
    #expect(row.filter { $0.style == "1;33" }.map(\.text).joined() == "'日'")
  }

  @Test(arguments: [
    ("Zürich – 日本…", "Zurich - ????."), ("plain", "plain"), ("e\u{301}ß⏎", "es%"), ("😀", "??"),
  ])
  func `letters are spelled in ASCII as wide as they were`(text: String, spelled: String) {
    #expect(Transliteration.ascii(text) == spelled)
  }
}
