/// What a `claims` parameter asks of the access token.
struct RequestedClaims: Sendable, Equatable {
  /// Whether the app understands that a token may be refused before it expires.
  var isContinuous = false
  /// The authentication contexts that must have been satisfied, such as `c1`.
  var contexts: [String] = []

  init() {}

  init(_ fields: FormFields) throws(TokenFailure) {
    guard let text = fields["claims"] else { return }
    guard let document = try? DocumentParser.parse(text), document.fields != nil else {
      throw .malformedClaims
    }
    let values = document["access_token"]?["xms_cc"]?["values"]?.array ?? []
    isContinuous = values.contains { $0.string?.lowercased() == "cp1" }
    let wanted = document["access_token"]?["acrs"]
    contexts = ((wanted?["values"]?.array ?? []) + [wanted?["value"] ?? nil])
      .compactMap { $0.string?.lowercased() }
  }
}
