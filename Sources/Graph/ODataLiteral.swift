/// A text as OData writes it inside an expression: `O'Brien` becomes `'O''Brien'`.
///
///     .get("/users", ["$filter": "displayName eq \(ODataLiteral("O'Brien"))"])
package struct ODataLiteral: Sendable, Hashable, CustomStringConvertible {
  /// The literal with its outer quotes.
  package let description: String

  package init(_ text: String) {
    var quoted = "'"
    for character in text.unicodeScalars {
      if character == "'" { quoted.append("'") }
      quoted.unicodeScalars.append(character)
    }
    description = quoted + "'"
  }
}
