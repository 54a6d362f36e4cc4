/// The one place where text becomes part of a URL.
enum PercentEncoding {
  /// Encodes a value as one path segment.
  ///
  /// A value of only dots is encoded too: left alone, `..` would walk up the path.
  static func segment(_ value: String) -> String {
    if value == "." { return "%2E" }
    if value == ".." { return "%2E%2E" }
    return encode(value) { isUnreserved($0) }
  }

  /// Encodes the name or the value of a query option.
  ///
  /// The marks that OData expressions are full of stay readable; `+`, `&`, `=` and `#` never do, since
  /// they mean something in a query.
  static func query(_ text: String) -> String {
    encode(text) { isUnreserved($0) || "$,()':/@*;!".utf8.contains($0) }
  }

  /// Encodes only what may not stand in a URL at all, and keeps the escapes that are there.
  static func mending(_ typed: String) -> String {
    let bytes = Array(typed.utf8)
    var mended: [UInt8] = []
    mended.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      let digits = bytes.dropFirst(index + 1).prefix(2)
      let isEscape = byte == UInt8(ascii: "%") && digits.count == 2 && digits.allSatisfy(isHex)
      if isUnreserved(byte) || isEscape || "$,()':/@*;!?&=+[]".utf8.contains(byte) {
        mended.append(byte)
      } else {
        mended.append(contentsOf: escape(byte))
      }
    }
    return String(decoding: mended, as: UTF8.self)
  }

  /// Reads escapes back; what is no escape stays as it is.
  static func decoded(_ text: Substring) -> String {
    var decoded: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), rest.prefix(2).allSatisfy(isHex),
        let value = UInt8(digits, radix: 16), digits.count == 2
      {
        decoded.append(value)
        rest = rest.dropFirst(2)
      } else {
        decoded.append(byte)
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  private static func encode(_ text: String, keeping isKept: (UInt8) -> Bool) -> String {
    var encoded: [UInt8] = []
    encoded.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if isKept(byte) {
        encoded.append(byte)
      } else {
        encoded.append(contentsOf: escape(byte))
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  private static func escape(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default:
      false
    }
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
      UInt8(ascii: "a")...UInt8(ascii: "f"):
      true
    default:
      false
    }
  }
}
