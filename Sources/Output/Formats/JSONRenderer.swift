import Documents

/// One array of the objects as received, streamed; or the one object that was asked for.
///
/// At a terminal the objects are indented, elsewhere each is one line:
///
///     [
///     {"id":"1","displayName":"Contoso IT"},
///     {"id":"2","displayName":"Sales"}
///     ]
struct JSONRenderer: Renderer {
  let isSingle: Bool
  let options: RenderOptions
  private var isOpen = false

  init(isSingle: Bool, options: RenderOptions) {
    self.isSingle = isSingle
    self.options = options
  }

  mutating func page(_ rows: [Row], to sink: any Sink) throws {
    var writer = ChunkedWriter(sink)
    let isIndented = options.isTerminal
    for row in rows {
      if !isSingle {
        try writer.append(isOpen ? ",\n" : "[\n")
        if isIndented { try writer.append("  ") }
      }
      isOpen = true
      try writer.append(
        row.document, isIndented ? .indented : .compact, depth: isSingle ? 0 : 1,
        options: options)
      if isSingle { try writer.append("\n") }
    }
    try writer.flush()
  }

  mutating func end(isComplete: Bool, to sink: any Sink) throws {
    guard !isSingle else { return }
    if isComplete {
      try sink.write(isOpen ? "\n]\n" : "[]\n")
    } else if isOpen {
      try sink.write("\n")
    }
  }
}
