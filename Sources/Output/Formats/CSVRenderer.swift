/// Comma-separated values after RFC 4180: a header, lines ended by CR LF, quotes where needed.
///
/// Spreadsheets run a cell that starts with `=`, `+`, `-`, `@`, a tab or a carriage return as a
/// formula, and these cells hold what strangers wrote. Such a cell gets a leading `'`, unless raw
/// values are asked for.
struct CSVRenderer: LineRenderer {
  let columns: [ColumnHeader]
  let options: RenderOptions
  var hasHeader = false

  var header: [String] { [line(columns.map(\.title))] }

  func line(_ cells: [String]) -> String { Self.line(cells, options: options) }

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
