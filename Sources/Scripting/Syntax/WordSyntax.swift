/// A word as it was typed: pieces that are joined when it is expanded.
package struct WordSyntax: Sendable, Hashable {
  package let pieces: [WordPiece]

  package init(_ pieces: [WordPiece]) {
    self.pieces = pieces
  }

  /// The text of a word that no quote and no expansion has touched; `nil` for any other.
  package var bareText: String? {
    guard pieces.count == 1, pieces[0].quoting == .bare, case .text(let text) = pieces[0].content
    else { return nil }
    return text
  }

  /// Its place in the source text; `nil` for a word without pieces.
  package var range: Range<Int>? {
    guard let first = pieces.first, let last = pieces.last else { return nil }
    return first.range.lowerBound..<max(first.range.lowerBound, last.range.upperBound)
  }

  /// Whether nothing in the word waits for a value.
  package var isStatic: Bool {
    pieces.allSatisfy { if case .text = $0.content { true } else { false } }
  }
}

/// A stretch of a word with one manner of quoting.
package struct WordPiece: Sendable, Hashable {
  package let content: Content
  package let quoting: Quoting
  /// Its place in the source text.
  ///
  /// A text's range takes in the quotation marks that touch it.
  package let range: Range<Int>

  /// What the stretch stands for.
  package enum Content: Sendable, Hashable {
    /// The text itself, with its escapes resolved.
    case text(String)
    case variable(VariableReference)
    /// The tokens of the command inside `$(…)`; half-typed, its `)` may be missing.
    case substitution([Token], isClosed: Bool)
  }

  /// How the stretch was protected.
  package enum Quoting: Sendable, Hashable {
    case bare, escaped, single, double
  }
}

/// `$name` or `${name.field}`.
package struct VariableReference: Sendable, Hashable {
  /// A name, a digit, or one of `#`, `@`, `?`.
  package let name: String
  /// The dotted field names after the name, in braces only.
  package let path: String?

  package init(name: String, path: String? = nil) {
    self.name = name
    self.path = path
  }
}
