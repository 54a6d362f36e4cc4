/// Reads one line of the history file: a flat object of texts and numbers.
///
/// A decoder for any JSON takes a third of a second for 20,000 lines, which is felt at the first Up.
/// What is no such object is nobody's entry: damaged, or a newer version's.
struct HistoryLine {
  private let bytes: [UInt8]
  private var index: Int
  private let end: Int

  /// - Parameters:
  ///   - bytes: The file, or the newest part of it.
  ///   - range: The line, without its newline.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  /// What recalling needs of the line.
  func recalled() -> Recalled? {
    read(needsNumbers: false).map { Recalled(text: $0.text, tenant: $0.tenant) }
  }

  /// All that the line says.
  func entry() -> HistoryEntry? {
    read(needsNumbers: true)
  }

  private func read(needsNumbers: Bool) -> HistoryEntry? {
    var reader = self
    var entry = HistoryEntry(time: 0, text: "")
    var hasText = false
    var hasTime = false
    guard reader.take(UInt8(ascii: "{")) else { return nil }
    repeat {
      guard let key = reader.text(), reader.take(UInt8(ascii: ":")) else { return nil }
      switch key {
      case "text", "context", "tenant":
        guard let text = reader.text() else { return nil }
        if key == "text" { entry.text = text }
        if key == "context" { entry.context = text }
        if key == "tenant" { entry.tenant = text }
        hasText = hasText || key == "text"
      case "time", "duration", "status":
        let number = reader.plain()
        hasTime = hasTime || key == "time" && !number.isEmpty
        guard needsNumbers else { continue }
        guard let value = Double(String(decoding: bytes[number], as: UTF8.self)) else { return nil }
        if key == "time" { entry.time = value }
        if key == "duration" { entry.duration = value }
        if key == "status" { entry.status = Int(exactly: value) ?? 0 }
      default:
        guard reader.skip() else { return nil }
      }
    } while reader.take(UInt8(ascii: ","))
    guard reader.take(UInt8(ascii: "}")), hasText, hasTime else { return nil }
    return entry
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    while index < end, bytes[index] == UInt8(ascii: " ") { index += 1 }
    guard index < end, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  /// A number or a word, up to what ends a value.
  private mutating func plain() -> Range<Int> {
    while index < end, bytes[index] == UInt8(ascii: " ") { index += 1 }
    let start = index
    while index < end, !Self.endsValue(bytes[index]) { index += 1 }
    return start..<index
  }

  private static func endsValue(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: " ")
  }

  /// Passes over a value of no interest; objects and arrays are nothing this file holds.
  private mutating func skip() -> Bool {
    guard index < end else { return false }
    switch bytes[index] {
    case UInt8(ascii: "\""): return text() != nil
    case UInt8(ascii: "{"), UInt8(ascii: "["): return false
    default: return !plain().isEmpty
    }
  }

  /// A text in quotes, with its escapes resolved.
  private mutating func text() -> String? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let start = index
    while index < end, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") {
      index += 1
    }
    guard index < end else { return nil }
    if bytes[index] == UInt8(ascii: "\"") {
      index += 1
      return String(validating: bytes[start..<index - 1], as: UTF8.self)
    }
    return escapedText(after: Array(bytes[start..<index]))
  }

  private mutating func escapedText(after plain: [UInt8]) -> String? {
    var result = plain
    while index < end {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") { return String(validating: result, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        continue
      }
      guard index < end else { return nil }
      index += 1
      switch bytes[index - 1] {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "u"):
        guard let scalar = escapedScalar() else { return nil }
        result += Array(String(scalar).utf8)
      case let other: result.append(other)
      }
    }
    return nil
  }

  /// The scalar of `\uXXXX`, or of the two of them that make a rare one.
  private mutating func escapedScalar() -> Unicode.Scalar? {
    guard let first = hexadecimal() else { return nil }
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
    guard index + 1 < end, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { return nil }
    index += 2
    guard let second = hexadecimal(), (0xDC00..<0xE000).contains(second) else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private mutating func hexadecimal() -> UInt32? {
    guard index + 4 <= end else { return nil }
    defer { index += 4 }
    return UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
  }
}

/// A line as Up and the hints know it.
struct Recalled: Sendable, Hashable {
  let text: String
  let tenant: String?
}
