/// Aligned columns under a header, without rules and boxes.
///
///     TEAM         CHANNELS  DESCRIPTION
///     Contoso IT          7  Help desk, devices and lic…
///     営業チーム          12  Sales in Japan
///
/// At a terminal the widest columns are cut until a row fits. Where even that would leave nothing to
/// read, rows are written as a list. Columns grow with later pages, and never shrink.
struct TableRenderer: Renderer {
  private let columns: [ColumnHeader]
  private let options: RenderOptions
  private let titles: [String]
  private var natural: [Int]
  private var count = 0
  /// Takes over when a row cannot fit the screen.
  private var list: ListRenderer?

  private static let gap = "  "

  init(columns: [ColumnHeader], options: RenderOptions) {
    let numbered = options.numbersRows && options.isTerminal
    let number = ColumnHeader("#", alignment: .trailing, importance: .essential)
    self.columns = numbered ? [number] + columns : columns
    self.options = options
    titles = self.columns.map { HostileText.cell($0.title, isTerminal: options.isTerminal) }
    natural = titles.map { DisplayWidth.of($0) }
  }

  mutating func page(_ rows: [Row], to sink: any Sink) throws {
    guard !rows.isEmpty else { return }
    guard list == nil else { return try list?.page(rows, to: sink) ?? () }
    let lines = rows.enumerated().map { cells(of: $1, number: count + $0 + 1) }
    for line in lines {
      for (index, cell) in zip(natural.indices, line) {
        natural[index] = max(natural[index], DisplayWidth.of(cell))
      }
    }
    guard let widths = fittedWidths() else {
      list = ListRenderer(
        columns: Array(columns.dropFirst(isNumbered ? 1 : 0)), options: options, after: count)
      return try list?.page(rows, to: sink) ?? ()
    }
    var writer = ChunkedWriter(sink)
    if count == 0 {
      try writer.append(
        Style.bold.applied(to: line(of: titles, widths), when: options.color) + "\n")
    }
    for cells in lines {
      try writer.append(line(of: cells, widths) + "\n")
    }
    count += rows.count
    try writer.flush()
  }

  private var isNumbered: Bool { options.numbersRows && options.isTerminal }

  private func cells(of row: Row, number: Int) -> [String] {
    let cells = row.cells.map { HostileText.cell($0, isTerminal: options.isTerminal) }
    return isNumbered ? [String(number)] + cells : cells
  }

  private func fittedWidths() -> [Int]? {
    guard options.isTerminal else { return natural }
    let gaps = Self.gap.count * max(0, natural.count - 1)
    return ColumnFit(
      natural: natural, isEssential: columns.map { $0.importance == .essential }
    ).widths(within: options.columns - gaps)
  }

  private func line(of cells: [String], _ widths: [Int]) -> String {
    var line = ""
    var pending = ""
    for (index, cell) in zip(widths.indices, cells) {
      let text = DisplayWidth.cut(cell, to: widths[index])
      let padding = String(repeating: " ", count: max(0, widths[index] - DisplayWidth.of(text)))
      if columns[index].alignment == .trailing { pending += padding }
      if !text.isEmpty {
        line += pending + text
        pending = ""
      }
      if columns[index].alignment == .leading { pending += padding }
      pending += Self.gap
    }
    return line
  }
}
