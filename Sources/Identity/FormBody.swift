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
}
