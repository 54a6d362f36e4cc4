/// Aligned columns under a header, without rules and boxes.
///
///     TEAM         CHANNELS  DESCRIPTION
///     Contoso IT          7  Help desk, devices and lic…
///     営業チーム          12  Sales in Japan
///
/// At a terminal ``ColumnFit`` decides what fits, by the first page; what it leaves out is said below the
/// table. Where a list serves better, rows are written as one. Columns grow with later pages, and never
/// shrink. Elsewhere everything is whole.
struct TableRenderer: Renderer {
  private let columns: [ColumnHeader]
  private let options: RenderOptions
  private let titles: [String]
  private var natural: [Int]
  private var count = 0
  /// The columns on the screen, and their widths; `nil` before the first page.
  private var settled: ColumnFit.Layout?
  /// Takes over when a row cannot fit the screen.
  private var list: ListRenderer?

  init(columns: [ColumnHeader], options: RenderOptions) {
    let numbered = options.numbersRows && options.isTerminal
    let number = ColumnHeader(
      "#", alignment: .trailing, importance: .essential, look: .secondary)
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
    guard let layout = layout() else {
      list = ListRenderer(
        columns: Array(columns.dropFirst(isNumbered ? 1 : 0)), options: options, after: count)
      return try list?.page(rows, to: sink) ?? ()
    }
    var writer = ChunkedWriter(sink)
    if settled == nil {
      let header = TableLine(layout: layout, columns: columns, color: false)
      try writer.append(
        Style.bold.applied(to: header.text(of: titles, isHeader: true), when: options.color)
          + "\n")
    }
    settled = layout
    var line = TableLine(layout: layout, columns: columns, color: options.color)
    for (cells, row) in zip(lines, rows) {
      line.marked = isNumbered ? Set(row.marked.map { $0 + 1 }) : row.marked
      try writer.append(line.text(of: cells) + "\n")
    }
    count += rows.count
    try writer.flush()
  }

  mutating func end(isComplete: Bool, to sink: any Sink) throws {
    guard let settled, settled.shown.count < columns.count else { return }
    let missing = titles.indices.filter { !settled.shown.contains($0) }.map { titles[$0] }
    let noun = missing.count == 1 ? "1 column" : "\(missing.count) columns"
    let text =
      "\(noun) not shown: \(missing.joined(separator: ", ")). Use -o list, or --columns."
    try sink.write(Style.dim.applied(to: text, when: options.color) + "\n")
  }

  private var isNumbered: Bool { options.numbersRows && options.isTerminal }

  private func cells(of row: Row, number: Int) -> [String] {
    let cells = row.cells.map { HostileText.cell($0, isTerminal: options.isTerminal) }
    return isNumbered ? [String(number)] + cells : cells
  }

  private func layout() -> ColumnFit.Layout? {
    guard options.isTerminal else {
      return ColumnFit.Layout(shown: Array(natural.indices), widths: natural)
    }
    let name = isNumbered ? 1 : 0
    let fit = ColumnFit(
      natural: natural, isEssential: columns.map { $0.importance == .essential },
      isDroppable: columns.indices.map { $0 != name && columns[$0].importance == .ordinary })
    guard let settled else { return fit.layout(within: options.columns) }
    return fit.grown(settled, within: options.columns)
  }
}
