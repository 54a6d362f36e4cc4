import Output

/// Writes rows so that Ctrl-C ends an expression which never would.
struct RowOutput {
  private var renderer: RowRenderer
  private let filter: JQFilter?

  /// - Throws: ``JQError`` for an expression that is none.
  init(
    columns: [ColumnHeader], format: OutputFormat, isSingle: Bool, options: OutputOptions,
    sink: any Sink
  ) throws {
    let filter = try options.jq.map { try JQFilter(compiling: $0.text) }
    self.filter = filter
    renderer = RowRenderer(
      columns: columns, isSingle: isSingle,
      options: RenderOptions(
        format: format, for: sink, raw: options.raw, jq: filter, numbersRows: !isSingle),
      sink: sink)
  }

  mutating func page(_ rows: [Output.Row]) async throws {
    guard let filter else { return try renderer.page(rows) }
    try await withTaskCancellationHandler {
      try renderer.page(rows)
    } onCancel: {
      filter.stop()
    }
  }

  mutating func end(isComplete: Bool) throws {
    try renderer.end(isComplete: isComplete)
  }
}
