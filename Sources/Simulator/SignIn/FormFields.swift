/// The fields of a form as a browser or an OAuth client posts them.
struct FormFields: Sendable {
  private let values: [String: String]

  init(_ body: [UInt8]) {
    var values: [String: String] = [:]
    for pair in String(decoding: body, as: UTF8.self).split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts.count > 1 ? Self.decoded(parts[1]) : ""
      values[Self.decoded(parts[0])] = value
    }
    self.values = values
  }

  /// The value of a field; an empty one counts as absent.
  subscript(name: String) -> String? {
    values[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  func required(_ name: String) throws(TokenFailure) -> String {
    guard let value = self[name] else { throw .missing(name) }
    return value
  }

  private static func decoded(_ text: Substring) -> String {
    RequestPath.decoded(text.replacing("+", with: " "))
  }
}
