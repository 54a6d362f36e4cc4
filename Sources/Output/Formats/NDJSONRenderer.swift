import Documents

/// One object a line, as received: the form for other programs and for millions of rows.
struct NDJSONRenderer: Renderer {
  let options: RenderOptions

  mutating func page(_ rows: [Row], to sink: any Sink) throws {
    var writer = ChunkedWriter(sink)
    for row in rows {
      try writer.append(row.document, .compact, options: options)
      try writer.append("\n")
    }
    try writer.flush()
  }
}
