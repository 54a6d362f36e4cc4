package import CommandKit

/// What stands around the cursor in a line that is being typed.
///
/// All offsets count Unicode scalars, as line editors do.
package struct CursorContext: Sendable, Hashable {
  /// What is being typed at the cursor.
  package let place: Place

  /// The words of the same command before the one at the cursor, as far as they are known without running.
  ///
  /// A variable's value is not known here: it stands as it was typed, and is literal.
  package let words: [Word]

  /// The text typed so far, without quotes; for an option with `=`, that of the value.
  package let typed: String

  /// The option, or the integration's argument, whose value is typed after `=`; `nil` for any other word.
  package let optionName: String?

  /// What an accepted candidate replaces: the whole word, or the value behind `=`.
  package let range: Range<Int>

  /// The quote that is open at the cursor, for ``Lexer/quote(_:style:)``.
  package let openQuote: Lexer.QuoteStyle?

  /// Whether the word began quoted, and so can be nothing but a value.
  package let isLiteral: Bool

  /// Whether the word holds a variable or a command's output, so that ``typed`` is only how it looks.
  package let isDynamic: Bool

  /// What a word at the cursor can be.
  package enum Place: Sendable, Hashable {
    /// The first word of a command, which may be a reserved word too.
    case command
    case argument
    /// The name behind a `!`, which is a program's or one of the integration's.
    case integrationName
    /// The file name after `>`, `>>`, `>|` or `<`.
    case fileName
    /// A variable's name, after `$` or `${`.
    case variable
    /// The value in `name=value`.
    case assignedValue
    /// Text that is none of ours: a program for the system's shell, a here-document, or a comment.
    case foreign
  }
}
