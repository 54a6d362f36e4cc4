import Documents
import Output

/// One wide table with scripts of several widths, quotes, formulas and hostile text.
enum SampleTable {
  static let columns = [
    ColumnHeader("TEAM", importance: .essential), ColumnHeader("MEMBERS", alignment: .trailing),
    ColumnHeader("VISIBILITY"), ColumnHeader("DESCRIPTION"),
  ]

  static let rows = [
    row("Contoso IT", "7", "private", "Help desk, devices and licences for all of Contoso"),
    row("営業チーム", "12", "public", "日本の営業部門のためのチームです。見積もりと契約はこちら"),
    row("Café 👩‍👩‍👧 \"R/D\"", "100000", "private", "Flags 🇩🇪🇫🇷, a heart ❤️ and e\u{301}"),
    row("=HYPERLINK(\"x\")", "", "", "two\nlines\tand \u{1B}[31mred\u{202E}abc"),
  ]

  static func text(
    _ format: OutputFormat, columns width: Int = 80, isTerminal: Bool = true, color: Bool = false,
    raw: Bool = false, numbersRows: Bool = false, isSingle: Bool = false, rows: [Row] = rows,
    isComplete: Bool = true
  ) throws -> String {
    let sink = BufferSink()
    var renderer = RowRenderer(
      columns: columns, isSingle: isSingle,
      options: RenderOptions(
        format: format, columns: width, isTerminal: isTerminal, color: color, raw: raw,
        numbersRows: numbersRows),
      sink: sink)
    for row in rows { try renderer.page([row]) }
    try renderer.end(isComplete: isComplete)
    return sink.text
  }

  private static func row(
    _ name: String, _ members: String, _ visibility: String, _ description: String
  ) -> Row {
    Row(
      document: ["displayName": .string(name), "description": .string(description)],
      cells: [name, members, visibility, description], reference: "id of \(name)")
  }
}
