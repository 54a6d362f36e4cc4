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
    var parser = JSONParser(bytes)
    self = try parser.document()
  }

  package init(parsing text: String) throws(JSONError) {
    try self.init(parsing: Array(text.utf8))
  }
}

/// Makes values of what the scanner lets through, by a recursive descent: the rules are the scanner's.
struct JSONParser {
  private var scanner: JSONScanner

  init(_ bytes: [UInt8]) {
    scanner = JSONScanner(bytes)
  }

  mutating func document() throws(JSONError) -> JSON {
    scanner.begin()
    let value = try value()
    try scanner.finish()
    return value
  }

  private mutating func value() throws(JSONError) -> JSON {
    switch try scanner.peek() {
    case UInt8(ascii: "{"): return .object(JSONObject(fields: try fields()))
    case UInt8(ascii: "["): return .array(try elements())
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default:
      let start = scanner.position
      try scanner.skipNumber()
      return .number(String(decoding: scanner.bytes[start..<scanner.position], as: UTF8.self))
    }
  }

  private mutating func fields() throws(JSONError) -> [JSONObject.Field] {
    var fields: [JSONObject.Field] = []
    guard try scanner.enter(UInt8(ascii: "{"), UInt8(ascii: "}")) else { return fields }
    repeat {
      let key = try string()
      try scanner.passColon()
      fields.append(JSONObject.Field(key: key, value: try value()))
    } while try !scanner.leave(UInt8(ascii: "}"))
    return fields
  }

  private mutating func elements() throws(JSONError) -> [JSON] {
    var elements: [JSON] = []
    guard try scanner.enter(UInt8(ascii: "["), UInt8(ascii: "]")) else { return elements }
    repeat { elements.append(try value()) } while try !scanner.leave(UInt8(ascii: "]"))
    return elements
  }

  private mutating func word(_ text: StaticString, _ value: JSON) throws(JSONError) -> JSON {
    try scanner.skipWord(text)
    return value
  }

  private mutating func string() throws(JSONError) -> String {
    let start = scanner.position
    let isEscaped = try scanner.skipString()
    let inside = scanner.bytes[start + 1..<scanner.position - 1]
    return String(decoding: isEscaped ? Self.unescaped(inside) : inside, as: UTF8.self)
  }

  /// The text of a string that was checked.
  private static func unescaped(_ source: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text: [UInt8] = []
    text.reserveCapacity(source.count)
    var rest = source
    while let escape = rest.firstIndex(of: UInt8(ascii: "\\")) {
      text.append(contentsOf: rest[..<escape])
      rest = rest[(escape + 1)...]
      if rest.first == UInt8(ascii: "u") {
        text.append(contentsOf: scalar(&rest).utf8)
      } else if let sign = rest.popFirst() {
        text.append(byte(escapedAs: sign))
      }
    }
    return (text + rest)[...]
  }

  private static func byte(escapedAs sign: UInt8) -> UInt8 {
    switch sign {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: sign
    }
  }

  /// Reads `uXXXX` off the front, and the second half of a surrogate pair where one follows.
  private static func scalar(_ rest: inout ArraySlice<UInt8>) -> Character {
    let high = unit(rest)
    rest = rest.dropFirst(5)
    var code = high
    if (0xD800..<0xDC00).contains(high), rest.starts(with: Array("\\u".utf8)) {
      let low = unit(rest.dropFirst())
      if (0xDC00..<0xE000).contains(low) {
        rest = rest.dropFirst(6)
        code = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)
      }
    }
    return Character(Unicode.Scalar(code) ?? "\u{FFFD}")
  }

  private static func unit(_ escape: ArraySlice<UInt8>) -> UInt32 {
    escape.dropFirst().prefix(4).reduce(0) { unit, digit in
      unit << 4 | UInt32(JSONScanner.hexDigit(digit) ?? 0)
    }
  }
}
