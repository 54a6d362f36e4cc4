import Documents

/// Gathers the text of a page and hands it on in pieces of some size, not a system call a row.
struct ChunkedWriter {
  private let sink: any Sink
  private var bytes: [UInt8] = []

  /// What a pipe holds on Linux; larger writes gain nothing measurable.
  private static let pieceSize = 64 * 1024

  init(_ sink: any Sink) {
    self.sink = sink
  }

  mutating func append(_ text: String) throws(SinkError) {
    bytes.append(contentsOf: text.utf8)
    if bytes.count >= Self.pieceSize { try flush() }
  }

  mutating func append(
    _ document: JSON, _ layout: JSON.Layout, depth: Int = 0, options: RenderOptions
  ) throws(SinkError) {
    if options.isTerminal || options.color {
      var text = document.text(layout, depth: depth)
      if options.isTerminal { text = HostileText.escapedJSON(text) }
      bytes.append(contentsOf: (options.color ? JSONColors.colored(text) : text).utf8)
    } else {
      document.append(to: &bytes, layout, depth: depth)
    }
    if bytes.count >= Self.pieceSize { try flush() }
  }

  mutating func flush() throws(SinkError) {
    guard !bytes.isEmpty else { return }
    try sink.write(bytes: bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
