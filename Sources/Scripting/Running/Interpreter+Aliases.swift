import CommandKit

extension Interpreter {
  /// Runs the text of an alias, with the words behind it for `$1` and so on; those that it does not ask for
  /// go to the end of its last command.
  func run(_ alias: Alias, _ words: Expansion) async throws {
    let outer = currentFrame
    let source = SourceText(alias.text, name: "alias \(alias.name)")
    let arguments = Array(words.words.dropFirst())
    let frame = Frame(
      source: source, arguments: arguments, folder: outer.folder,
      callSite: outer.source.location(words.ranges.first.flatMap { $0 } ?? outer.statement),
      io: outer.io, programs: outer.programs, keepsGoing: false, isAlias: true)
    try await run(frame) {
      var body = try self.parsed(source).body
      let used = ArgumentUse.count(in: source, integration: self.host.integrationNames)
      if used < arguments.count {
        let end = source.bytes.count..<source.bytes.count
        let spare = (used..<arguments.count).map { index in
          WordSyntax([
            WordPiece(
              content: .variable(VariableReference(name: String(index + 1))), quoting: .bare,
              range: end)
          ])
        }
        guard let longer = body.appending(spare) else {
          throw self.failure(.spareWords(alias: alias.name), at: end)
        }
        body = longer
      }
      try await self.run(body)
    }
  }
}

/// Which of its arguments a text asks for.
enum ArgumentUse {
  /// The number of arguments that a text takes; all there are where it speaks of `$@` or `$#`, or a program
  /// may look at them.
  static func count(in source: SourceText, integration names: IntegrationNames) -> Int {
    count(in: Lexer.read(source, integration: names).tokens)
  }

  private static func count(in tokens: [Token]) -> Int {
    tokens.map { token in
      switch token.kind {
      case .word(let word): count(in: word)
      case .hereDocument(let document): count(in: document.text)
      case .pipe(let program), .program(let program):
        program.text.contains("teamsh_") ? Int.max : 0
      default: 0
      }
    }.max() ?? 0
  }

  private static func count(in word: WordSyntax) -> Int {
    word.pieces.map { piece in
      switch piece.content {
      case .text: 0
      case .variable(let reference):
        ["@", "#"].contains(reference.name) ? Int.max : Int(reference.name) ?? 0
      case .substitution(let tokens, _): count(in: tokens)
      }
    }.max() ?? 0
  }
}

extension [Chain] {
  /// The same statements with further words behind the last one; `nil` where it is no command.
  fileprivate func appending(_ words: [WordSyntax]) -> Block? {
    guard let chain = last else { return nil }
    let statement = chain.links.last?.statement ?? chain.first
    guard case .command(var command) = statement.kind else { return nil }
    command.words += words
    let longer = Statement(kind: .command(command), range: statement.range)
    var links = chain.links
    if let link = links.popLast() {
      links.append(Chain.Link(connector: link.connector, statement: longer))
      return dropLast() + [Chain(first: chain.first, links: links, isJob: chain.isJob)]
    }
    return dropLast() + [Chain(first: longer, links: [], isJob: chain.isJob)]
  }
}
