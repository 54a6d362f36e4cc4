internal import HTTPTypes

/// Puts an answer together from the pieces that libcurl hands over.
struct AnswerReader {
  private(set) var status: HTTPResponse.Status?
  private(set) var fields = HTTPFields()
  private(set) var body: [UInt8] = []
  /// Whether the answer outgrew what is taken in.
  private(set) var isTooLarge = false

  private let largestBody: Int
  private var headSize = 0
  private var isHeadComplete = false

  /// More than any server sends, and less than where libcurl breaks off with a lost connection.
  private static let largestHead = 250_000

  init(largestBody: Int) {
    self.largestBody = largestBody
  }

  var response: TransportResponse? {
    guard let status else { return nil }
    return TransportResponse(
      head: HTTPResponse(status: status, headerFields: fields), body: body)
  }

  /// Takes one line of a head; false where the answer is not worth going on with.
  ///
  /// Interim answers (1xx) come first and end with an empty line too, so a status line begins anew; lines
  /// after the last head are trailers, and nobody asked for any.
  mutating func takeHeadLine(_ bytes: [UInt8]) -> Bool {
    headSize += bytes.count
    guard headSize <= Self.largestHead else {
      isTooLarge = true
      return false
    }
    var line = bytes[...]
    while let last = line.last, last == 0x0A || last == 0x0D { line.removeLast() }
    let text = String(decoding: line, as: UTF8.self)
    if text.hasPrefix("HTTP/") {
      isHeadComplete = false
      fields = HTTPFields()
      status = Self.status(in: text)
    } else if text.isEmpty {
      isHeadComplete = true
    } else if !isHeadComplete {
      takeField(text)
    }
    return true
  }

  /// Takes a piece of the body; false where the whole is too large.
  mutating func takeBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard body.count + bytes.count <= largestBody else {
      isTooLarge = true
      return false
    }
    unsafe body.append(contentsOf: bytes)
    return true
  }

  private mutating func takeField(_ text: String) {
    if text.hasPrefix(" ") || text.hasPrefix("\t") {
      // A line that begins with a space goes on with the field before it (RFC 9112 §5.2).
      guard let last = fields.last else { return }
      let index = fields.index(before: fields.endIndex)
      fields[index] = HTTPField(name: last.name, value: last.value + " " + Self.trimmed(text))
      return
    }
    guard let colon = text.firstIndex(of: ":"),
      let name = HTTPField.Name(Self.trimmed(String(text[..<colon])))
    else { return }
    let value = Self.trimmed(String(text[text.index(after: colon)...]))
    fields.append(HTTPField(name: name, value: value))
  }

  private static func status(in line: String) -> HTTPResponse.Status? {
    let parts = line.split(separator: " ", maxSplits: 2)
    guard parts.count >= 2, let code = Int(parts[1]), (100...999).contains(code) else { return nil }
    return HTTPResponse.Status(
      code: code, reasonPhrase: parts.count > 2 ? String(parts[2]) : "")
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop { $0 == " " || $0 == "\t" }
    let end = start.lastIndex { $0 != " " && $0 != "\t" }
    return end.map { String(start[...$0]) } ?? ""
  }
}
