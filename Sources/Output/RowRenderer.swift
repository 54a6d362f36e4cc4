/// Writes rows in one of the formats, page by page as they come.
///
/// The first page is on the screen while the second travels. A page that is empty is fine, and so is
/// none at all: ``end(isComplete:)`` then writes what the format wants for nothing (`[]`, a CSV header).
package struct RowRenderer: Sendable {
  private var renderer: any Renderer
  private let sink: any Sink

  /// Where one thing was asked for (`isSingle`), JSON is an object and no array.
  package init(
    columns: [ColumnHeader], isSingle: Bool = false, options: RenderOptions, sink: any Sink
  ) {
    self.sink = sink
    if let filter = options.jq {
      renderer = JQRenderer(filter: filter, options: options)
      return
    }
    switch options.format {
    case .table: renderer = TableRenderer(columns: columns, options: options)
    case .list: renderer = ListRenderer(columns: columns, options: options)
    case .json: renderer = JSONRenderer(isSingle: isSingle, options: options)
    case .ndjson: renderer = NDJSONRenderer(options: options)
    case .csv: renderer = CSVRenderer(columns: columns, options: options)
    case .tsv: renderer = TSVRenderer(columns: columns, options: options)
    case .markdown: renderer = MarkdownRenderer(columns: columns, options: options)
    case .yaml: renderer = YAMLRenderer(isSingle: isSingle, options: options)
    case .ids: renderer = IDsRenderer(options: options)
    }
  }

  /// Writes the rows of one page.
  ///
  /// Fails with ``SinkError``, or with ``JQError`` from the filter; what was written stays written.
  package mutating func page(_ rows: [Row]) throws {
    try renderer.page(rows, to: sink)
  }

  /// Writes what closes the format.
  ///
  /// Where not all rows came, a JSON array stays open: nobody shall take half a list for the whole.
  package mutating func end(isComplete: Bool) throws {
    try renderer.end(isComplete: isComplete, to: sink)
  }
}
