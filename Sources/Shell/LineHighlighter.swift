package import CommandKit
package import LineEditing
import Scripting

/// Tells the parts of a half-typed line apart: known and unknown commands, quotes, variables, comments.
package struct LineHighlighter: Highlighter {
  private let workspace: Workspace

  package init(workspace: Workspace) {
    self.workspace = workspace
  }

  package func highlights(in line: String, cursor: Int) -> [Highlight] {
    let source = SourceText(line)
    let reading = Lexer.read(source, integration: workspace.integrationNames)
    var walk = TokenWalk(
      words: CommandWords(workspace: workspace), source: source, cursor: cursor,
      opening: reading.openQuote)
    walk.take(reading.tokens)
    return walk.highlights
  }
}

extension Lexer.Reading {
  /// Where the quote begins that the text ends inside of.
  fileprivate var openQuote: Int? {
    guard [.singleQuote, .doubleQuote].contains(unfinished), let problem,
      case .unfinished(let what) = problem.code, what == unfinished
    else { return nil }
    return problem.range.lowerBound
  }
}

/// Goes through the tokens of a line and collects what stands out.
private struct TokenWalk {
  let words: CommandWords
  let source: SourceText
  let cursor: Int
  /// Where the open quote begins, in bytes.
  let opening: Int?
  private(set) var highlights: [Highlight] = []
  /// The words of the command so far that say which one it is; `nil` where no more are needed.
  private var command: [String]? = []
  private var isFileNext = false
  /// The scalars before a place in bytes, counted no further than was asked.
  private var counted = (byte: 0, scalar: 0)

  init(words: CommandWords, source: SourceText, cursor: Int, opening: Int?) {
    self.words = words
    self.source = source
    self.cursor = cursor
    self.opening = opening
  }

  mutating func take(_ tokens: [Token]) {
    let outer = (command, isFileNext)
    (command, isFileNext) = ([], false)
    for token in tokens { take(token) }
    (command, isFileNext) = outer
  }

  private mutating func take(_ token: Token) {
    switch token.kind {
    case .newline, .semicolon, .and, .or, .background:
      command = []
      isFileNext = false
    case .comment: mark(token.range, .comment)
    case .redirection: isFileNext = true
    case .hereDocument(let document): for piece in document.text.pieces { take(piece) }
    case .word(let word):
      if isFileNext {
        isFileNext = false
      } else if let kind = commandKind(of: word, at: token.range) {
        if let kind = kind.highlight { mark(token.range, kind) }
        return
      }
      for piece in word.pieces { take(piece) }
    default: break
    }
  }

  private mutating func take(_ piece: WordPiece) {
    switch piece.content {
    case .variable: mark(piece.range, .variable)
    case .substitution(let tokens, _): take(tokens)
    case .text where piece.quoting == .single || piece.quoting == .double:
      let isOpen = opening.map { piece.range.lowerBound >= $0 } ?? false
      mark(piece.range, isOpen ? .openQuote : .quote)
    case .text: break
    }
  }

  /// What a bare word is that says which command runs; `nil` for every other word.
  private mutating func commandKind(
    of word: WordSyntax, at range: Range<Int>
  ) -> CommandWords.Standing? {
    guard let before = command else { return nil }
    command = nil
    guard let text = word.bareText else { return nil }
    let standing = words.standing(of: text, after: before, isTyped: touchesCursor(range))
    switch standing {
    case .opensCommand: command = []
    case .noun: command = before + [text]
    case nil, .known, .unknown, .open: break
    }
    return standing
  }

  private mutating func touchesCursor(_ range: Range<Int>) -> Bool {
    scalars(before: range.upperBound) == cursor
  }

  private mutating func mark(_ range: Range<Int>, _ kind: Highlight.Kind) {
    let start = scalars(before: range.lowerBound)
    highlights.append(Highlight(start..<scalars(before: range.upperBound), kind))
  }

  private mutating func scalars(before byte: Int) -> Int {
    if byte < counted.byte { counted = (0, 0) }
    counted.scalar += source.bytes[counted.byte..<byte].count { $0 & 0xC0 != 0x80 }
    counted.byte = byte
    return counted.scalar
  }
}
