/// One field a line, and an empty line between two rows.
///
///     TEAM         Contoso IT
///     DESCRIPTION  Help desk,
///                  devices and licences
///
/// At a terminal text goes on under its beginning, parted at blanks; a long id or address stays whole.
struct ListRenderer: Renderer {
  let columns: [ColumnHeader]
  let options: RenderOptions
  /// Rows written so far, by this format or by the table that gave way to it.
  private var count: Int

  /// The fewest columns in which text is still worth folding.
  private static let narrowest = 20

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
        try writer.append(field("#", String(count), look: .plain, width: width))
      }
      for (index, cell) in zip(columns.indices, row.cells) {
        try writer.append(field(titles[index], cell, look: columns[index].look, width: width))
      }
    }
    try writer.flush()
  }

  private func field(
    _ title: String, _ cell: String, look: ColumnHeader.Look, width: Int
  ) -> String {
    let text = options.isTerminal ? HostileText.visibleLines(cell) : cell
    let label = Style.bold.applied(to: DisplayWidth.padded(title, to: width), when: options.color)
    guard !text.isEmpty else { return Style.bold.applied(to: title, when: options.color) + "\n" }
    let continuation = "\n" + String(repeating: " ", count: width + 2)
    let lines = lines(of: text, within: options.columns - width - 2).map { line in
      look.style(of: text)?.applied(to: line, when: options.color) ?? line
    }
    return label + "  " + lines.joined(separator: continuation) + "\n"
  }

  private func lines(of text: String, within room: Int) -> [String] {
    let paragraphs = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
    guard options.isTerminal, room >= Self.narrowest else { return paragraphs }
    return paragraphs.flatMap { TextWrap.folded($0, width: room) }
  }
}
