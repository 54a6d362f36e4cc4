/// Colours the names of fields in JSON text, and nothing else.
enum JSONColors {
  /// The text with each field's name in colour.
  ///
  /// A string before a colon is a name. Sequences go around the quotes, so that the text between them stays
  /// what it was.
  static func colored(_ json: String) -> String {
    var result: [UInt8] = []
    let bytes = Array(json.utf8)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "\"") else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let end = stringEnd(in: bytes, from: index)
      let string = bytes[index..<end]
      let isName = end < bytes.count && bytes[end] == UInt8(ascii: ":")
      result +=
        isName
        ? Array(Style.cyan.applied(to: String(decoding: string, as: UTF8.self), when: true).utf8)
        : Array(string)
      index = end
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The offset behind a string's closing quote.
  private static func stringEnd(in bytes: [UInt8], from start: Int) -> Int {
    var index = start + 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index + 1, bytes.count)
  }
}
