import CommandKit

/// How the integration's commands are read.
///
///     !microsoft-teams-chat-create member="itayadmin, Bruce Willis" chat_name='example chat'
///     microsoft-teams-chat-list next_link=https://graph.microsoft.com/v1.0/chats?$skiptoken=a&b=1
///
/// `name=` begins a value. One that is quoted goes to the closing quote, a JSON value to the bracket that
/// closes it, any other to the next white space: what is pasted means itself. Only `${…}` is a variable,
/// and not inside `'…'` and `` `…` ``.
extension Lexer {
  /// Reads the name of an integration command, with the `!` before it where one stands; `nil`, and nothing
  /// read, for any other word.
  mutating func integrationName() -> Token? {
    let start = position + (peek() == UInt8(ascii: "!") ? 1 : 0)
    let nameEnd = bytes[start..<end].firstIndex { !$0.continuesIntegrationName } ?? end
    guard integrationNames.contains(bytes[start..<nameEnd]),
      nameEnd == end || bytes[nameEnd].endsIntegrationName
    else { return nil }
    defer { position = nameEnd }
    isIntegration = true
    let piece = WordPiece(
      content: .text(text(start..<nameEnd)), quoting: .bare, range: start..<nameEnd)
    return Token(kind: .word(WordSyntax([piece])), range: position..<nameEnd)
  }

  /// Reads an argument with its value; a word that is none, such as an option, by the usual rules.
  mutating func integrationWord() -> Token {
    let start = position
    let nameEnd = bytes[start..<end].firstIndex { !$0.continuesName } ?? end
    guard nameEnd > start, nameEnd < end, bytes[nameEnd] == UInt8(ascii: "=") else { return word() }
    position = nameEnd + 1
    var pieces = [
      WordPiece(content: .text(text(start..<position)), quoting: .bare, range: start..<position)
    ]
    noteTypographicQuote()
    switch peek() {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): quotedValue(into: &pieces)
    case UInt8(ascii: "{"), UInt8(ascii: "["): jsonValue(into: &pieces)
    default: break
    }
    bareValue(into: &pieces)
    return Token(kind: .word(WordSyntax(Self.joined(pieces))), range: start..<position)
  }

  /// Reads a value to the quote that closes it; a backslash protects that quote, and nothing else.
  private mutating func quotedValue(into pieces: inout [WordPiece]) {
    let quote = peek()
    let opening = position..<position + 1
    let isDouble = quote == UInt8(ascii: "\"")
    var part = ValuePart(start: position, quoting: isDouble ? .double : .single)
    let piecesBefore = pieces.count
    position += 1
    while position < end, bytes[position] != quote {
      if isDouble, peek() == UInt8(ascii: "$"), peek(1) == UInt8(ascii: "{") {
        expandedPart(&part, into: &pieces)
        continue
      }
      if peek() == .backslash, peek(1) == quote { position += 1 }
      part.bytes.append(bytes[position])
      position += 1
    }
    if position < end {
      position += 1
    } else {
      let open: ScriptError.Unfinished =
        isDouble ? .doubleQuote : quote == UInt8(ascii: "'") ? .singleQuote : .backtick
      note(.unfinished(open), at: opening)
    }
    if !part.bytes.isEmpty || pieces.count == piecesBefore {
      pieces.append(part.piece(to: position))
    }
  }

  /// Reads a JSON object or array to the bracket that closes it.
  private mutating func jsonValue(into pieces: inout [WordPiece]) {
    let opening = position..<position + 1
    var part = ValuePart(start: position, quoting: .bare)
    var open = 0
    var isInString = false
    repeat {
      if peek() == UInt8(ascii: "$"), peek(1) == UInt8(ascii: "{") {
        expandedPart(&part, into: &pieces)
        continue
      }
      switch bytes[position] {
      case UInt8(ascii: "\""): isInString.toggle()
      case .backslash where isInString && position + 1 < end:
        part.bytes.append(bytes[position])
        position += 1
      case UInt8(ascii: "{"), UInt8(ascii: "["): open += isInString ? 0 : 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): open -= isInString ? 0 : 1
      default: break
      }
      part.bytes.append(bytes[position])
      position += 1
    } while position < end && open > 0
    if open > 0 { note(.unfinished(.json), at: opening) }
    if !part.bytes.isEmpty { pieces.append(part.piece(to: position)) }
  }

  /// Reads a value, or the rest of one, to the next white space.
  ///
  /// A `;` at its end parts statements, but for the one that closes a mention, as `@Bruce;`; so does a `)`
  /// that closes the substitution around it.
  private mutating func bareValue(into pieces: inout [WordPiece]) {
    var part = ValuePart(start: position, quoting: .bare)
    var open = 0
    while position < end, !bytes[position].isBlank, bytes[position] != .newline {
      if peek() == UInt8(ascii: "$"), peek(1) == UInt8(ascii: "{") {
        expandedPart(&part, into: &pieces)
        continue
      }
      if peek() == UInt8(ascii: "(") { open += 1 }
      if peek() == .closeParenthesis {
        if depth > 0, open == 0 { break }
        open -= 1
      }
      if peek() == UInt8(ascii: ";"), endsValue(), !part.bytes.contains(UInt8(ascii: "@")) { break }
      part.bytes.append(bytes[position])
      position += 1
    }
    if !part.bytes.isEmpty { pieces.append(part.piece(to: position)) }
  }

  /// Whether nothing of a value follows the byte here.
  private func endsValue() -> Bool {
    let next = peek(1)
    return position + 1 == end || next.isBlank || next == .newline
      || depth > 0 && next == .closeParenthesis
  }

  /// Reads `${…}`, and begins the next part behind it.
  private mutating func expandedPart(_ part: inout ValuePart, into pieces: inout [WordPiece]) {
    if !part.bytes.isEmpty { pieces.append(part.piece(to: position)) }
    if let expansion = expansion(quoting: part.quoting) { pieces.append(expansion) }
    part = ValuePart(start: position, quoting: part.quoting)
  }
}

/// A stretch of a value between two variables.
private struct ValuePart {
  let start: Int
  let quoting: WordPiece.Quoting
  var bytes: [UInt8] = []

  init(start: Int, quoting: WordPiece.Quoting) {
    self.start = start
    self.quoting = quoting
  }

  func piece(to end: Int) -> WordPiece {
    WordPiece(
      content: .text(String(decoding: bytes, as: UTF8.self)), quoting: quoting, range: start..<end)
  }
}

extension UInt8 {
  fileprivate var continuesIntegrationName: Bool { continuesName || self == UInt8(ascii: "-") }

  /// Whether a word ends before it.
  fileprivate var endsIntegrationName: Bool {
    isBlank
      || [
        .newline, UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: ">"),
        UInt8(ascii: "<"), .closeParenthesis,
      ].contains(self)
  }
}

extension Lexer {
  /// Writes a text as the value of an integration's argument.
  ///
  /// - Parameters:
  ///   - text: The text, such as a chat's topic.
  ///   - style: The quote that the person has opened already; `nil` for the best one.
  /// - Returns: What to type behind the `=`.
  package static func integrationValue(_ text: String, style: QuoteStyle? = nil) -> String {
    let quote =
      switch style ?? bestValueStyle(for: text) {
      case nil: ""
      case .single: "'"
      case .double: "\""
      case .backtick: "`"
      }
    return quote.isEmpty ? text : quote + text.replacing(quote, with: "\\\(quote)") + quote
  }

  private static func bestValueStyle(for text: String) -> QuoteStyle? {
    let isBare = text.utf8.allSatisfy {
      !$0.isBlank && $0 != .newline && $0 != UInt8(ascii: ";") && $0 != .closeParenthesis
    }
    let first = text.utf8.first ?? UInt8(ascii: "\"")
    if isBare, !text.contains("${"), !"\"'`{[\u{201C}\u{2018}".utf8.contains(first) { return nil }
    return text.contains("${") ? .single : .double
  }
}
