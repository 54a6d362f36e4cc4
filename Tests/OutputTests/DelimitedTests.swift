import Documents
import Output
import Testing

/// Formats that other programs take apart again: what went in comes out.
struct DelimitedTests {
  private static let values = [
    "plain", "", "a,b", "a\"b", "\"", "two\nlines", "cr\rlf\r\n", "tab\there", "back\\slash", "\\t",
    "\\", "a|b", "営業", " lead and trail ", "=1+1", "'quoted'",
  ]

  private func text(_ format: OutputFormat, _ cells: [[String]], raw: Bool = true) throws -> String
  {
    let sink = BufferSink()
    var renderer = RowRenderer(
      columns: [ColumnHeader("A"), ColumnHeader("B")],
      options: RenderOptions(format: format, raw: raw), sink: sink)
    for cells in cells {
      try renderer.page([Row(document: nil, cells: cells, reference: "")])
    }
    try renderer.end(isComplete: true)
    return sink.text
  }

  @Test func `tab-separated values are read back`() throws {
    let rows = Self.values.map { [$0, "x\($0)"] }
    let read = try text(.tsv, rows).split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(Self.unescaped)
    }
    #expect(read == [["A", "B"]] + rows)
  }

  @Test func `comma-separated values are read back`() throws {
    let rows = Self.values.map { [$0, "x\($0)"] }
    #expect(Self.records(of: try text(.csv, rows)) == [["A", "B"]] + rows)
  }

  @Test(arguments: [
    ("a|b", "a\\|b"), ("a\\|b", "a\\\\\\|b"), ("two\nlines", "two<br>lines"),
    ("cr\r\nlf", "cr<br>lf"),
    ("*bold* `code`", "\\*bold\\* \\`code\\`"), ("<b>&amp;", "\\<b\\>\\&amp;"),
    ("[x](http://e)", "\\[x\\](http://e)"), ("snake_case_id", "snake_case_id"),
    ("_em_", "\\_em\\_"), ("tab\tx", "tab x"), ("C:\\x", "C:\\\\x"), ("", ""),
  ])
  func `a cell of Markdown is the text and no markup`(cell: String, expected: String) throws {
    let lines = try text(.markdown, [[cell, "x"]], raw: false).split(separator: "\n")
    #expect(lines == ["| A | B |", "| --- | --- |", "| \(expected) | x |"])
  }

  @Test func `raw Markdown keeps markup, and still is a table`() throws {
    #expect(try text(.markdown, [["*a*|\\|\n", "x"]]).hasSuffix("| *a*\\|\\\\\\|<br> | x |\n"))
  }

  @Test(arguments: [(OutputFormat.tsv, "A\tB\n"), (.markdown, "| A | B |\n| --- | --- |\n")])
  func `no rows are a header`(format: OutputFormat, expected: String) throws {
    #expect(try text(format, []) == expected)
  }

  private static func unescaped(_ text: Substring) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        result += ["t": "\t", "n": "\n", "r": "\r"][character] ?? String(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }

  /// Reads RFC 4180.
  private static func records(of text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch (scalar, isQuoted) {
      case ("\"", true) where scalars.first == "\"":
        field.append("\"")
        scalars.removeFirst()
      case ("\"", _): isQuoted.toggle()
      case (",", false):
        record.append(String(field))
        field = String.UnicodeScalarView()
      case ("\r", false) where scalars.first == "\n":
        scalars.removeFirst()
        records.append(record + [String(field)])
        record = []
        field = String.UnicodeScalarView()
      default: field.append(scalar)
      }
    }
    return records
  }
}
