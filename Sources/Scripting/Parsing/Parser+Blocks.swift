import CommandKit

extension Parser {
  /// Parses `for name in words; … ; end`.
  mutating func loop(from opening: Token) throws(ScriptError) -> Statement.Kind {
    index += 1
    var name = ""
    var words: [WordSyntax] = []
    do throws(ScriptError) {
      name = try loopName(of: opening)
      while let token = current, !token.isSeparator {
        guard case .word(let word) = token.kind else { throw unexpected(token) }
        words.append(try checked(word))
        index += 1
      }
    } catch {
      try recover(from: error)
    }
    let body = try block()
    return .loop(name: name, words: words, body: try close(opening, .forBlock, behind: body))
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
    var condition = Chain(
      first: Statement(kind: .command(CommandSyntax()), range: opening.range), links: [])
    do throws(ScriptError) {
      guard !first.isSeparator else { throw missing(.command, after: opening) }
      condition = try chain(from: first)
      if let next = current, !next.isSeparator { throw unexpected(next) }
    } catch {
      try recover(from: error)
    }
    let then = try block()
    var otherwise: Block = []
    if current?.isReserved("else") == true {
      index += 1
      otherwise = try block()
    }
    otherwise = try close(opening, .ifBlock, behind: otherwise)
    return .branch(condition: condition, then: then, otherwise: otherwise)
  }

  /// Takes the `end` of a block; without one the text is unfinished.
  ///
  /// - Returns: The block, and what stood behind an `else` that should not be there.
  private mutating func close(
    _ opening: Token, _ kind: ScriptError.Unfinished, behind block: Block
  ) throws(ScriptError) -> Block {
    var block = block
    while true {
      guard let token = current else {
        try recover(from: source.error(.unfinished(kind), at: opening.range))
        return block
      }
      if token.isReserved("end") { break }
      try recover(from: unexpected(token))
      block += try self.block()
    }
    index += 1
    return block
  }
}
