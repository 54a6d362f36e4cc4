import CommandKit

extension Lexer {
  /// Reads `|` or `!` and the text behind it, to the end of the line.
  mutating func programToken(
    from start: Int, _ kind: (ProgramText) -> Token.Kind
  ) -> Token {
    position += 1
    let textStart = position
    if depth == 0 { skipLine() } else { skipToParenthesis() }
    var end = position
    while end > textStart, bytes[end - 1] == .carriageReturn { end -= 1 }
    if bytes[textStart..<end].allSatisfy(\.isBlank) {
      note(.missing(.program, after: text(start..<textStart)), at: start..<textStart)
    }
    return Token(kind: kind(ProgramText(text(textStart..<end))), range: start..<end)
  }

  /// Stops before the newline; one that a backslash hides belongs to the program.
  private mutating func skipLine() {
    while position < end, bytes[position] != .newline {
      guard bytes[position] == .backslash else {
        position += 1
        continue
      }
      if position + 1 == end { note(.unfinished(.backslash), at: position..<position + 1) }
      position = min(position + (hiddenNewline() ?? 2), end)
    }
  }

  /// Stops before the newline or the `)` that ends the substitution, by the rules of the system's shell.
  private mutating func skipToParenthesis() {
    var open = 0
    while position < end {
      switch bytes[position] {
      case .backslash: position += 1
      case UInt8(ascii: "'"): skipQuoted(UInt8(ascii: "'"))
      case UInt8(ascii: "\""): skipQuoted(UInt8(ascii: "\""))
      case UInt8(ascii: "("): open += 1
      case .closeParenthesis where open == 0: return
      case .closeParenthesis: open -= 1
      case .newline where open == 0: return
      default: break
      }
      position = min(position + 1, end)
    }
  }

  /// Stops on the closing quote, or at the end of the text.
  private mutating func skipQuoted(_ quote: UInt8) {
    position += 1
    while position < end, bytes[position] != quote {
      position += bytes[position] == .backslash && quote == UInt8(ascii: "\"") ? 2 : 1
    }
  }
}
