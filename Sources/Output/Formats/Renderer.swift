/// One format: what it keeps between pages, and what it writes for each.
protocol Renderer: Sendable {
  mutating func page(_ rows: [Row], to sink: any Sink) throws

  mutating func end(isComplete: Bool, to sink: any Sink) throws
}

extension Renderer {
  mutating func end(isComplete: Bool, to sink: any Sink) throws {}
}
