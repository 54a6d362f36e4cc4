/// One piece of a line that the lexer tells apart.
package struct Token: Sendable, Hashable {
  package let kind: Kind
  /// Its place in the source text, in UTF-8 bytes; tokens do not overlap.
  package let range: Range<Int>

  /// What a token is.
  package enum Kind: Sendable, Hashable {
    case word(WordSyntax)
    case newline, semicolon, and, or
    /// `&`, which sends the chain before it into the background.
    case background
    /// `>`, `>>`, `>|` or `<`; the file name is the word that follows.
    case redirection(Redirection.Mode)
    /// `<<` and the word behind it; the token's range ends there, its lines come below.
    case hereDocument(HereDocument)
    /// `|` and everything after it, which the system's shell reads.
    case pipe(ProgramText)
    /// `!` and everything after it, which the system's shell reads.
    case program(ProgramText)
    /// Only in tolerant lexing.
    case comment
  }
}

/// The text that is handed to the system's shell as it stands.
package struct ProgramText: Sendable, Hashable {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }
}

/// Lines below a statement that are its standard input.
package struct HereDocument: Sendable, Hashable {
  /// The line that ends them.
  package let delimiter: String
  /// Whether the lines mean exactly what they say; otherwise variables in them are filled in.
  package let isLiteral: Bool
  /// Whether tabs at the start of a line are left out.
  package let stripsTabs: Bool
  /// The lines as one word.
  package var text = WordSyntax([])
  /// Where the lines stand, with the one that ends them; `nil` before the statement's own line is over.
  package var lines: Range<Int>?
  /// Whether the line that ends them has come.
  package var isClosed = false

  package init(delimiter: String, isLiteral: Bool, stripsTabs: Bool) {
    self.delimiter = delimiter
    self.isLiteral = isLiteral
    self.stripsTabs = stripsTabs
  }
}
