import Documents
import Output
import TestSupport
import Testing

/// How a table comes to fit a screen.
struct TableTests {
  private static let long = "19:6f3ba2c4d5e6478899aabbccddeeff00@thread.tacv2"

  private static let channels = [
    ColumnHeader("CHANNEL"), ColumnHeader("KIND"), ColumnHeader("DESCRIPTION"),
    ColumnHeader("ID", importance: .essential, look: .secondary),
  ]

  private static let rows = [
    ["General", "standard", "Everything that concerns all of us", long],
    ["営業の相談と見積もり", "private", "見積もりと契約についての相談はこちらです", long],
    ["Café 👩‍👩‍👧 🇩🇪", "shared", "e\u{301}\u{302} and ❤️", long],
  ].map { Row(document: nil, cells: $0, reference: "") }

  private func text(
    _ width: Int, columns: [ColumnHeader] = channels, rows: [Row] = rows, color: Bool = false,
    isTerminal: Bool = true
  ) throws -> String {
    let sink = BufferSink()
    var renderer = RowRenderer(
      columns: columns,
      options: RenderOptions(
        format: .table, columns: width, isTerminal: isTerminal, color: color, numbersRows: true),
      sink: sink)
    for row in rows { try renderer.page([row]) }
    try renderer.end(isComplete: true)
    return sink.text
  }

  @Test(arguments: [20, 40, 60, 80, 120])
  func `a table with long ids is as recorded`(width: Int) throws {
    try expectSnapshot(try text(width), named: "channels at \(width).txt")
  }

  @Test(arguments: [40, 60, 80, 120])
  func `no line is wider than the screen, and no id is cut`(width: Int) throws {
    let text = try text(width)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= width || !$0.contains("  ") })
    let pieces = text.split { $0.isWhitespace }.joined()
    #expect(pieces.contains("tacv2") && !text.contains("tacv…"))
  }

  @Test func `what is left out is said, and a pipe gets everything`() throws {
    let columns = (1...6).map { ColumnHeader("COLUMN\($0)") }
    let cells = (1...6).map { "a value of some length \($0)" }
    let row = Row(document: nil, cells: cells, reference: "")
    let narrow = try text(61, columns: columns, rows: [row])
    #expect(narrow.hasSuffix("1 column not shown: COLUMN6. Use -o list, or --columns.\n"))
    let whole = try text(60, columns: columns, rows: [row], isTerminal: false)
    #expect(whole.contains("a value of some length 6") && !whole.contains("not shown"))
  }

  @Test func `a screen too narrow for two thirds of the columns gets a list`() throws {
    let columns = (1...6).map { ColumnHeader("COLUMN\($0)") }
    let cells = (1...6).map { "a value of some length \($0)" }
    let row = Row(document: nil, cells: cells, reference: "")
    let text = try text(40, columns: columns, rows: [row])
    #expect(text.hasPrefix("#        1\nCOLUMN1  a value of some length 1\n"))
    #expect(text.contains("length 6"))
  }

  @Test func `columns settled by the first page stay, whatever later pages bring`() throws {
    let columns = [ColumnHeader("A"), ColumnHeader("B"), ColumnHeader("C")]
    let rows = (0..<3).map { page in
      Row(
        document: nil, cells: (0..<3).map { _ in String(repeating: "x", count: 1 + page * 40) },
        reference: "")
    }
    let lines = try text(40, columns: columns, rows: rows).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines.allSatisfy { $0.count <= 40 })
    #expect(lines.allSatisfy { $0.split(separator: " ").count == 4 })
  }

  @Test func `prose goes on in three lines, and is then cut`() throws {
    let columns = [ColumnHeader("FROM"), ColumnHeader("MESSAGE", importance: .text)]
    let prose = Array(repeating: "some words", count: 20).joined(separator: " ")
    let row = Row(document: nil, cells: ["Adele", prose], reference: "")
    let lines = try text(40, columns: columns, rows: [row]).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[1].hasPrefix("1  Adele  some words"))
    #expect(lines[2].hasPrefix("          some") || lines[2].hasPrefix("          words"))
    #expect(lines[3].hasSuffix("…"))
  }

  @Test(arguments: [
    ("done", "\u{1B}[32mdone\u{1B}[0m"), ("refused", "\u{1B}[31mrefused\u{1B}[0m"),
    ("unknown", "\u{1B}[33munknown\u{1B}[0m"), ("something", "something"),
  ])
  func `a state has the colour of its word`(word: String, expected: String) throws {
    let columns = [ColumnHeader("RESULT", look: .state)]
    let row = Row(document: nil, cells: [word], reference: "")
    let colored = try text(80, columns: columns, rows: [row], color: true)
    #expect(colored.hasSuffix("  \(expected)\n"))
    #expect(try text(80, columns: columns, rows: [row]).hasSuffix("  \(word)\n"))
  }
}

struct TextWrapTests {
  @Test(arguments: [
    ("one two three", 7, "one two|three"), ("a\nb c", 3, "a|b c"),
    ("averylongword x", 5, "averylongword|x"), ("営業 チーム", 4, "営業|チー|ム"), ("", 5, ""),
  ])
  func `words are folded, and never parted`(text: String, width: Int, expected: String) {
    #expect(TextWrap.folded(text, width: width).joined(separator: "|") == expected)
  }
}
