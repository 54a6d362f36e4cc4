/// One reference a line, which is what `$(…)` makes words of.
struct IDsRenderer: Renderer {
  let options: RenderOptions

  mutating func page(_ rows: [Row], to sink: any Sink) throws {
    var writer = ChunkedWriter(sink)
    for row in rows {
      try writer.append(HostileText.cell(row.reference, isTerminal: options.isTerminal))
      try writer.append("\n")
    }
    try writer.flush()
  }
}
