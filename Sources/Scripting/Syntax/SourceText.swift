package import CommandKit

/// The text of a script or a typed line, with the name that errors call it by.
package struct SourceText: Sendable, Hashable {
  /// The file as it was named; `nil` for a line typed at the prompt.
  package let name: String?
  /// The text in UTF-8; every range in tokens and trees counts these.
  package let bytes: [UInt8]

  package init(_ text: String, name: String? = nil) {
    self.name = name
    bytes = Array(text.utf8)
  }

  /// The text of a range.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The place of a range, as a person counts it.
  ///
  /// Costs a walk over the text: it is meant for errors. The mark ends with the range's first line.
  package func location(_ range: Range<Int>) -> ScriptLocation {
    let newline = UInt8(ascii: "\n")
    let start = min(range.lowerBound, bytes.count)
    let before = bytes[..<start]
    let lineStart = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
    var lineEnd = bytes[start...].firstIndex(of: newline) ?? bytes.count
    if lineEnd > start, bytes[lineEnd - 1] == UInt8(ascii: "\r") { lineEnd -= 1 }
    let markEnd = max(start, min(range.upperBound, lineEnd))
    return ScriptLocation(
      source: name,
      line: 1 + before.count { $0 == newline },
      column: 1 + text(lineStart..<start).count,
      length: max(1, text(start..<markEnd).count),
      lineText: text(lineStart..<lineEnd)
    )
  }

  /// An error at a range of this text.
  func error(_ code: ScriptError.Code, at range: Range<Int>) -> ScriptError {
    ScriptError(code: code, location: location(range))
  }
}
