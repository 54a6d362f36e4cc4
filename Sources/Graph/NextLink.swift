import Documents

/// The link to the next page, found without parsing the page.
///
/// Only fields of the outermost object are looked at, and values are skipped by their brackets and
/// quotes, so no text inside a message can pass for the link. Graph writes it before the items, where it
/// is found at once. What cannot be made out is left to the parser.
enum NextLink {
  static let key = "@odata.nextLink"

  static func find(in body: [UInt8]) -> String? {
    var scanner = FieldScanner(bytes: body)
    guard let value = scanner.value(of: key) else { return nil }
    return (try? JSON(parsing: Array(body[value])))?.string
  }
}

/// Steps over the fields of one object.
private struct FieldScanner {
  let bytes: [UInt8]
  var position = 0

  mutating func value(of key: String) -> Range<Int>? {
    guard take(UInt8(ascii: "{")) else { return nil }
    repeat {
      skipSpace()
      guard let name = string(), take(UInt8(ascii: ":")) else { return nil }
      skipSpace()
      guard let value = value() else { return nil }
      if bytes[name].dropFirst().dropLast().elementsEqual(key.utf8) { return value }
    } while take(UInt8(ascii: ","))
    return nil
  }

  private mutating func value() -> Range<Int>? {
    guard position < bytes.count else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "\""): return string()
    case UInt8(ascii: "{"), UInt8(ascii: "["): return group()
    default: return scalar()
    }
  }

  private mutating func string() -> Range<Int>? {
    let start = position
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return nil }
    position += 1
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\\"):
        position += 2
      case UInt8(ascii: "\""):
        position += 1
        return start..<position
      default:
        position += 1
      }
    }
    return nil
  }

  private mutating func group() -> Range<Int>? {
    let start = position
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        guard string() != nil else { return nil }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
      default:
        break
      }
      position += 1
      if depth == 0 { return start..<position }
    }
    return nil
  }

  private mutating func scalar() -> Range<Int>? {
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: ","),
      bytes[position] != UInt8(ascii: "}")
    {
      position += 1
    }
    return start < position ? start..<position : nil
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) {
      position += 1
    }
  }
}
