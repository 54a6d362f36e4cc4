internal import CPseudoTerminal

extension Screen {
  /// Prints a character at the cursor.
  mutating func put(_ scalar: Unicode.Scalar) {
    let width = Int(teamsh_character_width(scalar.value))
    guard width > 0 else { return combine(scalar) }
    if isWrapPending || (wraps && cursorColumn + width > columns) {
      lines[top + cursorRow].isWrapped = true
      cursorColumn = 0
      lineFeed()
    }
    isWrapPending = false
    guard cursorColumn + width <= columns else { return }
    set(Cell(text: String(Character(scalar)), width: width, isUsed: true), at: cursorColumn)
    if width == 2 { set(Cell(text: "", width: 0, isUsed: true), at: cursorColumn + 1) }
    cursorColumn += width
    if cursorColumn >= columns {
      cursorColumn = columns - 1
      isWrapPending = wraps
    }
  }

  mutating func control(_ code: UInt8) {
    switch code {
    case 0x08: move(row: cursorRow, column: cursorColumn - 1)
    case 0x09: move(row: cursorRow, column: (cursorColumn / 8 + 1) * 8)
    case 0x0A, 0x0B, 0x0C: lineFeed()
    case 0x0D: move(row: cursorRow, column: 0)
    default: break
    }
  }

  mutating func escape(_ final: UInt8) {
    switch final {
    case UInt8(ascii: "7"): saved = (cursorRow, cursorColumn)
    case UInt8(ascii: "8"): move(row: saved.row, column: saved.column)
    case UInt8(ascii: "D"): lineFeed()
    case UInt8(ascii: "M"): move(row: cursorRow - 1, column: cursorColumn)
    default: break
    }
  }

  mutating func sequence(_ parameters: String, _ final: UInt8) {
    if parameters.hasPrefix("?") {
      if parameters == "?7" { wraps = final == UInt8(ascii: "h") }
      return
    }
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map {
      Int($0) ?? 0
    }
    let first = numbers.first ?? 0
    let count = max(first, 1)
    switch Character(Unicode.Scalar(final)) {
    case "A": move(row: cursorRow - count, column: cursorColumn)
    case "B": move(row: cursorRow + count, column: cursorColumn)
    case "C": move(row: cursorRow, column: cursorColumn + count)
    case "D": move(row: cursorRow, column: cursorColumn - count)
    case "G", "`": move(row: cursorRow, column: count - 1)
    case "d": move(row: count - 1, column: cursorColumn)
    case "H", "f": move(row: count - 1, column: max(numbers.dropFirst().first ?? 1, 1) - 1)
    case "J": eraseScreen(first)
    case "K": eraseLine(first)
    case "P": deleteCells(count)
    case "@": insertCells(count)
    case "s": saved = (cursorRow, cursorColumn)
    case "u": move(row: saved.row, column: saved.column)
    default: break
    }
  }

  private mutating func move(row: Int, column: Int) {
    cursorRow = min(max(row, 0), rows - 1)
    cursorColumn = min(max(column, 0), columns - 1)
    isWrapPending = false
  }

  private mutating func lineFeed() {
    isWrapPending = false
    if cursorRow + 1 < rows {
      cursorRow += 1
    } else {
      lines.append(Line())
    }
  }

  private mutating func set(_ cell: Cell, at column: Int) {
    let index = top + cursorRow
    while lines[index].cells.count <= column { lines[index].cells.append(Cell()) }
    lines[index].cells[column] = cell
  }

  private mutating func combine(_ scalar: Unicode.Scalar) {
    let index = top + cursorRow
    var column = isWrapPending ? cursorColumn : cursorColumn - 1
    while column > 0, column < lines[index].cells.count, lines[index].cells[column].width == 0 {
      column -= 1
    }
    guard lines[index].cells.indices.contains(column) else { return }
    lines[index].cells[column].text.unicodeScalars.append(scalar)
  }

  private mutating func eraseLine(_ mode: Int) {
    let index = top + cursorRow
    switch mode {
    case 0: lines[index].cells.removeSubrange(min(cursorColumn, lines[index].cells.count)...)
    case 1:
      for column in 0...cursorColumn where column < lines[index].cells.count {
        lines[index].cells[column] = Cell()
      }
    default: lines[index].cells = []
    }
    if mode != 1 { lines[index].isWrapped = false }
  }

  private mutating func eraseScreen(_ mode: Int) {
    switch mode {
    case 0:
      eraseLine(0)
      for index in lines.indices.dropFirst(top + cursorRow + 1) { lines[index] = Line() }
    case 1:
      eraseLine(1)
      for index in top..<(top + cursorRow) { lines[index] = Line() }
    default: for index in top..<lines.count { lines[index] = Line() }
    }
  }

  private mutating func deleteCells(_ count: Int) {
    let index = top + cursorRow
    let start = min(cursorColumn, lines[index].cells.count)
    lines[index].cells.removeSubrange(start..<min(start + count, lines[index].cells.count))
  }

  private mutating func insertCells(_ count: Int) {
    let index = top + cursorRow
    let start = min(cursorColumn, lines[index].cells.count)
    lines[index].cells.insert(contentsOf: Array(repeating: Cell(), count: count), at: start)
    lines[index].cells = Array(lines[index].cells.prefix(columns))
  }
}
