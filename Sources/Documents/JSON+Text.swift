extension JSON {
  /// How a document is written out.
  package enum Layout: Sendable {
    /// One line, no spaces.
    case compact
    /// A field a line, indented by two spaces.
    case indented
  }

  /// The document as JSON text in UTF-8, without a newline at its end.
  ///
  /// The second and later lines are indented by the depth, in steps of two spaces.
  package func text(_ layout: Layout = .compact, depth: Int = 0) -> String {
    var bytes: [UInt8] = []
    append(to: &bytes, layout, depth: depth)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes the document at the end of a buffer, which saves a copy where many are written.
  package func append(to bytes: inout [UInt8], _ layout: Layout = .compact, depth: Int = 0) {
    var writer = JSONWriter(layout: layout)
    swap(&writer.bytes, &bytes)
    writer.write(self, depth: depth)
    swap(&writer.bytes, &bytes)
  }

  /// The document as the bytes of a request body.
  package var bytes: [UInt8] {
    var writer = JSONWriter(layout: .compact)
    writer.write(self, depth: 0)
    return writer.bytes
  }
}

/// Appends values to a buffer of bytes.
private struct JSONWriter {
  let layout: JSON.Layout
  var bytes: [UInt8] = []

  mutating func write(_ value: JSON, depth: Int) {
    switch value {
    case .null: append("null")
    case .bool(let truth): append(truth ? "true" : "false")
    case .number(let digits): append(digits)
    case .string(let text): quote(text)
    case .array(let elements):
      group("[", "]", depth: depth, elements) { writer, element in
        writer.write(element, depth: depth + 1)
      }
    case .object(let object):
      group("{", "}", depth: depth, object.fields) { writer, field in
        writer.quote(field.key)
        writer.append(writer.layout == .compact ? ":" : ": ")
        writer.write(field.value, depth: depth + 1)
      }
    }
  }

  private mutating func group<Element>(
    _ open: String, _ close: String, depth: Int, _ elements: [Element],
    each: (inout JSONWriter, Element) -> Void
  ) {
    append(open)
    for (index, element) in elements.enumerated() {
      if index > 0 { append(",") }
      indent(depth + 1)
      each(&self, element)
    }
    if !elements.isEmpty { indent(depth) }
    append(close)
  }

  private mutating func indent(_ depth: Int) {
    guard layout == .indented else { return }
    append("\n")
    for _ in 0..<depth { append("  ") }
  }

  /// Copies the runs between bytes that need an escape in one go.
  private mutating func quote(_ text: String) {
    var text = text
    append("\"")
    text.withUTF8 { utf8 in
      var start = 0
      for index in 0..<utf8.count {
        let byte = unsafe utf8[index]
        guard Self.needsEscape(byte) else { continue }
        unsafe bytes.append(contentsOf: utf8[start..<index])
        escape(byte)
        start = index + 1
      }
      unsafe bytes.append(contentsOf: utf8[start...])
    }
    append("\"")
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case 0x0A: append("\\n")
    case 0x0D: append("\\r")
    case 0x09: append("\\t")
    default:
      let digits = String(byte, radix: 16)
      append("\\u00" + (digits.count < 2 ? "0" : "") + digits)
    }
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }
}
