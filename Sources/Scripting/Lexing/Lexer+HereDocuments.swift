import CommandKit

extension Lexer {
  /// Reads `<<` or `<<-` and the word that will end the lines below.
  ///
  ///     message send - <<END
  ///     Hello $name
  ///     END
  mutating func hereDocument() -> Token {
    let start = position
    position += 2
    let stripsTabs = peek() == UInt8(ascii: "-")
    if stripsTabs { position += 1 }
    if peek() == UInt8(ascii: "<") { note(.unexpected("<<<"), at: start..<position + 1) }
    let signEnd = position
    while position < end, bytes[position].isBlank { position += 1 }
    guard position < end, case .word(let word) = self.word().kind, !word.pieces.isEmpty else {
      note(.missing(.delimiter, after: text(start..<signEnd)), at: start..<signEnd)
      return hereDocument(WordSyntax([]), stripsTabs: stripsTabs, range: start..<signEnd)
    }
    if !word.isStatic {
      let range = word.range ?? start..<position
      note(.unexpected(text(range)), at: range)
    }
    return hereDocument(word, stripsTabs: stripsTabs, range: start..<position)
  }

  private func hereDocument(_ word: WordSyntax, stripsTabs: Bool, range: Range<Int>) -> Token {
    let delimiter = word.pieces.map { piece in
      if case .text(let text) = piece.content { text } else { text(piece.range) }
    }.joined()
    let document = HereDocument(
      delimiter: delimiter, isLiteral: word.pieces.contains { $0.quoting != .bare },
      stripsTabs: stripsTabs)
    return Token(kind: .hereDocument(document), range: range)
  }

  /// Notes a here-document whose lines have not begun.
  mutating func noteAwaited(_ token: Token) {
    guard case .hereDocument(let document) = token.kind else { return }
    if depth > 0, peek() == .closeParenthesis {
      note(.unexpected(")"), at: position..<position + 1)
    } else {
      note(.unfinished(.hereDocument(delimiter: document.delimiter)), at: token.range)
    }
  }

  /// Reads the lines of a here-document, which begin here; stops behind the line that ends them.
  mutating func withLines(_ token: Token) -> Token {
    guard case .hereDocument(var document) = token.kind else { return token }
    let start = position
    var lineStart = start
    while !document.isClosed, lineStart < end {
      let lineEnd = bytes[lineStart..<end].firstIndex(of: .newline) ?? end
      document.isClosed = document.ends(with: text(lineStart..<lineEnd))
      if document.isClosed {
        document.lines = start..<lineEnd
      } else {
        lineStart = lineEnd + 1
      }
    }
    let textEnd = min(lineStart, end)
    if !document.isClosed {
      note(.unfinished(.hereDocument(delimiter: document.delimiter)), at: token.range)
    }
    let linesEnd = document.lines?.upperBound ?? end
    document.lines = start..<linesEnd
    document.text = hereDocumentText(start..<textEnd, document)
    position = linesEnd
    return Token(kind: .hereDocument(document), range: token.range)
  }

  /// The lines as one word; in such that are not literal `$` expands, and a backslash protects `$`, `\` and
  /// a newline.
  private mutating func hereDocumentText(
    _ range: Range<Int>, _ document: HereDocument
  ) -> WordSyntax {
    let outerEnd = end
    (position, end) = (range.lowerBound, range.upperBound)
    defer { end = outerEnd }
    var pieces: [WordPiece] = []
    var content: [UInt8] = []
    var start = position
    func piece(upTo end: Int) -> WordPiece {
      WordPiece(
        content: .text(String(decoding: content, as: UTF8.self)),
        quoting: document.isLiteral ? .single : .double, range: start..<end)
    }
    while position < end {
      let here = position
      if document.stripsTabs, bytes[here] == UInt8(ascii: "\t"), startsLine(here, range) {
        position += 1
      } else if !document.isLiteral, peek() == UInt8(ascii: "$"),
        let expansion = expansion(quoting: .double)
      {
        if !content.isEmpty { pieces.append(piece(upTo: here)) }
        pieces.append(expansion)
        (start, content) = (position, [])
      } else if !document.isLiteral, peek() == .backslash,
        [.backslash, .newline, UInt8(ascii: "$")]
          .contains(peek(1))
      {
        if peek(1) != .newline { content.append(peek(1)) }
        position += 2
      } else {
        content.append(bytes[here])
        position += 1
      }
    }
    if !content.isEmpty || pieces.isEmpty { pieces.append(piece(upTo: position)) }
    return WordSyntax(pieces)
  }

  /// Whether only tabs that are left out stand before an offset in its line.
  private func startsLine(_ offset: Int, _ lines: Range<Int>) -> Bool {
    let before = bytes[lines.lowerBound..<offset].last { $0 != UInt8(ascii: "\t") }
    return before == nil || before == .newline
  }
}

extension HereDocument {
  /// Whether a line is the one that ends the document.
  fileprivate func ends(with line: String) -> Bool {
    let line = stripsTabs ? line.drop { $0 == "\t" } : line[...]
    return line == delimiter || line == delimiter + "\r"
  }
}
