internal import CPseudoTerminal

/// A terminal's screen, as VTE and tmux would show it: cells, wrapping, and re-wrapping on a resize.
package struct Screen {
  struct Cell: Hashable {
    var text = " "
    /// 2 for a wide character, 0 for its second half.
    var width = 1
    /// Whether anything was ever printed here.
    var isUsed = false
  }

  struct Line: Hashable {
    var cells: [Cell] = []
    /// Whether the text goes on in the next line because it did not fit.
    var isWrapped = false

    var usedCount: Int { (cells.lastIndex { $0.isUsed } ?? -1) + 1 }
  }

  /// The width in cells.
  package private(set) var columns: Int
  /// The height in cells.
  package private(set) var rows: Int
  /// The cursor's row, from 0.
  package internal(set) var cursorRow = 0
  /// The cursor's column, from 0.
  package internal(set) var cursorColumn = 0
  /// Whether text that reaches the edge goes on in the next row.
  var wraps = true
  /// Whether the last column is filled and the next character will wrap.
  var isWrapPending = false
  /// Lines that have left the screen at the top, and then the screen.
  var lines: [Line]
  var saved = (row: 0, column: 0)
  var parser = EscapeParser()

  /// Makes an empty screen.
  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    lines = Array(repeating: Line(), count: rows)
  }

  /// The rows of the screen, without blanks at their ends.
  package var visibleRows: [String] { lines.suffix(rows).map(Self.text(of:)) }

  /// The rows that have left the screen at the top.
  package var scrollback: [String] { lines.dropLast(rows).map(Self.text(of:)) }

  /// The screen as one text, without the empty rows at its foot.
  package var text: String {
    let filled = visibleRows
    let count = (filled.lastIndex { !$0.isEmpty } ?? -1) + 1
    return filled[..<count].joined(separator: "\n")
  }

  var top: Int { lines.count - rows }

  /// Takes what a program has written.
  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      guard let action = parser.take(byte) else { continue }
      switch action {
      case .print(let scalar): put(scalar)
      case .control(let code): control(code)
      case .escape(let final): escape(final)
      case .sequence(let parameters, let final): sequence(parameters, final)
      }
    }
  }

  /// Changes the size; rows that were wrapped are joined, and rows that are too long broken.
  package mutating func resize(columns newColumns: Int, rows newRows: Int) {
    var rewrapped: [Line] = []
    var cursor = (line: 0, column: 0)
    var index = 0
    let cursorLine = top + cursorRow
    while index < lines.count {
      var joined: [Cell] = []
      var cursorOffset: Int?
      var isMore = true
      while isMore, index < lines.count {
        let line = lines[index]
        let used = line.isWrapped ? max(line.usedCount, columns - 1) : line.usedCount
        if index == cursorLine { cursorOffset = joined.count + cursorColumn }
        joined += line.cells.prefix(used)
        isMore = line.isWrapped
        index += 1
      }
      let start = rewrapped.count
      let pieces = Self.broken(joined, columns: newColumns)
      rewrapped += pieces.lines
      if let cursorOffset {
        let place = pieces.place(of: cursorOffset, columns: newColumns)
        cursor = (start + place.line, place.column)
      }
    }
    while rewrapped.count > cursor.line + 1, rewrapped.count > newRows,
      rewrapped.last?.usedCount == 0
    {
      rewrapped.removeLast()
    }
    while rewrapped.count < newRows { rewrapped.append(Line()) }
    lines = rewrapped
    (columns, rows) = (newColumns, newRows)
    cursorRow = min(max(cursor.line - top, 0), rows - 1)
    cursorColumn = min(cursor.column, columns - 1)
    isWrapPending = false
  }

  private struct Pieces {
    var lines: [Line]
    var starts: [Int]

    func place(of offset: Int, columns: Int) -> (line: Int, column: Int) {
      let line = starts.lastIndex { $0 <= offset } ?? 0
      return (line, offset - starts[line])
    }
  }

  private static func broken(_ cells: [Cell], columns: Int) -> Pieces {
    var pieces = Pieces(lines: [Line()], starts: [0])
    for (offset, cell) in cells.enumerated() {
      if cell.width > 0, pieces.lines[pieces.lines.count - 1].cells.count + cell.width > columns {
        pieces.lines[pieces.lines.count - 1].isWrapped = true
        pieces.lines.append(Line())
        pieces.starts.append(offset)
      }
      pieces.lines[pieces.lines.count - 1].cells.append(cell)
    }
    return pieces
  }

  private static func text(of line: Line) -> String {
    var text = line.cells.map { $0.width == 0 ? "" : $0.text }.joined()
    while text.last == " " { text.removeLast() }
    return text
  }
}
