import CommandKit

extension Lexer {
  /// Reads a word: everything up to a blank or a sign that is not quoted.
  mutating func word() -> Token {
    let start = position
    noteTypographicQuote()
    var pieces: [WordPiece] = []
    while position < end, !endsWord() {
      switch bytes[position] {
      case UInt8(ascii: "'"): pieces.append(singleQuoted())
      case UInt8(ascii: "\""): doubleQuoted(into: &pieces)
      case .backslash: escape(into: &pieces)
      case UInt8(ascii: "$"): pieces.append(expansion(quoting: .bare) ?? bareText())
      default: pieces.append(bareText())
      }
    }
    let word = WordSyntax(Self.joined(pieces))
    noteDescriptorNumber(word, from: start)
    return Token(kind: .word(word), range: start..<position)
  }

  private func endsWord() -> Bool {
    switch bytes[position] {
    case .newline, UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "<"), UInt8(ascii: ">"): true
    case UInt8(ascii: "&"): peek(1) == UInt8(ascii: "&")
    case .closeParenthesis: depth > 0
    case let byte: byte.isBlank
    }
  }

  /// Reads bare text; always at least one byte.
  private mutating func bareText() -> WordPiece {
    let start = position
    repeat { position += 1 } while position < end && !isSpecial()
    return WordPiece(
      content: .text(text(start..<position)), quoting: .bare, range: start..<position)
  }

  private func isSpecial() -> Bool {
    switch bytes[position] {
    case UInt8(ascii: "'"), UInt8(ascii: "\""), .backslash, UInt8(ascii: "$"): true
    default: endsWord()
    }
  }

  private mutating func singleQuoted() -> WordPiece {
    let start = position
    position += 1
    while position < end, bytes[position] != UInt8(ascii: "'") { position += 1 }
    let content = text(start + 1..<position)
    if position < end {
      position += 1
    } else {
      note(.unfinished(.singleQuote), at: start..<start + 1)
    }
    return WordPiece(content: .text(content), quoting: .single, range: start..<position)
  }

  /// Reads `"…"`, in which `$` expands and a backslash protects `"`, `\` and `$` and makes `\n` a newline.
  private mutating func doubleQuoted(into pieces: inout [WordPiece]) {
    let opening = position..<position + 1
    let piecesBefore = pieces.count
    var start = position
    var content: [UInt8] = []
    position += 1
    while position < end, bytes[position] != UInt8(ascii: "\"") {
      let end = position
      if peek() == UInt8(ascii: "$"), let expansion = expansion(quoting: .double) {
        if !content.isEmpty { pieces.append(Self.quoted(content, at: start..<end)) }
        pieces.append(expansion)
        start = position
        content = []
      } else if peek() == .backslash {
        content += escapeInQuotes()
      } else {
        content.append(bytes[position])
        position += 1
      }
    }
    if position < end {
      position += 1
    } else {
      note(.unfinished(.doubleQuote), at: opening)
    }
    if !content.isEmpty || pieces.count == piecesBefore {
      pieces.append(Self.quoted(content, at: start..<position))
    }
  }

  private static func quoted(_ content: [UInt8], at range: Range<Int>) -> WordPiece {
    let text = String(decoding: content, as: UTF8.self)
    return WordPiece(content: .text(text), quoting: .double, range: range)
  }

  /// The bytes that a backslash inside double quotes stands for.
  private mutating func escapeInQuotes() -> [UInt8] {
    let next = peek(1)
    position += 1
    switch next {
    case UInt8(ascii: "n"):
      position += 1
      return [.newline]
    case UInt8(ascii: "\""), .backslash, UInt8(ascii: "$"):
      position += 1
      return [next]
    default:
      return [.backslash]
    }
  }

  /// Reads a backslash and the character that it protects.
  private mutating func escape(into pieces: inout [WordPiece]) {
    if let length = hiddenNewline() {
      position += length
      return
    }
    let start = position
    position += 1
    guard position < end else {
      note(.unfinished(.backslash), at: start..<position)
      return pieces.append(
        WordPiece(content: .text(""), quoting: .escaped, range: start..<position))
    }
    repeat { position += 1 } while position < end && bytes[position] & 0xC0 == 0x80
    pieces.append(
      WordPiece(
        content: .text(text(start + 1..<position)), quoting: .escaped, range: start..<position))
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Makes one piece of bare stretches that only a lone `$` or a hidden newline had parted.
  static func joined(_ pieces: [WordPiece]) -> [WordPiece] {
    guard pieces.count > 1 else { return pieces }
    var result: [WordPiece] = []
    for piece in pieces {
      if let last = result.last, last.quoting == .bare, piece.quoting == .bare,
        case .text(let head) = last.content, case .text(let tail) = piece.content
      {
        result[result.count - 1] = WordPiece(
          content: .text(head + tail), quoting: .bare,
          range: last.range.lowerBound..<piece.range.upperBound)
      } else {
        result.append(piece)
      }
    }
    return result
  }
}

extension Lexer {
  /// Notes a word that starts with “, ”, „ or ‘, which word processors put where " or ' was typed.
  mutating func noteTypographicQuote() {
    guard peek() == 0xE2, peek(1) == 0x80, [0x98, 0x9C, 0x9D, 0x9E].contains(peek(2)) else {
      return
    }
    let range = position..<position + 3
    if let quote = text(range).first { note(.typographicQuote(quote), at: range) }
  }

  /// Notes `2>`, which other shells take for a file descriptor.
  private mutating func noteDescriptorNumber(_ word: WordSyntax, from start: Int) {
    guard peek() == UInt8(ascii: ">"), let text = word.bareText, text.utf8.allSatisfy(\.isDigit)
    else { return }
    note(.unexpected(text + ">"), at: start..<position + 1)
  }
}
