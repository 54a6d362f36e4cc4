import Documents

/// The results of a jq expression, one a line: strings bare as from `jq -r`, all else as JSON.
///
/// In NDJSON strings keep their quotes, so that each line is still a JSON text. YAML makes a list of the
/// results; in CSV and TSV an array is a row.
struct JQRenderer: Renderer {
  let filter: JQFilter
  let options: RenderOptions

  mutating func page(_ rows: [Row], to sink: any Sink) throws {
    var writer = ChunkedWriter(sink)
    for row in rows {
      try filter.apply(row.document) { result in
        try write(result, to: &writer)
        return !Task.isCancelled
      }
      guard !Task.isCancelled else { throw CancellationError() }
    }
    try writer.flush()
  }

  private func write(_ result: JSON, to writer: inout ChunkedWriter) throws {
    switch (options.format, result) {
    case (.yaml, _):
      var yaml = YAMLWriter(isTerminal: options.isTerminal, isColored: options.color)
      yaml.writeElement(result)
      try writer.append(yaml.text)
    case (.csv, .array(let elements)):
      try writer.append(CSVRenderer.line(elements.map(Self.cell), options: options))
    case (.tsv, .array(let elements)):
      try writer.append(
        TSVRenderer.line(elements.map(Self.cell), isTerminal: options.isTerminal))
    case (.ndjson, _):
      try writer.append(result, .compact, options: options)
      try writer.append("\n")
    case (_, .string(let text)):
      try writer.append(options.isTerminal ? HostileText.visibleLines(text) : text)
      try writer.append("\n")
    default:
      try writer.append(result, .compact, options: options)
      try writer.append("\n")
    }
  }

  private static func cell(_ value: JSON) -> String {
    switch value {
    case .null: ""
    case .string(let text): text
    default: value.text()
    }
  }
}
