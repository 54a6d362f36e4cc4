/// A format of lines: what stands above the rows once, and a line for each of them.
protocol LineRenderer: Renderer {
  var columns: [ColumnHeader] { get }
  var hasHeader: Bool { get set }

  /// The lines above the first row, each with its end.
  var header: [String] { get }

  /// A row, with the line's end.
  func line(_ cells: [String]) -> String
}

extension LineRenderer {
  mutating func page(_ rows: [Row], to sink: any Sink) throws {
    var writer = ChunkedWriter(sink)
    if !hasHeader {
      hasHeader = true
      for line in header { try writer.append(line) }
    }
    for row in rows { try writer.append(line(row.cells)) }
    try writer.flush()
  }

  mutating func end(isComplete: Bool, to sink: any Sink) throws {
    if !hasHeader { try page([], to: sink) }
  }
}
