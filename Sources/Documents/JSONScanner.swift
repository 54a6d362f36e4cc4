/// Checks JSON text without making values of it, and tells where its parts lie.
///
/// What is only passed on needs no tree: a page of a collection is cut into its items, and each goes out
/// as it came.
struct JSONScanner {
  private let bytes: [UInt8]
  private let end: Int
  private(set) var position: Int
  private var depth = 0

  /// As deep as the parser goes, so that whatever is cut out can be parsed.
  private static let deepest = 256

  init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    self.bytes = bytes
    position = range?.lowerBound ?? 0
    end = range?.upperBound ?? bytes.count
  }

  /// Checks one whole text; returns where its value lies.
  mutating func document() throws(JSONError) -> Range<Int> {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    skipSpace()
    let start = position
    try skipValue()
    let value = start..<position
    skipSpace()
    guard position == end else { throw error(.trailingBytes) }
    return value
  }

  /// Walks the fields of an object, until a visit says that it has seen enough.
  mutating func fields(
    _ visit: (_ key: Range<Int>, _ value: Range<Int>) -> Bool
  ) throws(JSONError) {
    guard take(UInt8(ascii: "{")) else { throw error(.unexpectedByte) }
    skipSpace()
    if take(UInt8(ascii: "}")) { return }
    while true {
      let keyStart = position
      try skipString()
      let key = keyStart + 1..<position - 1
      skipSpace()
      try expect(UInt8(ascii: ":"))
      skipSpace()
      let start = position
      try skipValue()
      guard visit(key, start..<position) else { return }
      skipSpace()
      if take(UInt8(ascii: "}")) { return }
      try expect(UInt8(ascii: ","))
      skipSpace()
    }
  }

  /// Where the elements of an array lie.
  mutating func elements() throws(JSONError) -> [Range<Int>] {
    var found: [Range<Int>] = []
    guard take(UInt8(ascii: "[")) else { throw error(.unexpectedByte) }
    skipSpace()
    if take(UInt8(ascii: "]")) { return found }
    while true {
      let start = position
      try skipValue()
      found.append(start..<position)
      skipSpace()
      if take(UInt8(ascii: "]")) { return found }
      try expect(UInt8(ascii: ","))
      skipSpace()
    }
  }
}

extension JSONScanner {
  private mutating func skipValue() throws(JSONError) {
    guard position < end else { throw error(.unexpectedEnd) }
    switch bytes[position] {
    case UInt8(ascii: "\""): try skipString()
    case UInt8(ascii: "{"):
      try descend()
      try fields { _, _ in true }
      depth -= 1
    case UInt8(ascii: "["):
      try descend()
      try skipElements()
      depth -= 1
    case UInt8(ascii: "t"): try skipWord("true")
    case UInt8(ascii: "f"): try skipWord("false")
    case UInt8(ascii: "n"): try skipWord("null")
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try skipNumber()
    default: throw error(.unexpectedByte)
    }
  }

  private mutating func skipElements() throws(JSONError) {
    position += 1
    skipSpace()
    if take(UInt8(ascii: "]")) { return }
    while true {
      try skipValue()
      skipSpace()
      if take(UInt8(ascii: "]")) { return }
      try expect(UInt8(ascii: ","))
      skipSpace()
    }
  }

  private mutating func skipString() throws(JSONError) {
    guard position < end else { throw error(.unexpectedEnd) }
    guard bytes[position] == UInt8(ascii: "\"") else { throw error(.unexpectedByte) }
    position += 1
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return
      case UInt8(ascii: "\\"):
        try skipEscape()
      case 0..<0x20:
        throw error(.unexpectedByte)
      default:
        position += 1
      }
    }
    throw error(.unexpectedEnd)
  }

  private mutating func skipEscape() throws(JSONError) {
    guard position + 1 < end else { throw error(.unexpectedEnd) }
    switch bytes[position + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 2
    case UInt8(ascii: "u"):
      guard position + 6 <= end else { throw error(.unexpectedEnd) }
      for offset in 2..<6 where !Self.isHexDigit(bytes[position + offset]) {
        throw error(.invalidEscape)
      }
      position += 6
    default:
      throw error(.invalidEscape)
    }
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  private mutating func skipNumber() throws(JSONError) {
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

  private mutating func skipWord(_ word: StaticString) throws(JSONError) {
    for byte in word.description.utf8 {
      guard position < end else { throw error(.unexpectedEnd) }
      try expect(byte)
    }
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
    guard position < end else { throw error(.unexpectedEnd) }
    guard take(byte) else { throw error(.unexpectedByte) }
  }

  private mutating func descend() throws(JSONError) {
    depth += 1
    guard depth <= Self.deepest else { throw error(.tooDeep) }
  }

  private func error(_ code: JSONError.Code) -> JSONError {
    JSONError(code: code, offset: position)
  }
}
