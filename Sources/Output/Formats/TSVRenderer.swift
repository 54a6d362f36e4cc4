/// Values parted by tabs under a header, a row a line, without quotes.
///
/// A tab, a line break or a backslash in a value is written as `\t`, `\n`, `\r` or `\\`, so that a tab always
/// parts two values and a line feed two rows: what `cut`, `sort` and `awk` go by.
struct TSVRenderer: Renderer {
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
      try writer.append(Self.line(columns.map(\.title), isTerminal: options.isTerminal))
    }
    for row in rows {
      try writer.append(Self.line(row.cells, isTerminal: options.isTerminal))
    }
    try writer.flush()
  }

  mutating func end(isComplete: Bool, to sink: any Sink) throws {
    if !hasHeader { try page([], to: sink) }
  }

  /// One row, ended by a line feed.
  static func line(_ cells: [String], isTerminal: Bool) -> String {
    cells.map { cell in
      let text = escaped(cell)
      return isTerminal ? HostileText.visible(text) : text
    }.joined(separator: "\t") + "\n"
  }

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: needsEscape) else { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x09: bytes += Array("\\t".utf8)
      case 0x0A: bytes += Array("\\n".utf8)
      case 0x0D: bytes += Array("\\r".utf8)
      case UInt8(ascii: "\\"): bytes += Array("\\\\".utf8)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == UInt8(ascii: "\\")
  }
}
