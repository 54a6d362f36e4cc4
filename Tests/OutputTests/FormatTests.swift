import Documents
import Output
import TestSupport
import Testing

@Test(arguments: OutputFormat.allCases, [20, 60, 80, 120])
func `every format of one wide table is as recorded`(format: OutputFormat, width: Int) throws {
  let sink = BufferSink()
  var renderer = RowRenderer(
    columns: SampleTable.columns,
    options: RenderOptions(format: format, columns: width, isTerminal: true, numbersRows: true),
    sink: sink)
  try renderer.page(SampleTable.rows)
  try renderer.end(isComplete: true)
  try expectSnapshot(sink.text, named: "wide table as \(format.rawValue) at \(width).txt")
}

@Test(arguments: OutputFormat.allCases)
func `every format for a pipe is as recorded`(format: OutputFormat) throws {
  let text = try SampleTable.text(format, isTerminal: false)
  try expectSnapshot(text, named: "wide table as \(format.rawValue) in a pipe.txt")
}

@Test(arguments: [60, 80, 120])
func `no line of a table is wider than the terminal`(width: Int) throws {
  let lines = try SampleTable.text(.table, columns: width).split(separator: "\n")
  #expect(lines.count >= 5)
  #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= width })
}

@Test func `a table that no screen can hold is written as a list`() throws {
  let text = try SampleTable.text(.table, columns: 20)
  #expect(text.hasPrefix("TEAM         Contoso IT\nMEMBERS      7\n"))
}

@Test func `a table in a pipe is never cut`() throws {
  let text = try SampleTable.text(.table, columns: 20, isTerminal: false)
  #expect(text.contains("Help desk, devices and licences for all of Contoso"))
  #expect(!text.contains("…"))
}

@Test func `a header is bold where colour is welcome`() throws {
  let text = try SampleTable.text(.table, columns: 120, color: true)
  #expect(text.hasPrefix("\u{1B}[1mTEAM"))
}

@Test func `rows are numbered across pages, and only at a terminal`() throws {
  let text = try SampleTable.text(.table, columns: 120, numbersRows: true)
  let numbers = text.split(separator: "\n").dropFirst().map { $0.prefix(1) }
  #expect(numbers == ["1", "2", "3", "4"])
  #expect(
    try SampleTable.text(.table, isTerminal: false, numbersRows: true)
      == SampleTable.text(.table, isTerminal: false))
}

@Test(arguments: [
  (OutputFormat.json, "[]\n"), (.ndjson, ""), (.table, ""), (.list, ""), (.ids, ""),
  (.csv, "TEAM,MEMBERS,VISIBILITY,DESCRIPTION\r\n"), (.yaml, "[]\n"),
])
func `nothing at all is written as the format has it`(
  format: OutputFormat, expected: String
) throws {
  #expect(try SampleTable.text(format, rows: []) == expected)
}

@Test func `a JSON array is valid when complete and open when cut`() throws {
  let whole = try SampleTable.text(.json, isTerminal: false)
  #expect(try JSON(parsing: whole) == .array(SampleTable.rows.map(\.document)))
  let cut = try SampleTable.text(.json, isTerminal: false, isComplete: false)
  #expect(throws: JSONError.self) { try JSON(parsing: cut) }
}

@Test func `one thing asked for is one object`() throws {
  let row = SampleTable.rows[0]
  let text = try SampleTable.text(.json, isTerminal: false, isSingle: true, rows: [row])
  #expect(text == row.document.text() + "\n")
}

@Test(arguments: [OutputFormat.json, .ndjson])
func `JSON at a terminal means the same and does nothing`(format: OutputFormat) throws {
  let row = SampleTable.rows[3]
  let text = try SampleTable.text(format, isSingle: true, rows: [row])
  #expect(try JSON(parsing: text) == row.document)
  #expect(text.contains("\\u202E"))
  #expect(!text.contains("\u{202E}") && !text.contains("\u{1B}"))
}

@Test(arguments: [
  ("=1+1", "'=1+1"), ("+49 30", "'+49 30"), ("-5", "'-5"), ("@SUM(A1)", "'@SUM(A1)"),
  ("\tx", "'\tx"), ("\rx", "\"'\rx\""), ("=\"a\"", "\"'=\"\"a\"\"\""), ("a=1", "a=1"),
  (" =1", " =1"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
  ("a\r\nb", "\"a\r\nb\""), ("", ""),
])
func `a CSV cell is quoted where needed and never a formula`(
  cell: String, expected: String
) throws {
  let row = Row(document: nil, cells: [cell], reference: "")
  let text = try SampleTable.text(.csv, isTerminal: false, rows: [row])
  #expect(text == "TEAM,MEMBERS,VISIBILITY,DESCRIPTION\r\n\(expected)\r\n")
}

@Test func `raw CSV leaves formulas alone`() throws {
  let row = Row(document: nil, cells: ["=1+1"], reference: "")
  let text = try SampleTable.text(.csv, isTerminal: false, raw: true, rows: [row])
  #expect(text.split(separator: "\r\n").last == "=1+1")
}

@Test func `names of fields are coloured where colour is welcome, and the text stays JSON`() throws
{
  let row = Row(
    document: ["na\"me": "a: \"b\"", "list": [1, "x"]], cells: [], reference: "")
  let text = try SampleTable.text(.ndjson, color: true, rows: [row])
  #expect(text.hasPrefix("{\u{1B}[36m\"na\\\"me\"\u{1B}[0m:\"a: \\\"b\\\"\","))
  let plain = text.replacing(/\u{1B}\[\d+m/, with: "")
  #expect(try JSON(parsing: plain) == row.document)
}
