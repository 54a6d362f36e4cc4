import CommandKit
import Scripting

/// Lexer, parser, and the reading of a half-typed line.
struct LexerTarget: FuzzTarget {
  let name = "lexer"

  private static let parts = [
    "a", "team", " ", "\t", "\n", "\r\n", ";", "&", "&&", "|", "||", "!", "'", "\"", "\\", "$",
    "${",
    "}", "$(", ")", "(", "#", "<", ">", ">>", ">|", "<<", "<<-", "<<'EOF'\n", "<<EOF\n", "\nEOF\n",
    "=", "-", "--", "%3", "@me", "/", "..", "for x in ", "if ", "else ", "end ", "alias ", "“", "’",
    "$1", "$@", "$?", "${last.a.b}", "~", "x=",
  ]

  func brokenRule(with random: inout SplitMix) -> String? {
    let text = random.text(of: Self.parts, upTo: 24)
    let source = SourceText(text)
    var end = 0
    for token in Lexer.read(source).tokens {
      guard token.range.lowerBound >= end, token.range.upperBound <= source.bytes.count else {
        return "a token at \(token.range) behind \(end) in \(text.debugDescription)"
      }
      end = token.range.upperBound
    }
    let isWhole = (try? Script(parsing: text)) != nil
    if isWhole, Script.unfinished(text) != nil {
      return "parsed, and unfinished all the same: \(text.debugDescription)"
    }
    let length = text.unicodeScalars.count
    let cursor = random.below(length + 1)
    let context = CursorContext(line: text, cursor: cursor)
    guard context.range.lowerBound <= cursor, context.range.upperBound <= length else {
      return "a word at \(context.range) around \(cursor) in \(text.debugDescription)"
    }
    return nil
  }
}
