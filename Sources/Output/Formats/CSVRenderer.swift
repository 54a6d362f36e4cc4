/// Comma-separated values after RFC 4180: a header, lines ended by CR LF, quotes where needed.
///
/// Spreadsheets run a cell that starts with `=`, `+`, `-`, `@`, a tab or a carriage return as a
/// formula, and these cells hold what strangers wrote. Such a cell gets a leading `'`, unless raw
/// values are asked for.
struct CSVRenderer: Renderer {
  let columns: [ColumnHeader]
  let options: RenderOptions
  private var hasHeader = false

  init(columns: [ColumnHeader], options: RenderOptions) {
    self.columns = columns
    self.options = options
  }

  mutating func page(_ rows: [Row], to sink: any Sink) throws {
    var writer = ChunkedWriter(sink)
    if !hasHeader {
      hasHeader = true
      try writer.append(Self.line(columns.map(\.title), options: options))
    }
    for row in rows {
      try writer.append(Self.line(row.cells, options: options))
    }
    try writer.flush()
  }

  mutating func end(isComplete: Bool, to sink: any Sink) throws {
    if !hasHeader { try page([], to: sink) }
  }

  /// One row, ended by CR LF.
  static func line(_ cells: [String], options: RenderOptions) -> String {
    cells.map { field($0, options) }.joined(separator: ",") + "\r\n"
  }

  private static func field(_ cell: String, _ options: RenderOptions) -> String {
    var text = cell
    if !options.raw, let first = text.utf8.first, formulaStarts.contains(first) {
      text = "'" + text
    }
    if options.isTerminal { text = HostileText.visibleLines(text) }
    guard text.utf8.contains(where: needsQuotes) else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  private static let formulaStarts = Array("=+-@\t\r".utf8)

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
  }
}
