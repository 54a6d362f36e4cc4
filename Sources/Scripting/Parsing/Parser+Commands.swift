import CommandKit

extension Parser {
  /// Parses words and redirections up to the end of the command.
  mutating func command() throws(ScriptError) -> CommandSyntax {
    var command = CommandSyntax()
    var lastRedirection: Token?
    reading: while let token = current {
      switch token.kind {
      case .word(let word):
        index += 1
        command.words.append(try checked(word))
      case .redirection(let mode):
        lastRedirection = token
        try redirect(&command, mode, sign: token)
      case .hereDocument(let document):
        guard command.input == nil, command.hereDocument == nil else { throw unexpected(token) }
        lastRedirection = token
        command.hereDocument = try checked(document.text)
        index += 1
      case .pipe(let program):
        guard command.output == nil, !command.words.isEmpty else { throw unexpected(token) }
        command.pipe = program
        index += 1
        break reading
      case .newline, .semicolon, .and, .or, .background, .comment:
        break reading
      case .program:
        throw unexpected(token)
      }
    }
    if command.words.isEmpty, let lastRedirection {
      throw missing(.command, after: lastRedirection)
    }
    return command
  }

  private mutating func redirect(
    _ command: inout CommandSyntax, _ mode: Redirection.Mode, sign: Token
  ) throws(ScriptError) {
    index += 1
    guard let target = current, case .word(let file) = target.kind else {
      throw missing(.fileName, after: sign)
    }
    index += 1
    let range = sign.range.lowerBound..<target.range.upperBound
    let redirection = Redirection(mode: mode, file: try checked(file), range: range)
    switch mode {
    case .read:
      guard command.input == nil, command.hereDocument == nil else { throw unexpected(sign) }
      command.input = redirection
    case .write, .append, .force:
      guard command.output == nil else { throw unexpected(sign) }
      command.output = redirection
    }
  }

  /// Parses `name=word`, where the word is one; nothing may follow it.
  mutating func assignment(_ word: WordSyntax) throws(ScriptError) -> Statement.Kind? {
    guard let first = word.pieces.first, first.quoting == .bare,
      case .text(let text) = first.content,
      let equals = text.firstIndex(of: "="), Lexer.isName(text[..<equals])
    else { return nil }
    index += 1
    let rest = String(text[text.index(after: equals)...])
    let valueStart = first.range.upperBound - rest.utf8.count
    var pieces = Array(try checked(word).pieces.dropFirst())
    if !rest.isEmpty || pieces.isEmpty {
      let range = valueStart..<first.range.upperBound
      pieces.insert(WordPiece(content: .text(rest), quoting: .bare, range: range), at: 0)
    }
    if let next = current, !next.endsCommand { throw unexpected(next) }
    return .assignment(name: String(text[..<equals]), value: WordSyntax(pieces))
  }

  /// Hands back a word whose substitutions hold commands that can be parsed.
  func checked(_ word: WordSyntax) throws(ScriptError) -> WordSyntax {
    for piece in word.pieces {
      guard case .substitution(let tokens, _) = piece.content else { continue }
      var parser = Parser(tokens, of: source, isSubstitution: true)
      do throws(ScriptError) {
        _ = try parser.wholeText()
      } catch {
        guard case .unfinished = error.code else { throw error }
        let end = piece.range.upperBound
        throw source.error(.unexpected(")"), at: end - 1..<end)
      }
    }
    return word
  }
}
