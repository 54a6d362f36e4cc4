/// Reads one JSON text, strictly, and refuses what nests deeper than any real body.
struct DocumentParser {
  /// Says that a text is not JSON.
  struct Malformed: Error {
    let offset: Int
  }

  /// One step into a document.
  enum PathStep: Equatable {
    case member(String)
    case element(Int)

    fileprivate var opening: Character {
      switch self {
      case .member: "{"
      case .element: "["
      }
    }
  }

  private let bytes: [UInt8]
  private var position = 0
  /// Where the last step of a path led.
  private var found = 0
  private static let deepest = 64

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  static func parse(_ bytes: [UInt8]) throws(Malformed) -> Document {
    var parser = DocumentParser(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.position = 3 }
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.position == bytes.count else { throw parser.malformed }
    return value
  }

  static func parse(_ text: String) throws(Malformed) -> Document {
    try parse(Array(text.utf8))
  }

  /// Where the part of a text begins to which names and numbers lead: a member at its name.
  ///
  /// - Returns: The offset in bytes; that of the last part on the way which is there.
  static func offset(of path: [PathStep], in bytes: [UInt8]) -> Int {
    var parser = DocumentParser(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.position = 3 }
    var offset = parser.position
    for step in path {
      guard (try? parser.enter(step)) == true else { break }
      offset = parser.found
    }
    return offset
  }

  /// Goes to the value of a member or an element, when the value here has it.
  private mutating func enter(_ step: PathStep) throws(Malformed) -> Bool {
    skipSpace()
    guard take(step.opening) else { return false }
    var index = 0
    repeat {
      skipSpace()
      let start = position
      var name: String?
      if case .member = step {
        guard current == UInt8(ascii: "\"") else { return false }
        name = try string()
        skipSpace()
        guard take(":") else { return false }
      }
      if step == name.map(PathStep.member) ?? .element(index) {
        found = start
        return true
      }
      _ = try value(depth: 0)
      skipSpace()
      index += 1
    } while take(",")
    return false
  }

  private var malformed: Malformed { Malformed(offset: position) }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private mutating func take(_ expected: Character) -> Bool {
    guard let byte = current, byte == expected.asciiValue else { return false }
    position += 1
    return true
  }

  private mutating func take(word: String) -> Bool {
    let wanted = Array(word.utf8)
    guard bytes[position...].starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }

  private mutating func value(depth: Int) throws(Malformed) -> Document {
    guard depth < Self.deepest else { throw malformed }
    skipSpace()
    switch current {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t") where take(word: "true"): return true
    case UInt8(ascii: "f") where take(word: "false"): return false
    case UInt8(ascii: "n") where take(word: "null"): return nil
    default: return try number()
    }
  }

  private mutating func object(depth: Int) throws(Malformed) -> Document {
    position += 1
    var entries: [Document.Fields.Entry] = []
    skipSpace()
    if take("}") { return .object(Document.Fields()) }
    repeat {
      skipSpace()
      guard current == UInt8(ascii: "\"") else { throw malformed }
      let name = try string()
      skipSpace()
      guard take(":") else { throw malformed }
      entries.append(Document.Fields.Entry(name: name, value: try value(depth: depth + 1)))
      skipSpace()
    } while take(",")
    guard take("}") else { throw malformed }
    return .object(Document.Fields(entries))
  }

  private mutating func array(depth: Int) throws(Malformed) -> Document {
    position += 1
    var values: [Document] = []
    skipSpace()
    if take("]") { return .array(values) }
    repeat {
      values.append(try value(depth: depth + 1))
      skipSpace()
    } while take(",")
    guard take("]") else { throw malformed }
    return .array(values)
  }

  private mutating func number() throws(Malformed) -> Document {
    let start = position
    _ = take("-")
    let whole = digits()
    guard whole > 0, whole == 1 || bytes[position - whole] != UInt8(ascii: "0") else {
      throw malformed
    }
    if take("."), digits() == 0 { throw malformed }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      guard digits() > 0 else { throw malformed }
    }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func digits() -> Int {
    let start = position
    while let byte = current, byte >= 0x30, byte <= 0x39 { position += 1 }
    return position - start
  }

  private mutating func string() throws(Malformed) -> String {
    position += 1
    var output: [UInt8] = []
    while let byte = current {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: output, as: UTF8.self) else { throw malformed }
        return text
      case UInt8(ascii: "\\"): try escape(into: &output)
      case 0..<0x20: throw malformed
      default: output.append(byte)
      }
    }
    throw malformed
  }

  private mutating func escape(into output: inout [UInt8]) throws(Malformed) {
    guard let byte = current else { throw malformed }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): output.append(byte)
    case UInt8(ascii: "b"): output.append(0x08)
    case UInt8(ascii: "f"): output.append(0x0C)
    case UInt8(ascii: "n"): output.append(0x0A)
    case UInt8(ascii: "r"): output.append(0x0D)
    case UInt8(ascii: "t"): output.append(0x09)
    case UInt8(ascii: "u"): output.append(contentsOf: String(try scalar()).utf8)
    default: throw malformed
    }
  }

  private mutating func scalar() throws(Malformed) -> Unicode.Scalar {
    let unit = try codeUnit()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00, take("\\"), take("u") else { return "\u{FFFD}" }
    let low = try codeUnit()
    guard (0xDC00..<0xE000).contains(low) else { return "\u{FFFD}" }
    let combined = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00)
    return Unicode.Scalar(combined) ?? "\u{FFFD}"
  }

  private mutating func codeUnit() throws(Malformed) -> UInt16 {
    guard position + 4 <= bytes.count else { throw malformed }
    let text = String(decoding: bytes[position..<position + 4], as: UTF8.self)
    guard let unit = UInt16(text, radix: 16), !text.contains("+") else { throw malformed }
    position += 4
    return unit
  }
}
