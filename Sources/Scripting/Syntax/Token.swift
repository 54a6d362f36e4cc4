/// One piece of a line that the lexer tells apart.
package struct Token: Sendable, Hashable {
  package let kind: Kind
  /// Its place in the source text, in UTF-8 bytes; tokens do not overlap.
  package let range: Range<Int>

  /// What a token is.
  package enum Kind: Sendable, Hashable {
    case word(WordSyntax)
    case newline, semicolon, and, or
    /// `>`, `>>` or `<`; the file name is the word that follows.
    case redirection(Redirection.Mode)
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
