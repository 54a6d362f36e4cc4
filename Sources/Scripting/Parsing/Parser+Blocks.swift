import CommandKit

extension Parser {
  /// Parses `for name in words; … ; end`.
  mutating func loop(from opening: Token) throws(ScriptError) -> Statement.Kind {
    index += 1
    let name = try loopName(of: opening)
    var words: [WordSyntax] = []
    while let token = current, !token.isSeparator {
      guard case .word(let word) = token.kind else { throw unexpected(token) }
      words.append(try checked(word))
      index += 1
    }
    let body = try block()
    try close(opening, .forBlock)
    return .loop(name: name, words: words, body: body)
  }

  /// Parses the name and the `in` that must follow it.
  private mutating func loopName(of opening: Token) throws(ScriptError) -> String {
    guard let token = current else { throw source.error(.unfinished(.forBlock), at: opening.range) }
    guard case .word(let word) = token.kind else { throw missing(.name, after: opening) }
    guard let name = word.bareText, Lexer.isName(name) else {
      throw source.error(.invalidName(source.text(token.range)), at: token.range)
    }
    index += 1
    guard let next = current else { throw source.error(.unfinished(.forBlock), at: opening.range) }
    guard next.isReserved("in") else { throw missing(.in, after: token) }
    index += 1
    return name
  }

  /// Parses `if command; … ; else; … ; end`.
  mutating func branch(from opening: Token) throws(ScriptError) -> Statement.Kind {
    index += 1
    guard let first = current else { throw source.error(.unfinished(.ifBlock), at: opening.range) }
    guard !first.isSeparator else { throw missing(.command, after: opening) }
    let condition = try chain(from: first)
    if let next = current, !next.isSeparator { throw unexpected(next) }
    let then = try block()
    var otherwise: Block = []
    if current?.isReserved("else") == true {
      index += 1
      otherwise = try block()
    }
    try close(opening, .ifBlock)
    return .branch(condition: condition, then: then, otherwise: otherwise)
  }

  /// Takes the `end` of a block; without one the text is unfinished.
  private mutating func close(
    _ opening: Token, _ block: ScriptError.Unfinished
  ) throws(ScriptError) {
    guard let token = current else { throw source.error(.unfinished(block), at: opening.range) }
    guard token.isReserved("end") else { throw unexpected(token) }
    index += 1
  }
}
