internal import Documents

/// A sign-in that was begun in a browser: where to open it, and what its answer is known by.
package struct AuthorizationRequest: Sendable {
  /// The address to open; it holds no secret.
  package let address: String
  /// Where the browser is sent afterwards.
  package let redirect: String
  let scopes: [String]
  let state: String
  let proof: ProofKey
  let claims: String?

  /// Reads the code from the address that the browser was sent to, whole or from its path on.
  ///
  /// - Throws: ``IdentityError`` for a refusal, for an answer to another sign-in, and where there is no code.
  package func code(inAddress address: String) throws(IdentityError) -> Secret {
    let fields = Self.fields(of: address)
    guard fields["code"] != nil || fields["error"] != nil else {
      throw IdentityError(code: .codeMissing)
    }
    guard fields["state"] == state else { throw IdentityError(code: .foreignAnswer) }
    if fields["error"] != nil {
      let refusal = JSONObject(fields.map { ($0.key, .string($0.value)) })
      throw IdentityError(refusal: .object(refusal), status: 400)
    }
    guard let code = fields["code"], !code.isEmpty else {
      throw IdentityError(code: .codeMissing)
    }
    return Secret(code)
  }

  /// Reads what a person pasted: that address, or the code alone.
  package func code(pasted text: String) throws(IdentityError) -> Secret {
    let text = text.filter { !$0.isWhitespace }
    let isCode = !text.isEmpty && !text.contains { "?=&:#".contains($0) }
    return isCode ? Secret(text) : try code(inAddress: text)
  }

  /// Whether a request to this machine looks like the browser's answer, and not like a stray one.
  static func isAnswer(_ target: String) -> Bool {
    let fields = fields(of: target)
    return fields["code"] != nil || fields["error"] != nil
  }

  /// The fields behind the question mark, or all of it where there is none.
  private static func fields(of address: String) -> [String: String] {
    let query = address.split(separator: "?", maxSplits: 1).last ?? ""
    return FormBody.fields(of: query.prefix { $0 != "#" })
  }
}
