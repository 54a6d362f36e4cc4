/// A place that text goes to: a terminal, a file, a pipe, or memory.
///
/// A write returns when the text is handed on whole, or throws. Writes from several threads do not mix
/// within one call's text, except where a pipe's reader is slow.
package protocol Sink: Sendable {
  /// Whether a person watches: text is then cut to the width, coloured, and made harmless.
  var isTerminal: Bool { get }

  /// The width in columns at this moment; a terminal's may change between two calls.
  var columns: Int { get }

  /// The height in rows at this moment; `nil` where nobody knows one.
  var rows: Int? { get }

  /// Whether what is written is kept, instead of being read by a person or another program.
  var isFile: Bool { get }

  /// Whether escape sequences for colour are welcome.
  var usesColor: Bool { get }

  func write(_ text: String) throws(SinkError)

  /// Hands on bytes as they are, such as a picture or a page of JSON.
  func write(bytes: [UInt8]) throws(SinkError)
}

extension Sink {
  package var usesColor: Bool { false }
  package var rows: Int? { nil }
  package var isFile: Bool { false }

  package func write(bytes: [UInt8]) throws(SinkError) {
    try write(String(decoding: bytes, as: UTF8.self))
  }
}
