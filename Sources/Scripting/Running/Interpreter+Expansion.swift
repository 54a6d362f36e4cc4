import CommandKit
import Output

extension Interpreter {
  /// Expands words in order; most become one word each.
  func expand(_ words: [WordSyntax]) async throws -> [Word] {
    var result: [Word] = []
    result.reserveCapacity(words.count)
    for word in words {
      if let text = word.bareText {
        result.append(Word(text))
      } else if word.pieces.count == 1, let several = try await severalWords(from: word.pieces[0]) {
        result += several
      } else {
        result.append(try await join(word))
      }
    }
    return result
  }

  /// Expands a word to exactly one text, whatever it holds.
  func text(of word: WordSyntax) async throws -> String {
    try await join(word).text
  }

  /// The words of a `$(…)` that stands alone, and of `$@`; `nil` for anything else.
  private func severalWords(from piece: WordPiece) async throws -> [Word]? {
    switch piece.content {
    case .substitution(let tokens, _) where piece.quoting == .bare:
      try await output(of: tokens).map { Word($0, isLiteral: true) }
    case .variable(VariableReference(name: "@", path: nil)):
      currentFrame.arguments.map { Word($0, isLiteral: true) }
    default:
      nil
    }
  }

  private func join(_ word: WordSyntax) async throws -> Word {
    var builder = WordBuilder()
    for piece in word.pieces {
      switch piece.content {
      case .text(let text):
        builder.append(text, isBare: piece.quoting == .bare)
      case .variable(let reference):
        builder.append(try await value(of: reference, at: piece.range), isBare: false)
      case .substitution(let tokens, _):
        builder.append(try await output(of: tokens).joined(separator: "\n"), isBare: false)
      }
    }
    return builder.word
  }

  /// The lines that the command inside `$(…)` prints.
  private func output(of tokens: [Token]) async throws -> [String] {
    let outer = currentFrame
    let sink = BufferSink()
    var parser = Parser(tokens, of: outer.source)
    let block = try parser.wholeText()
    try await with {
      $0.io.output = sink
      $0.io.format = .ids
      $0.programs.inheritsOutput = false
      $0.keepsGoing = false
    } run: {
      try await self.run(block)
    }
    var lines = sink.text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map(String.init)
  }
}
