/// A value inside a JSON text: found and checked, and not made into anything.
///
///     let page = try JSONSlice(checking: body)
///     for item in page["value"]?.elements ?? [] { item.append(to: &line) }
package struct JSONSlice: Sendable {
  private let bytes: [UInt8]
  private let range: Range<Int>

  /// Checks one whole JSON text, as strictly as the parser does.
  package init(checking bytes: [UInt8]) throws(JSONError) {
    var scanner = JSONScanner(bytes)
    range = try scanner.document()
    self.bytes = bytes
  }

  private init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
  }

  /// The value of an object's first field of that name.
  ///
  /// `nil` for a missing one and for anything but an object. The name must have no character that is
  /// escaped in JSON.
  package subscript(_ key: StaticString) -> JSONSlice? {
    var found: Range<Int>?
    walk { name, value in
      if has(key, at: name) { found = value }
      return found == nil
    }
    return found.map { JSONSlice(bytes, $0) }
  }

  /// The elements of an array; `nil` for anything else.
  package var elements: [JSONSlice]? {
    var scanner = JSONScanner(bytes, in: range)
    return (try? scanner.elements())?.map { JSONSlice(bytes, $0) }
  }

  /// The text of a string; `nil` for anything else.
  package var string: String? {
    guard first == UInt8(ascii: "\"") else { return nil }
    let inside = bytes[range.lowerBound + 1..<range.upperBound - 1]
    guard inside.contains(UInt8(ascii: "\\")) else {
      return String(decoding: inside, as: UTF8.self)
    }
    return parsed.string
  }

  package var isNull: Bool { first == UInt8(ascii: "n") }

  /// The value made of it.
  package var parsed: JSON { (try? JSON(parsing: Array(bytes[range]))) ?? .null }

  /// Writes the value on one line, otherwise as it came.
  ///
  /// Ill-formed UTF-8 becomes U+FFFD, as in the parser.
  package func append(to output: inout [UInt8]) {
    append(range, to: &output)
  }

  /// Writes an object without the fields whose names begin so.
  package func append(to output: inout [UInt8], withoutFieldsNamed prefix: StaticString) {
    var kept: [Range<Int>] = []
    var isWhole = true
    walk { name, value in
      if has(prefix, at: name.prefix(prefix.utf8CodeUnitCount)) {
        isWhole = false
      } else {
        kept.append(name.lowerBound - 1..<value.upperBound)
      }
      return true
    }
    if isWhole { return append(to: &output) }
    output.append(UInt8(ascii: "{"))
    for (index, field) in kept.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      append(field, to: &output)
    }
    output.append(UInt8(ascii: "}"))
  }
}

extension JSONSlice {
  private var first: UInt8? { range.isEmpty ? nil : bytes[range.lowerBound] }

  /// Visits the fields of an object; what is no object has none.
  private func walk(_ visit: (_ name: Range<Int>, _ value: Range<Int>) -> Bool) {
    guard first == UInt8(ascii: "{") else { return }
    var scanner = JSONScanner(bytes, in: range)
    try? scanner.fields(visit)
  }

  private func has(_ key: StaticString, at name: Range<Int>) -> Bool {
    guard name.count == key.utf8CodeUnitCount else { return false }
    return key.withUTF8Buffer { key in unsafe key.elementsEqual(bytes[name]) }
  }

  /// A line break in checked JSON can only stand between two parts of it: in a string it is escaped.
  private func append(_ part: Range<Int>, to output: inout [UInt8]) {
    let start = output.count
    output.append(contentsOf: bytes[part])
    var isASCII = true
    for index in start..<output.count {
      let byte = output[index]
      if byte == 0x0A || byte == 0x0D { output[index] = 0x20 }
      if byte >= 0x80 { isASCII = false }
    }
    guard !isASCII, String(validating: output[start...], as: UTF8.self) == nil else { return }
    let mended = String(decoding: output[start...], as: UTF8.self)
    output.replaceSubrange(start..., with: mended.utf8)
  }
}
