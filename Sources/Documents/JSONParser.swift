/// Where a text stops being JSON.
package struct JSONError: Error, Sendable, Hashable {
  /// What was wrong at that place.
  package enum Code: Sendable, Hashable {
    case unexpectedEnd, unexpectedByte, invalidNumber, invalidEscape, tooDeep, trailingBytes
  }

  package let code: Code
  /// Offset in bytes from the start of the text.
  package let offset: Int
}

extension JSON {
  /// Parses one whole JSON text (RFC 8259), in UTF-8.
  ///
  /// Ill-formed UTF-8 and lone surrogates become U+FFFD, so that one bad byte in one message does not
  /// hide a page of fifty; a byte order mark is skipped.
  package init(parsing bytes: [UInt8]) throws(JSONError) {
    var parser = JSONParser(bytes: bytes)
    self = try parser.document()
  }

  package init(parsing text: String) throws(JSONError) {
    try self.init(parsing: Array(text.utf8))
  }
}

/// A recursive descent over the bytes of one text.
struct JSONParser {
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  /// Deeper nesting than any real document; bounds the recursion on hostile input.
  private static let deepest = 256

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func document() throws(JSONError) -> JSON {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    skipSpace()
    let value = try value()
    skipSpace()
    guard position == bytes.count else { throw error(.trailingBytes) }
    return value
  }

  private mutating func value() throws(JSONError) -> JSON {
    guard position < bytes.count else { throw error(.unexpectedEnd) }
    switch bytes[position] {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw error(.unexpectedByte)
    }
  }

  private mutating func object() throws(JSONError) -> JSON {
    try descend()
    var fields: [JSONObject.Field] = []
    position += 1
    skipSpace()
    if take("}") { return leave(.object(JSONObject(fields: fields))) }
    while true {
      guard position < bytes.count else { throw error(.unexpectedEnd) }
      guard bytes[position] == UInt8(ascii: "\"") else { throw error(.unexpectedByte) }
      let key = try string()
      skipSpace()
      try expect(":")
      skipSpace()
      fields.append(JSONObject.Field(key: key, value: try value()))
      skipSpace()
      if take("}") { return leave(.object(JSONObject(fields: fields))) }
      try expect(",")
      skipSpace()
    }
  }

  private mutating func array() throws(JSONError) -> JSON {
    try descend()
    var elements: [JSON] = []
    position += 1
    skipSpace()
    if take("]") { return leave(.array(elements)) }
    while true {
      elements.append(try value())
      skipSpace()
      if take("]") { return leave(.array(elements)) }
      try expect(",")
      skipSpace()
    }
  }

  private mutating func string() throws(JSONError) -> String {
    position += 1
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        defer { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
      case UInt8(ascii: "\\"):
        return try escapedString(from: start)
      case 0..<0x20:
        throw error(.unexpectedByte)
      default:
        position += 1
      }
    }
    throw error(.unexpectedEnd)
  }

  private mutating func escapedString(from start: Int) throws(JSONError) -> String {
    var unescaped = Array(bytes[start..<position])
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        return String(decoding: unescaped, as: UTF8.self)
      case UInt8(ascii: "\\"):
        unescaped.append(contentsOf: try escape())
      case 0..<0x20:
        throw error(.unexpectedByte)
      default:
        unescaped.append(byte)
      }
    }
    throw error(.unexpectedEnd)
  }

  private mutating func escape() throws(JSONError) -> [UInt8] {
    guard position < bytes.count else { throw error(.unexpectedEnd) }
    defer { position += 1 }
    switch bytes[position] {
    case UInt8(ascii: "\""): return [UInt8(ascii: "\"")]
    case UInt8(ascii: "\\"): return [UInt8(ascii: "\\")]
    case UInt8(ascii: "/"): return [UInt8(ascii: "/")]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: throw error(.invalidEscape)
    }
  }

  /// Reads `uXXXX`, and the second half of a surrogate pair where one follows; stops on the last digit.
  private mutating func unicodeEscape() throws(JSONError) -> [UInt8] {
    let unit = try hexDigits(at: position + 1)
    position += 4
    var code = UInt32(unit)
    if (0xD800..<0xDC00).contains(unit), position + 6 < bytes.count,
      bytes[position + 1] == UInt8(ascii: "\\"), bytes[position + 2] == UInt8(ascii: "u")
    {
      let low = try hexDigits(at: position + 3)
      if (0xDC00..<0xE000).contains(low) {
        position += 6
        code = 0x10000 + ((UInt32(unit) - 0xD800) << 10) + (UInt32(low) - 0xDC00)
      }
    }
    return Array(String(Character(Unicode.Scalar(code) ?? "\u{FFFD}")).utf8)
  }

  private func hexDigits(at start: Int) throws(JSONError) -> UInt16 {
    guard start + 4 <= bytes.count else { throw error(.unexpectedEnd) }
    var unit: UInt16 = 0
    for byte in bytes[start..<start + 4] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: throw error(.invalidEscape)
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }

  private mutating func number() throws(JSONError) -> JSON {
    let start = position
    _ = take("-")
    let leadingZero = position < bytes.count && bytes[position] == UInt8(ascii: "0")
    let whole = digits()
    guard whole > 0, !(leadingZero && whole > 1) else { throw error(.invalidNumber) }
    if take(".") {
      guard digits() > 0 else { throw error(.invalidNumber) }
    }
    if take("e") || take("E") {
      _ = take("+") || take("-")
      guard digits() > 0 else { throw error(.invalidNumber) }
    }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func digits() -> Int {
    let start = position
    while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position])
    {
      position += 1
    }
    return position - start
  }

  private mutating func word(_ text: StaticString, _ value: JSON) throws(JSONError) -> JSON {
    for character in text.description.utf8 {
      guard position < bytes.count else { throw error(.unexpectedEnd) }
      guard bytes[position] == character else { throw error(.unexpectedByte) }
      position += 1
    }
    return value
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(JSONError) {
    guard position < bytes.count else { throw error(.unexpectedEnd) }
    guard take(character) else { throw error(.unexpectedByte) }
  }

  private mutating func descend() throws(JSONError) {
    depth += 1
    guard depth <= Self.deepest else { throw error(.tooDeep) }
  }

  private mutating func leave(_ value: JSON) -> JSON {
    depth -= 1
    return value
  }

  private func error(_ code: JSONError.Code) -> JSONError {
    JSONError(code: code, offset: position)
  }
}
