/// The fields of a request to the login service, as an HTML form sends them.
struct FormBody {
  private var fields: [(name: String, value: String)]

  init(_ fields: KeyValuePairs<String, String>) {
    self.fields = fields.map { ($0.key, $0.value) }
  }

  mutating func add(_ name: String, _ value: String?) {
    if let value { fields.append((name, value)) }
  }

  var bytes: [UInt8] {
    let pairs = fields.map { "\(Self.percentEncoded($0.name))=\(Self.percentEncoded($0.value))" }
    return Array(pairs.joined(separator: "&").utf8)
  }

  /// Encodes all but the unreserved characters of RFC 3986, which is right in a form and in a path.
  static func percentEncoded(_ text: String) -> String {
    var encoded: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        encoded.append(byte)
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        encoded.append(contentsOf: (byte < 16 ? "%0" : "%").utf8)
        encoded.append(contentsOf: digits.utf8)
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  /// The fields of a form or a query, of which the last of a name counts.
  static func fields(of text: some StringProtocol) -> [String: String] {
    var fields: [String: String] = [:]
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1).map { percentDecoded($0) }
      guard let name = parts.first else { continue }
      fields[name] = parts.count > 1 ? parts[1] : ""
    }
    return fields
  }

  /// Undoes the encoding; a percent sign that begins nothing stays.
  private static func percentDecoded(_ text: some StringProtocol) -> String {
    var rest = Array(text.utf8)[...]
    var decoded: [UInt8] = []
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
        decoded.append(value)
        rest = rest.dropFirst(2)
      } else {
        decoded.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}
