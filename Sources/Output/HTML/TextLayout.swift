/// Lays running text out in lines, with indents that nest.
struct TextLayout {
  private var text: [UInt8] = []
  private var indents: [Indent] = []
  private var isAtLineStart = true
  private var owesSpace = false

  private struct Indent {
    /// What the next line starts with: an item's mark once, spaces from then on.
    var next: String
    let rest: String
  }

  /// Deeper indents are not shown, so that a thousand nested quotes cannot fill the memory.
  private static let deepest = 12

  /// A place to read from later.
  var mark: Int { text.count }

  func text(since mark: Int) -> String {
    let written = String(decoding: text[min(mark, text.count)...], as: UTF8.self)
    return String(written.drop { $0 == " " })
  }

  mutating func indent(first: String, rest: String) {
    indents.append(Indent(next: first, rest: rest))
  }

  mutating func outdent() {
    _ = indents.popLast()
  }

  /// Writes text that has no line breaks.
  mutating func write(_ piece: String) {
    guard !piece.isEmpty else { return }
    startLine()
    if owesSpace { text.append(UInt8(ascii: " ")) }
    owesSpace = false
    text.append(contentsOf: piece.utf8)
  }

  /// Writes text whose white space only parts words, as in HTML; no-break spaces count as letters.
  mutating func writeCollapsing(_ piece: String) {
    for byte in piece.utf8 {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D:
        space()
      default:
        if isAtLineStart { startLine() }
        if owesSpace { text.append(UInt8(ascii: " ")) }
        owesSpace = false
        text.append(byte)
      }
    }
  }

  /// Writes text line by line as it is.
  mutating func writePreformatted(_ piece: String) {
    let lines = piece.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated() {
      if index > 0 { breakLine(inCell: false) }
      write(String(line))
    }
  }

  /// Parts the next text from the last, if both are on one line.
  mutating func space() {
    if !isAtLineStart { owesSpace = true }
  }

  /// Ends the line unless nothing is on it.
  mutating func endLine() {
    owesSpace = false
    guard !isAtLineStart else { return }
    text.append(0x0A)
    isAtLineStart = true
  }

  /// Ends the line even if nothing is on it; in a table's cell, where a line has to last, a space.
  mutating func breakLine(inCell: Bool) {
    guard !inCell else { return space() }
    startLine()
    endLine()
  }

  func finished() -> String {
    var lines: [Substring] = []
    let written = String(decoding: text, as: UTF8.self).replacingNoBreakSpaces()
    for line in written.split(separator: "\n", omittingEmptySubsequences: false) {
      let kept = line.trimmingSuffix(" ")
      if !(kept.isEmpty && lines.last?.isEmpty ?? true) { lines.append(kept) }
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  private mutating func startLine() {
    guard isAtLineStart else { return }
    isAtLineStart = false
    owesSpace = false
    for index in indents.indices.prefix(Self.deepest) {
      text.append(contentsOf: indents[index].next.utf8)
      indents[index].next = indents[index].rest
    }
  }
}

extension String {
  /// No-break spaces lay out HTML; in text they only get in the way of searching.
  fileprivate func replacingNoBreakSpaces() -> String {
    guard utf8.contains(0xC2) else { return self }
    return String(UnicodeScalarView(unicodeScalars.map { $0 == "\u{A0}" ? " " : $0 }))
  }
}
