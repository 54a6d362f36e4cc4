/// Why a jq expression could not be compiled, or failed on a document.
package struct JQError: Error, Sendable, Hashable {
  /// When it went wrong.
  package enum Code: Sendable, Hashable, CaseIterable {
    /// The expression is not jq.
    case compile
    /// The expression does not fit the document.
    case run
    /// The expression was stopped before it came to an end.
    case stopped
  }

  package let code: Code
  /// jq's own words.
  package let message: String

  package init(code: Code, message: String) {
    self.code = code
    self.message = message
  }
}
