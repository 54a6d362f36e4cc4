import Documents

/// The results of a jq expression, one a line: strings bare as from `jq -r`, all else as JSON.
///
/// In NDJSON strings keep their quotes, so that each line is still a JSON text.
struct JQRenderer: Renderer {
  let filter: JQFilter
  let options: RenderOptions

  mutating func page(_ rows: [Row], to sink: any Sink) throws {
    var writer = ChunkedWriter(sink)
    for row in rows {
      try filter.apply(row.document) { result in
        if case .string(let text) = result, options.format != .ndjson {
          try writer.append(options.isTerminal ? HostileText.visibleLines(text) : text)
        } else {
          try writer.append(result, .compact, harmless: options.isTerminal)
        }
        try writer.append("\n")
        return !Task.isCancelled
      }
      guard !Task.isCancelled else { throw CancellationError() }
    }
    try writer.flush()
  }
}
