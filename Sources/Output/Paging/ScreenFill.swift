/// Counts the rows that text takes on a screen, as it is written.
struct ScreenFill: Sendable, Hashable {
  private let columns: Int
  /// The rows that were ended.
  private var ended = 0
  /// The row that is not ended yet.
  private var open: [UInt8] = []

  init(columns: Int) {
    self.columns = max(1, columns)
  }

  /// The rows that the text takes, the one that is not ended included.
  var rows: Int { ended + (open.isEmpty ? 0 : rows(of: open[...])) }

  /// How many rows above the cursor's own the text begins.
  var rowsAboveCursor: Int { open.isEmpty ? ended : rows - 1 }

  /// Counts in further text; stops counting beyond the limit, where nothing depends on the number.
  mutating func add(_ bytes: [UInt8], limit: Int) {
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 0x0A), ended <= limit {
      ended += rows(of: open + rest[..<end])
      open = []
      rest = rest[(end + 1)...]
    }
    if ended <= limit { open += rest }
  }

  private func rows(of line: some Sequence<UInt8>) -> Int {
    let width = Self.width(of: String(decoding: Array(line), as: UTF8.self))
    return max(1, (width + columns - 1) / columns)
  }

  /// The columns of a line: colour takes none, and a tab goes to the next eighth.
  private static func width(of line: String) -> Int {
    var width = 0
    var isInSequence = false
    for character in line {
      if isInSequence {
        isInSequence = character != "m"
      } else if character == "\u{1B}" {
        isInSequence = true
      } else if character == "\t" {
        width += 8 - width % 8
      } else {
        width += DisplayWidth.of(character)
      }
    }
    return width
  }
}
