import CommandKit

/// Makes statements of tokens.
struct Parser {
  let source: SourceText
  let tokens: [Token]
  var index = 0
  private var depth = 0
  /// Whether statements may be sent into the background: not where their output is waited for.
  private let allowsJobs: Bool
  /// Whether it goes on behind what is wrong.
  var recovers = false
  /// What was wrong so far, where it goes on.
  private(set) var errors: [ScriptError] = []

  /// Blocks nested more deeply are refused: hostile text must not exhaust the stack.
  private static let deepest = 64

  init(_ tokens: [Token], of source: SourceText, isSubstitution: Bool = false) {
    allowsJobs = !isSubstitution
    self.tokens = tokens.filter { $0.kind != .comment }
    self.source = source
  }

  var current: Token? { index < tokens.count ? tokens[index] : nil }

  /// Parses everything; whatever closes a block that was never opened is an error.
  mutating func wholeText() throws(ScriptError) -> Block {
    let block = try block()
    if let current { throw unexpected(current) }
    return block
  }

  /// Parses chains up to the end, or up to an `else` or `end` that is left to the caller.
  mutating func block() throws(ScriptError) -> Block {
    var chains: Block = []
    while true {
      while current?.isSeparator == true { index += 1 }
      guard let token = current, !token.isReserved("else"), !token.isReserved("end") else {
        return chains
      }
      do throws(ScriptError) {
        chains.append(try chain(from: token))
        guard let next = current else { return chains }
        if next.kind == .background, allowsJobs {
          chains[chains.count - 1].isJob = true
          index += 1
          continue
        }
        guard next.isSeparator else { throw unexpected(next) }
      } catch {
        try recover(from: error)
      }
    }
  }

  /// Keeps an error and goes on behind the statement that it is in; throws it where that is not wanted.
  mutating func recover(from error: ScriptError) throws(ScriptError) {
    guard recovers else { throw error }
    errors.append(error)
    while let token = current, !token.isSeparator { index += 1 }
  }

  /// Parses statements joined by `&&` and `||`; a newline may follow either.
  mutating func chain(from token: Token) throws(ScriptError) -> Chain {
    let first = try statement(from: token)
    var links: [Chain.Link] = []
    while let sign = current, let connector = sign.connector {
      index += 1
      while current?.kind == .newline { index += 1 }
      guard let next = current else { throw source.error(.unfinished(.chain), at: sign.range) }
      guard !next.isSeparator else { throw missing(.command, after: sign) }
      links.append(Chain.Link(connector: connector, statement: try statement(from: next)))
    }
    return Chain(first: first, links: links)
  }

  private mutating func statement(from token: Token) throws(ScriptError) -> Statement {
    let kind: Statement.Kind
    switch token.kind {
    case .program(let program):
      index += 1
      kind = .program(program)
    case .word(let word):
      kind = try wordStatement(word, from: token)
    case .redirection, .hereDocument:
      kind = .command(try command())
    case .newline, .semicolon, .and, .or, .background, .pipe, .comment:
      throw unexpected(token)
    }
    let end = tokens[index - 1].range.upperBound
    return Statement(kind: kind, range: token.range.lowerBound..<end)
  }

  private mutating func wordStatement(
    _ word: WordSyntax, from token: Token
  ) throws(ScriptError) -> Statement.Kind {
    switch word.bareText {
    case "for", "if":
      guard depth < Self.deepest else {
        throw source.error(.tooDeep(limit: Self.deepest), at: token.range)
      }
      depth += 1
      defer { depth -= 1 }
      return token.isReserved("for") ? try loop(from: token) : try branch(from: token)
    case "else", "end":
      throw unexpected(token)
    default:
      if let assignment = try assignment(word) { return assignment }
      return .command(try command())
    }
  }

  func unexpected(_ token: Token) -> ScriptError {
    source.error(.unexpected(source.text(token.range)), at: token.range)
  }

  func missing(_ part: ScriptError.Part, after token: Token) -> ScriptError {
    source.error(.missing(part, after: source.text(token.range)), at: token.range)
  }
}

extension Token {
  var isSeparator: Bool { kind == .newline || kind == .semicolon }

  /// Whether a command ends before it.
  var endsCommand: Bool {
    switch kind {
    case .newline, .semicolon, .and, .or, .background, .comment: true
    case .word, .redirection, .hereDocument, .pipe, .program: false
    }
  }

  var connector: Chain.Connector? {
    switch kind {
    case .and: .and
    case .or: .or
    default: nil
    }
  }

  func isReserved(_ word: String) -> Bool {
    guard case .word(let syntax) = kind else { return false }
    return syntax.bareText == word
  }
}
