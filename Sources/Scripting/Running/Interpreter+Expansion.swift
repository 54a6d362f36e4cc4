import CommandKit
import Output

extension Interpreter {
  /// Expands words in order; most become one word each.
  func expand(_ words: [WordSyntax]) async throws -> Expansion {
    var result = Expansion()
    for word in words {
      if let text = word.bareText {
        result.append(Word(text), at: word.range)
      } else if word.pieces.count == 1, let several = try await severalWords(from: word.pieces[0]) {
        for one in several { result.append(one, at: word.range) }
      } else {
        result.append(try await join(word), at: word.range)
      }
    }
    return result
  }

  /// Expands a word to exactly one text, whatever it holds.
  func text(of word: WordSyntax) async throws -> String {
    try await join(word).text
  }

  /// The words of a `$(…)` that stands alone, of `$@`, and of a bare argument; `nil` for anything else.
  private func severalWords(from piece: WordPiece) async throws -> [Word]? {
    switch piece.content {
    case .substitution(let tokens, _) where piece.quoting == .bare:
      return try await output(of: tokens).map { Word($0, isLiteral: true) }
    case .variable(VariableReference(name: "@", path: nil)):
      return currentFrame.arguments
    case .variable(let reference) where piece.quoting == .bare && reference.path == nil:
      return currentFrame.argument(reference.name).map { [$0] }
    default:
      return nil
    }
  }

  private func join(_ word: WordSyntax) async throws -> Word {
    var builder = WordBuilder()
    for piece in word.pieces {
      switch piece.content {
      case .text(let text):
        builder.append(text, isBare: piece.quoting == .bare)
      case .variable(let reference):
        let argument = piece.quoting == .bare ? currentFrame.argument(reference.name) : nil
        builder.append(
          try await value(of: reference, at: piece.range),
          isBare: argument.map { !$0.isLiteral } ?? false)
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
    var parser = Parser(tokens, of: outer.source, isSubstitution: true)
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

extension Frame {
  /// The argument that a name such as `1` stands for.
  func argument(_ name: String) -> Word? {
    guard let number = Int(name), arguments.indices.contains(number - 1) else { return nil }
    return arguments[number - 1]
  }
}
