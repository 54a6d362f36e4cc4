import CommandKit

extension Lexer {
  /// Reads what starts with `$`; `nil`, and nothing read, when it is only a dollar sign.
  mutating func expansion(quoting: WordPiece.Quoting) -> WordPiece? {
    let start = position
    let content: WordPiece.Content?
    switch peek(1) {
    case UInt8(ascii: "{"): content = .variable(braced())
    case UInt8(ascii: "("): content = substitution()
    case let byte where byte.isSpecialName: content = name(length: 1)
    case let byte where byte.isDigit: content = name(length: 1)
    case let byte where byte.startsName:
      content = name(length: bytes[(position + 1)..<end].prefix(while: \.continuesName).count)
    default: content = nil
    }
    return content.map { WordPiece(content: $0, quoting: quoting, range: start..<position) }
  }

  private mutating func name(length: Int) -> WordPiece.Content {
    let start = position + 1
    position = start + length
    return .variable(VariableReference(name: text(start..<position)))
  }

  /// Reads `${name}` or `${name.field.field}`.
  private mutating func braced() -> VariableReference {
    let start = position
    position += 2
    let content = bytes[position..<end].prefix { $0 != UInt8(ascii: "}") && $0 != .newline }
    position = content.endIndex
    let inside = content.split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    let name = inside.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
    let path = inside.count > 1 ? String(decoding: inside[1], as: UTF8.self) : nil
    if peek() == UInt8(ascii: "}") {
      position += 1
      if !Self.canName(name) || path?.isEmpty == true {
        note(.invalidName(text(start + 2..<position - 1)), at: start..<position)
      }
    } else {
      note(.unfinished(.variable), at: start..<start + 2)
    }
    return VariableReference(name: name, path: path)
  }

  /// Whether `${…}` may hold the text: a name, a number, or one of the signs.
  private static func canName(_ text: String) -> Bool {
    isName(text) || ["#", "@", "?", "!"].contains(text)
      || (!text.isEmpty && text.utf8.allSatisfy(\.isDigit))
  }

  /// Whether a text is the name of a variable: letters, digits and `_`, no digit first.
  package static func isName(_ text: some StringProtocol) -> Bool {
    guard let first = text.utf8.first, first.startsName else { return false }
    return text.utf8.allSatisfy(\.continuesName)
  }

  /// Reads `$(…)`, whose inside is a text of its own up to the `)` that is not quoted.
  private mutating func substitution() -> WordPiece.Content? {
    let opening = position..<position + 2
    guard depth < Self.deepest else {
      note(.tooDeep(limit: Self.deepest), at: opening)
      return nil
    }
    position += 2
    depth += 1
    let inside = tokens()
    depth -= 1
    let isClosed = peek() == .closeParenthesis
    if isClosed {
      position += 1
    } else {
      note(.unfinished(.substitution), at: opening)
    }
    return .substitution(inside, isClosed: isClosed)
  }
}

extension UInt8 {
  /// Whether it is a name by itself behind `$`.
  fileprivate var isSpecialName: Bool {
    switch self {
    case UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "?"), UInt8(ascii: "!"): true
    default: false
    }
  }
}
