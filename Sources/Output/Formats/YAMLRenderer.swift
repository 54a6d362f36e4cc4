import Documents

/// A list of the objects as received, streamed; or the one object that was asked for.
///
///     - id: "1"
///       displayName: Contoso IT
///       tags: []
struct YAMLRenderer: Renderer {
  let isSingle: Bool
  let options: RenderOptions
  private var isOpen = false

  init(isSingle: Bool, options: RenderOptions) {
    self.isSingle = isSingle
    self.options = options
  }

  mutating func page(_ rows: [Row], to sink: any Sink) throws {
    var writer = ChunkedWriter(sink)
    for row in rows {
      isOpen = true
      try writer.append(text(of: row.document))
    }
    try writer.flush()
  }

  /// One object, as an element of the list unless it is alone.
  private func text(of document: JSON) -> String {
    var yaml = YAMLWriter(isTerminal: options.isTerminal, isColored: options.color)
    if isSingle { yaml.write(document) } else { yaml.writeElement(document) }
    return yaml.text
  }

  mutating func end(isComplete: Bool, to sink: any Sink) throws {
    if !isOpen, !isSingle, isComplete { try sink.write("[]\n") }
  }
}
