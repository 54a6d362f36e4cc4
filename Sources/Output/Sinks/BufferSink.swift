import Synchronization

/// Keeps what is written to it: the output of a command that another word is made of.
package final class BufferSink: Sink {
  package let isTerminal: Bool
  package let columns: Int
  package let rows: Int?
  package let usesColor: Bool
  private let buffer = Mutex<[UInt8]>([])

  package init(
    isTerminal: Bool = false, columns: Int = 80, rows: Int? = nil, usesColor: Bool = false
  ) {
    self.isTerminal = isTerminal
    self.columns = columns
    self.rows = rows
    self.usesColor = usesColor
  }

  /// Keeps what is meant for another sink.
  package convenience init(like sink: any Sink) {
    self.init(isTerminal: sink.isTerminal, columns: sink.columns, usesColor: sink.usesColor)
  }

  /// Everything written so far.
  package var bytes: [UInt8] { buffer.withLock { $0 } }

  /// Everything written so far, as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package func write(_ text: String) throws(SinkError) {
    buffer.withLock { $0.append(contentsOf: text.utf8) }
  }

  package func write(bytes: [UInt8]) throws(SinkError) {
    buffer.withLock { $0.append(contentsOf: bytes) }
  }
}
