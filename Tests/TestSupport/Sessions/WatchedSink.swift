package import Output

/// Keeps what is written to it, and hands it to whoever waits for it.
package final class WatchedSink: Sink {
  package let isTerminal: Bool
  package let columns = 80
  private let buffer = BufferSink()
  private let stream = AsyncStream.makeStream(of: String.self)

  package init(isTerminal: Bool = false) {
    self.isTerminal = isTerminal
  }

  /// Everything written so far.
  package var text: String { buffer.text }

  /// The texts as they are written; for one reader.
  package var writes: AsyncStream<String> { stream.stream }

  package func write(_ text: String) throws(SinkError) {
    try buffer.write(text)
    stream.continuation.yield(text)
  }
}
