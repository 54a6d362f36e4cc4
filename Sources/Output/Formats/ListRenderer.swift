/// One field a line, and an empty line between two rows.
///
///     TEAM         Contoso IT
///     DESCRIPTION  Help desk,
///                  devices and licences
struct ListRenderer: Renderer {
  let columns: [ColumnHeader]
  let options: RenderOptions
  /// Rows written so far, by this format or by the table that gave way to it.
  private var count: Int

  init(columns: [ColumnHeader], options: RenderOptions, after count: Int = 0) {
    self.columns = columns
    self.options = options
    self.count = count
  }

  mutating func page(_ rows: [Row], to sink: any Sink) throws {
    var writer = ChunkedWriter(sink)
    let titles = columns.map { HostileText.cell($0.title, isTerminal: options.isTerminal) }
    let width = titles.map { DisplayWidth.of($0) }.max() ?? 0
    for row in rows {
      if count > 0 { try writer.append("\n") }
      count += 1
      if options.numbersRows && options.isTerminal {
        try writer.append(field("#", String(count), width: width))
      }
      for (title, cell) in zip(titles, row.cells) {
        try writer.append(field(title, cell, width: width))
      }
    }
    try writer.flush()
  }

  private func field(_ title: String, _ cell: String, width: Int) -> String {
    let text = options.isTerminal ? HostileText.visibleLines(cell) : cell
    let label = Style.bold.applied(to: DisplayWidth.padded(title, to: width), when: options.color)
    let continuation = "\n" + String(repeating: " ", count: width + 2)
    guard !text.isEmpty else { return Style.bold.applied(to: title, when: options.color) + "\n" }
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    return label + "  " + lines.joined(separator: continuation) + "\n"
  }
}
