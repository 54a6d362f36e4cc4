/// Checks JSON text (RFC 8259), and tells where its parts lie.
///
/// What is only passed on needs no tree: a page of a collection is cut into its items, and each goes out
/// as it came. Values are made of what the same rules let through.
struct JSONScanner {
  let bytes: [UInt8]
  private let end: Int
  private(set) var position: Int
  private var depth = 0

  /// Deeper nesting than any real document; bounds the recursion on hostile input.
  private static let deepest = 256

  init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    self.bytes = bytes
    position = range?.lowerBound ?? 0
    end = range?.upperBound ?? bytes.count
  }

  /// Checks one whole text; returns where its value lies.
  mutating func document() throws(JSONError) -> Range<Int> {
    begin()
    let start = position
    try skipValue()
    let value = start..<position
    try finish()
    return value
  }

  /// Walks the fields of an object, until a visit says that it has seen enough.
  mutating func fields(
    _ visit: (_ key: Range<Int>, _ value: Range<Int>) -> Bool
  ) throws(JSONError) {
    guard try enter(UInt8(ascii: "{"), UInt8(ascii: "}")) else { return }
    repeat {
      let keyStart = position
      try skipString()
      let key = keyStart + 1..<position - 1
      try passColon()
      let start = position
      try skipValue()
      guard visit(key, start..<position) else { return }
    } while try !leave(UInt8(ascii: "}"))
  }

  /// Where the elements of an array lie.
  mutating func elements() throws(JSONError) -> [Range<Int>] {
    var found: [Range<Int>] = []
    guard try enter(UInt8(ascii: "["), UInt8(ascii: "]")) else { return found }
    repeat {
      let start = position
      try skipValue()
      found.append(start..<position)
    } while try !leave(UInt8(ascii: "]"))
    return found
  }
}

/// The rules, part by part.
extension JSONScanner {
  /// Passes what may stand before a text: a byte order mark and white space.
  mutating func begin() {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    skipSpace()
  }

  /// Makes sure that nothing but white space is left.
  mutating func finish() throws(JSONError) {
    skipSpace()
    guard position == end else { throw error(.trailingBytes) }
  }

  /// The byte at hand.
  func peek() throws(JSONError) -> UInt8 {
    guard position < end else { throw error(.unexpectedEnd) }
    return bytes[position]
  }

  /// Goes into an object or array; `false` for an empty one, which is left at once.
  mutating func enter(_ opening: UInt8, _ closing: UInt8) throws(JSONError) -> Bool {
    try expect(opening)
    depth += 1
    guard depth <= Self.deepest else { throw error(.tooDeep) }
    skipSpace()
    guard take(closing) else { return true }
    depth -= 1
    return false
  }

  /// Leaves an object or array, or passes the comma before its next part.
  mutating func leave(_ closing: UInt8) throws(JSONError) -> Bool {
    skipSpace()
    if take(closing) {
      depth -= 1
      return true
    }
    try expect(UInt8(ascii: ","))
    skipSpace()
    return false
  }

  /// Passes what stands between a field's name and its value.
  mutating func passColon() throws(JSONError) {
    skipSpace()
    try expect(UInt8(ascii: ":"))
    skipSpace()
  }

  private mutating func skipValue() throws(JSONError) {
    switch try peek() {
    case UInt8(ascii: "\""): try skipString()
    case UInt8(ascii: "{"): try fields { _, _ in true }
    case UInt8(ascii: "["):
      guard try enter(UInt8(ascii: "["), UInt8(ascii: "]")) else { return }
      repeat { try skipValue() } while try !leave(UInt8(ascii: "]"))
    case UInt8(ascii: "t"): try skipWord("true")
    case UInt8(ascii: "f"): try skipWord("false")
    case UInt8(ascii: "n"): try skipWord("null")
    default: try skipNumber()
    }
  }

  /// Passes a string; returns whether anything in it is escaped.
  @discardableResult
  mutating func skipString() throws(JSONError) -> Bool {
    try expect(UInt8(ascii: "\""))
    var isEscaped = false
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return isEscaped
      case UInt8(ascii: "\\"):
        isEscaped = true
        position += 1
        try skipEscape()
      case 0..<0x20:
        throw error(.unexpectedByte)
      default:
        position = endOfPlainText()
      }
    }
    throw error(.unexpectedEnd)
  }

  /// Where the text that stands for itself ends: at a quotation mark, a backslash, a control or the end.
  ///
  /// Most bytes of an answer are inside strings, so they are looked at eight at a time. Subtracting from
  /// each byte of a word borrows into the next one only behind a byte that is found, so the lowest is right.
  private func endOfPlainText() -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // What is unsafe of it is reading anything but bytes, which any bits are.
    let span = unsafe bytes.span.bytes
    var position = position
    while position + 8 <= end {
      // Safe: the eight bytes lie before the end, which is that of the array at most.
      let word = unsafe UInt64(
        littleEndian: span.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
      let quotes = word ^ ones &* UInt64(UInt8(ascii: "\""))
      let slashes = word ^ ones &* UInt64(UInt8(ascii: "\\"))
      let found =
        ((quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes
          | (word &- ones &* 0x20) & ~word) & (ones &* 0x80)
      if found != 0 { return position + found.trailingZeroBitCount / 8 }
      position += 8
    }
    while position < end, !Self.endsPlainText(bytes[position]) { position += 1 }
    return position
  }

  private static func endsPlainText(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func skipEscape() throws(JSONError) {
    switch try peek() {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 1
    case UInt8(ascii: "u"):
      guard position + 5 <= end else { throw error(.unexpectedEnd) }
      for byte in bytes[position + 1..<position + 5] where Self.hexDigit(byte) == nil {
        throw error(.invalidEscape)
      }
      position += 5
    default:
      throw error(.invalidEscape)
    }
  }

  /// What a hexadecimal digit counts; `nil` for another byte.
  static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// Passes a number; what begins like none is no value at all.
  mutating func skipNumber() throws(JSONError) {
    let first = try peek()
    let isNumber = first == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= first
    guard isNumber else { throw error(.unexpectedByte) }
    _ = take(UInt8(ascii: "-"))
    let hasLeadingZero = position < end && bytes[position] == UInt8(ascii: "0")
    let whole = skipDigits()
    guard whole > 0, !(hasLeadingZero && whole > 1) else { throw error(.invalidNumber) }
    if take(UInt8(ascii: ".")) {
      guard skipDigits() > 0 else { throw error(.invalidNumber) }
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      _ = take(UInt8(ascii: "+")) || take(UInt8(ascii: "-"))
      guard skipDigits() > 0 else { throw error(.invalidNumber) }
    }
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while position < end, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) {
      position += 1
    }
    return position - start
  }

  mutating func skipWord(_ word: StaticString) throws(JSONError) {
    for byte in word.description.utf8 { try expect(byte) }
  }

  private mutating func skipSpace() {
    while position < end {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < end, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(JSONError) {
    guard try peek() == byte else { throw error(.unexpectedByte) }
    position += 1
  }

  private func error(_ code: JSONError.Code) -> JSONError {
    JSONError(code: code, offset: position)
  }
}
