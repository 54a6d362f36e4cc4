package import CommandKit

extension CursorContext {
  /// Looks at a line with the cursor before the given Unicode scalar.
  package init(line: String, cursor: Int, integration names: IntegrationNames = .none) {
    let scalars = line.unicodeScalars
    let typed = String(String.UnicodeScalarView(scalars.prefix(max(0, cursor))))
    let source = SourceText(typed)
    let reading = Lexer.read(source, integration: names)
    var finder = CursorFinder(source: source, tokens: reading.tokens, names: names)
    finder.descend()
    let quote: Lexer.QuoteStyle? =
      switch reading.unfinished {
      case .singleQuote: .single
      case .doubleQuote: .double
      case .backtick: .backtick
      default: nil
      }
    let end = finder.wordEnd(in: line, isQuoteOpen: quote != nil)
    let part = finder.part()
    self.init(
      place: part.place, words: finder.words, typed: part.typed, optionName: part.optionName,
      range: source.scalarCount(part.start)..<max(end, source.scalarCount(part.start)),
      openQuote: quote, isLiteral: part.isLiteral, isDynamic: part.isDynamic)
  }
}

/// Finds the word that ends at the end of a text, and the command that it belongs to.
private struct CursorFinder {
  let source: SourceText
  var tokens: [Token]
  let names: IntegrationNames

  /// What is completed: a word, a part of it, or nothing yet.
  struct Part {
    var place: CursorContext.Place
    var typed = ""
    var start: Int
    var optionName: String?
    var isLiteral = false
    var isDynamic = false
  }

  /// Goes into the innermost substitution that is open.
  mutating func descend() {
    while let word = cursorWord, case .substitution(let inside, false) = word.pieces.last?.content {
      tokens = inside
    }
  }

  /// The token that touches the cursor.
  private var cursorToken: Token? {
    tokens.last.flatMap { $0.range.upperBound == source.bytes.count ? $0 : nil }
  }

  private var cursorWord: WordSyntax? {
    guard case .word(let word) = cursorToken?.kind else { return nil }
    return word
  }

  /// The tokens of the cursor's command before its word.
  private var commandTokens: ArraySlice<Token> {
    let before = cursorWord == nil ? tokens[...] : tokens.dropLast()
    let command = before.lastIndex { $0.endsCommand }
    let own = before[(command.map { $0 + 1 } ?? before.startIndex)...]
    return own.drop { $0.isReserved("if") || $0.isReserved("else") }
  }

  /// The words of the cursor's command, without redirections.
  var words: [Word] {
    let command = commandTokens
    return command.indices.compactMap { index in
      guard case .word(let word) = command[index].kind else { return nil }
      if index > command.startIndex, case .redirection = command[index - 1].kind { return nil }
      return word.staticWord(in: source)
    }
  }

  private var place: CursorContext.Place {
    switch cursorToken?.kind {
    case .pipe, .program, .comment: return .foreign
    default: break
    }
    if isInHereDocument { return .foreign }
    if case .redirection = commandTokens.last?.kind { return .fileName }
    return words.isEmpty ? .command : .argument
  }

  /// Whether the cursor stands in lines that are a command's input.
  private var isInHereDocument: Bool {
    tokens.contains { token in
      guard case .hereDocument(let document) = token.kind else { return false }
      return document.lines?.upperBound == source.bytes.count
    }
  }

  func part() -> Part {
    if let part = integrationNamePart { return part }
    guard let word = cursorWord, let token = cursorToken else {
      return Part(place: place, start: source.bytes.count)
    }
    return variablePart(word) ?? wordPart(word, at: token.range.lowerBound)
  }

  /// The name that is typed behind a `!`, which may become one of the integration's.
  private var integrationNamePart: Part? {
    guard let token = cursorToken, source.bytes[token.range.lowerBound] == UInt8(ascii: "!") else {
      return nil
    }
    let start = token.range.lowerBound + 1
    let isOneWord = source.bytes[start..<token.range.upperBound].allSatisfy { !$0.isBlank }
    let typed = source.text(start..<token.range.upperBound)
    switch token.kind {
    case .program where isOneWord:
      return Part(place: .integrationName, typed: typed, start: start)
    case .word where words.isEmpty && names.contains(typed):
      return Part(place: .integrationName, typed: typed, start: start)
    default: return nil
    }
  }

  private func wordPart(_ word: WordSyntax, at start: Int) -> Part {
    let whole = word.staticWord(in: source)
    var part = Part(
      place: place, typed: whole.text, start: start, isLiteral: whole.isLiteral,
      isDynamic: !word.isStatic)
    guard let equals = word.bareEquals else { return part }
    let name = source.text(start..<equals)
    let isAssignment = part.place == .command && Lexer.isName(name)
    if words.first.map({ names.contains($0.text) }) == true, let (key, value) = whole.assignment {
      part.optionName = key
      part.typed = value.text
      part.isLiteral = value.isLiteral
    } else if let option = whole.option, let value = option.value {
      part.optionName = option.name
      part.typed = value.text
      part.isLiteral = value.isLiteral
    } else if isAssignment {
      part.place = .assignedValue
      part.typed = String(whole.text.dropFirst(name.count + 1))
    } else {
      return part
    }
    part.start = equals + 1
    return part
  }

  /// The variable's name that is being typed, if it is one.
  private func variablePart(_ word: WordSyntax) -> Part? {
    guard let piece = word.pieces.last else { return nil }
    switch piece.content {
    case .text where piece.quoting == .bare && source.bytes.last == UInt8(ascii: "$"):
      return Part(place: .variable, start: source.bytes.count)
    case .variable where source.bytes.last != UInt8(ascii: "}"):
      let signs = source.text(piece.range).hasPrefix("${") ? 2 : 1
      let start = piece.range.lowerBound + signs
      return Part(
        place: .variable, typed: source.text(start..<piece.range.upperBound), start: start)
    default:
      return nil
    }
  }

  /// Where the cursor's word ends in the whole line, in scalars.
  ///
  /// Of a word whose quote is still open only what is before the cursor counts: the rest of the line was
  /// not meant to be quoted.
  func wordEnd(in line: String, isQuoteOpen: Bool) -> Int {
    let cursor = source.scalarCount(source.bytes.count)
    guard cursorWord != nil, let start = cursorToken?.range.lowerBound else { return cursor }
    let whole = SourceText(line)
    let reading = Lexer.read(whole, integration: names)
    guard !isQuoteOpen || reading.unfinished == nil,
      let token = Token.word(startingAt: start, in: reading.tokens)
    else { return cursor }
    return whole.scalarCount(token.range.upperBound)
  }
}

extension Token {
  /// The innermost word that starts at an offset, be it inside a substitution.
  fileprivate static func word(startingAt offset: Int, in tokens: [Token]) -> Token? {
    guard let token = tokens.last(where: { $0.range.lowerBound <= offset }),
      case .word(let word) = token.kind
    else { return nil }
    for piece in word.pieces {
      if case .substitution(let inside, _) = piece.content, piece.range.contains(offset),
        let found = Self.word(startingAt: offset, in: inside)
      {
        return found
      }
    }
    return token.range.lowerBound == offset ? token : nil
  }
}

extension WordSyntax {
  /// The word as far as it is known without running: an expansion stands as it was typed.
  fileprivate func staticWord(in source: SourceText) -> Word {
    var builder = WordBuilder()
    for piece in pieces {
      if case .text(let text) = piece.content {
        builder.append(text, isBare: piece.quoting == .bare)
      } else {
        builder.append(source.text(piece.range), isBare: false)
      }
    }
    return builder.word
  }

  /// The offset of a `=` in the bare text that the word starts with.
  fileprivate var bareEquals: Int? {
    guard let first = pieces.first, first.quoting == .bare, case .text(let text) = first.content,
      let equals = text.utf8.firstIndex(of: UInt8(ascii: "="))
    else { return nil }
    return first.range.lowerBound + text.utf8.distance(from: text.startIndex, to: equals)
  }
}

extension SourceText {
  /// The number of Unicode scalars before an offset in bytes.
  fileprivate func scalarCount(_ offset: Int) -> Int {
    bytes[..<offset].count { $0 & 0xC0 != 0x80 }
  }
}
