/// Values parted by tabs under a header, a row a line, without quotes.
///
/// A tab, a line break or a backslash in a value is written as `\t`, `\n`, `\r` or `\\`, so that a tab always
/// parts two values and a line feed two rows: what `cut`, `sort` and `awk` go by.
struct TSVRenderer: LineRenderer {
  let columns: [ColumnHeader]
  let options: RenderOptions
  var hasHeader = false

  var header: [String] { [line(columns.map(\.title))] }

  func line(_ cells: [String]) -> String {
    Self.line(cells, isTerminal: options.isTerminal)
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
