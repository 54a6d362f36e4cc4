package import CommandKit

/// Cuts a text into words and signs; the same one for running, completing, colouring and history.
///
/// It reads any text to its end. What is wrong or still open is noted: who runs the text refuses it, who
/// completes or colours it goes on.
package struct Lexer {
  let bytes: [UInt8]
  var position = 0
  /// Where the text ends that is read now: the whole, or a here-document in it.
  var end: Int
  /// How many `$(` are open here.
  var depth = 0
  /// The names of commands whose arguments are read as the integration's.
  let integrationNames: IntegrationNames
  /// Whether the words here are arguments of such a command.
  var isIntegration = false
  private(set) var problems: [Problem] = []
  private(set) var unfinished: ScriptError.Unfinished?

  /// What is wrong with a text, and where.
  package struct Problem: Sendable, Hashable {
    package let code: ScriptError.Code
    package let range: Range<Int>
  }

  /// What the lexer makes of a text.
  package struct Reading: Sendable, Hashable {
    package let tokens: [Token]
    /// Everything that is wrong, in the order in which it was noted.
    package let problems: [Problem]
    /// The innermost thing that the text ends inside of, if it does.
    package let unfinished: ScriptError.Unfinished?

    /// The first thing that is wrong; `nil` for a text that may go to the parser.
    package var problem: Problem? { problems.first }
  }

  /// Substitutions nested more deeply are refused: hostile text must not exhaust the stack.
  static let deepest = 32

  private init(_ source: SourceText, _ names: IntegrationNames) {
    bytes = source.bytes
    end = bytes.count
    integrationNames = names
  }

  /// Reads a text whole, half-typed or not.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - names: The commands whose arguments are read as the integration's.
  /// - Returns: What it made of it.
  package static func read(
    _ source: SourceText, integration names: IntegrationNames = .none
  ) -> Reading {
    var lexer = Lexer(source, names)
    let tokens = lexer.tokens()
    return Reading(tokens: tokens, problems: lexer.problems, unfinished: lexer.unfinished)
  }

  /// Notes a problem.
  ///
  /// What a here-document leaves open is wrong for good: its last line has come.
  mutating func note(_ code: ScriptError.Code, at range: Range<Int>) {
    var code = code
    if end < bytes.count, case .unfinished(let what) = code { code = .notClosed(what) }
    problems.append(Problem(code: code, range: range))
    if unfinished == nil, case .unfinished(let what) = code { unfinished = what }
  }

  /// The byte some places after the current one; 0 beyond the end.
  func peek(_ distance: Int = 0) -> UInt8 {
    let index = position + distance
    return index < end ? bytes[index] : 0
  }
}

extension Lexer {
  /// Reads tokens to the end of the text, or to the `)` that closes a substitution.
  mutating func tokens() -> [Token] {
    var tokens: [Token] = []
    var awaited: [Int] = []
    var expectsCommand = true
    let wasIntegration = isIntegration
    isIntegration = false
    defer { isIntegration = wasIntegration }
    while let token = nextToken(expectsCommand: expectsCommand) {
      expectsCommand = token.leadsToCommand(wasExpected: expectsCommand)
      if expectsCommand { isIntegration = false }
      if case .hereDocument = token.kind { awaited.append(tokens.count) }
      tokens.append(token)
      if !awaited.isEmpty, token.kind == .newline {
        for index in awaited {
          if index != awaited.first, peek() == .newline { position += 1 }
          tokens[index] = withLines(tokens[index])
        }
        awaited = []
      }
    }
    for index in awaited { noteAwaited(tokens[index]) }
    return tokens
  }

  private mutating func nextToken(expectsCommand: Bool) -> Token? {
    skipBlanks()
    guard position < end else { return nil }
    let start = position
    if expectsCommand, let name = integrationName() { return name }
    switch bytes[position] {
    case .newline: return sign(.newline, length: 1)
    case UInt8(ascii: ";"): return sign(.semicolon, length: 1)
    case UInt8(ascii: "&") where peek(1) == UInt8(ascii: "&"): return sign(.and, length: 2)
    case UInt8(ascii: "&") where endsStatement(): return sign(.background, length: 1)
    case UInt8(ascii: "|") where peek(1) == UInt8(ascii: "|"): return sign(.or, length: 2)
    case UInt8(ascii: "|"): return programToken(from: start, Token.Kind.pipe)
    case UInt8(ascii: "!") where expectsCommand:
      return programToken(from: start, Token.Kind.program)
    case UInt8(ascii: "<"), UInt8(ascii: ">"): return redirection()
    case UInt8(ascii: "#"): return comment()
    case .closeParenthesis where depth > 0: return nil
    default: return isIntegration ? integrationWord() : word()
    }
  }

  /// Skips spaces, and a backslash with the newline that it hides.
  private mutating func skipBlanks() {
    while position < end {
      if bytes[position].isBlank {
        position += 1
      } else if let length = hiddenNewline() {
        position += length
      } else {
        return
      }
    }
  }

  /// The length of a backslash and the newline after it, where they stand here.
  func hiddenNewline() -> Int? {
    guard peek() == .backslash else { return nil }
    if peek(1) == .newline { return 2 }
    return peek(1) == .carriageReturn && peek(2) == .newline ? 3 : nil
  }

  private mutating func sign(_ kind: Token.Kind, length: Int) -> Token {
    defer { position += length }
    return Token(kind: kind, range: position..<position + length)
  }

  private mutating func comment() -> Token {
    let start = position
    while position < end, bytes[position] != .newline { position += 1 }
    return Token(kind: .comment, range: start..<position)
  }

  /// Whether the `&` here stands alone, and so sends a statement into the background.
  private func endsStatement() -> Bool {
    let next = peek(1)
    return position + 1 == end || next.isBlank || next == .newline || next == UInt8(ascii: ";")
      || depth > 0 && next == .closeParenthesis
  }

  private mutating func redirection() -> Token {
    let start = position
    let isDoubled = peek(1) == bytes[start]
    let isRead = bytes[start] == UInt8(ascii: "<")
    if isRead, isDoubled { return hereDocument() }
    let isForced = !isRead && peek(1) == UInt8(ascii: "|")
    let mode: Redirection.Mode = isRead ? .read : isDoubled ? .append : isForced ? .force : .write
    let token = sign(.redirection(mode), length: mode.rawValue.utf8.count)
    if peek() == UInt8(ascii: "&") {
      note(.unexpected(isRead ? "<&" : ">&"), at: start..<position + 1)
    }
    return token
  }
}

extension Token {
  /// Whether a command may start after this token: only there are `!`, `if` and `for` more than words.
  fileprivate func leadsToCommand(wasExpected: Bool) -> Bool {
    switch kind {
    case .newline, .semicolon, .and, .or, .background: true
    case .comment: wasExpected
    case .redirection, .hereDocument, .pipe, .program: false
    case .word(let word): wasExpected && ["if", "else"].contains(word.bareText)
    }
  }
}

extension UInt8 {
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let backslash = UInt8(ascii: "\\")
  static let closeParenthesis = UInt8(ascii: ")")

  /// Parts words without being a sign; the carriage return is one for files written on Windows.
  var isBlank: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == .carriageReturn
  }

  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// Whether a variable's name may start with it.
  var startsName: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) || self == UInt8(ascii: "_")
  }

  /// Whether a variable's name may go on with it.
  var continuesName: Bool { startsName || isDigit }
}
