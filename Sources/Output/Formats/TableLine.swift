/// Puts the cells of one row beside each other, in as many lines as its essential cells need.
struct TableLine {
  let layout: ColumnFit.Layout
  let columns: [ColumnHeader]
  let color: Bool
  /// The columns whose cells stand out.
  var marked: Set<Int> = []

  /// The row, without a line feed at its end.
  func text(of cells: [String], isHeader: Bool = false) -> String {
    let pieces = pieces(of: cells, isHeader: isHeader)
    let height = pieces.map(\.count).max() ?? 1
    return (0..<max(height, 1)).map { line(pieces, $0) }.joined(separator: "\n")
  }

  /// The lines of each shown cell: of essential ones all, of others as many as the row has anyway.
  private func pieces(of cells: [String], isHeader: Bool) -> [[String]] {
    let shown = zip(layout.shown, layout.widths).map { column, width in
      (
        cell: cells.indices.contains(column) ? cells[column] : "", width: width,
        importance: isHeader ? .ordinary : columns[column].importance
      )
    }
    let height =
      shown.map { cell in
        switch cell.importance {
        case .ordinary: 1
        case .text:
          TextWrap.lines(of: cell.cell, width: cell.width, atMost: ColumnFit.tallest).count
        case .essential: TextWrap.pieces(of: cell.cell, width: cell.width).count
        }
      }.max() ?? 1
    return shown.map { cell in
      cell.importance == .essential
        ? TextWrap.pieces(of: cell.cell, width: cell.width)
        : TextWrap.lines(of: cell.cell, width: cell.width, atMost: height)
    }
  }

  /// One line of the row; blanks at its end are left away.
  private func line(_ pieces: [[String]], _ number: Int) -> String {
    var line = ""
    var pending = ""
    for (index, column) in layout.shown.enumerated() {
      let text = pieces[index].indices.contains(number) ? pieces[index][number] : ""
      let padding = String(
        repeating: " ", count: max(0, layout.widths[index] - DisplayWidth.of(text)))
      if columns[column].alignment == .trailing { pending += padding }
      if !text.isEmpty {
        line += pending
        line +=
          marked.contains(column)
          ? Style.reverse.applied(to: text, when: color) : styled(text, as: columns[column].look)
        pending = ""
      }
      if columns[column].alignment == .leading { pending += padding }
      pending += String(repeating: " ", count: ColumnFit.gap)
    }
    return line
  }

  private func styled(_ text: String, as look: ColumnHeader.Look) -> String {
    look.style(of: text)?.applied(to: text, when: color) ?? text
  }
}
