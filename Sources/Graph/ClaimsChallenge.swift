import FoundationEssentials

/// What a `WWW-Authenticate` header asks of the next token.
enum ClaimsChallenge {
  /// The claims of an `insufficient_claims` challenge, as JSON; `nil` where the header asks for none.
  ///
  /// One header may hold several Bearer challenges with their parameters in any order, so the parameter
  /// is looked for by its name alone.
  static func claims(in header: String) -> String? {
    var rest = header[...]
    while let found = rest.firstRange(of: "claims=\"") {
      let isWholeName =
        found.lowerBound == header.startIndex
        || " ,\t".contains(header[header.index(before: found.lowerBound)])
      rest = rest[found.upperBound...]
      guard isWholeName else { continue }
      return decode(rest.prefix { $0 != "\"" })
    }
    return nil
  }

  /// Reads base64 with or without its padding.
  private static func decode(_ text: Substring) -> String? {
    let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    guard let bytes = Data(base64Encoded: text + padding) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
