package import CommandKit
package import LineEditing
import Scripting

/// Decides what of a typed line is remembered, and how long.
///
/// A line that begins with a typed space is forgotten at once. What a command declares as a secret is never
/// remembered: three stars stand for it, and the line stays in memory. What only looks like a secret keeps
/// its line in memory, as it is.
package struct LineMemory: Sendable {
  private let catalog: Catalog

  package init(catalog: Catalog) {
    self.catalog = catalog
  }

  /// What is to be remembered.
  package struct Decision: Sendable, Hashable {
    package let text: String
    package let retention: Retention
  }

  /// Decides on one line.
  ///
  /// - Parameters:
  ///   - line: What was typed.
  ///   - isForgotten: Whether whoever typed it wants this line forgotten.
  ///   - isPrivate: Whether nothing is to be kept at present.
  /// - Returns: What to remember; `nil` for nothing.
  package func decide(on line: String, isForgotten: Bool, isPrivate: Bool) -> Decision? {
    if isForgotten { return nil }
    let secrets = secrets(
      in: Lexer.read(SourceText(line), integration: catalog.integrationNames).tokens)
    var bytes = Array(line.utf8)
    for range in secrets.reversed() { bytes.replaceSubrange(range, with: SecretShapes.stars.utf8) }
    let text = String(decoding: bytes, as: UTF8.self)
    if !secrets.isEmpty { return Decision(text: text, retention: .session) }
    if isPrivate { return Decision(text: text, retention: .privacy) }
    return Decision(text: text, retention: SecretShapes.isIn(line) ? .session : .file)
  }

  /// The places, in UTF-8 bytes, of what commands declare to be secrets, in their order.
  private func secrets(in tokens: [Token]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var words: [TypedWord] = []
    func finish() {
      ranges += secrets(in: words)
      words = []
    }
    for token in tokens {
      switch token.kind {
      case .word(let word):
        words.append(TypedWord(word, range: token.range))
        for case .substitution(let inner, _) in word.pieces.map(\.content) {
          ranges += secrets(in: inner)
        }
      case .newline, .semicolon, .and, .or, .background, .pipe, .program: finish()
      default: break
      }
    }
    finish()
    return ranges.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Those of one command, which may stand behind words such as `if` or `watch`.
  private func secrets(in words: [TypedWord]) -> [Range<Int>] {
    let texts = words.map(\.text)
    guard words.contains(where: { $0.text.hasPrefix("-") }) else { return [] }
    for start in texts.indices {
      guard let (entry, count) = catalog.command(Array(texts[start...])) else { continue }
      let found = secrets(in: words[(start + count)...], of: catalog.grammar(of: entry))
      if !found.isEmpty { return found }
    }
    return []
  }

  private func secrets(in words: ArraySlice<TypedWord>, of grammar: Grammar) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var awaitsSecret = false
    for word in words {
      if awaitsSecret {
        awaitsSecret = false
        if word.text != "-" { ranges.append(word.range) }
        continue
      }
      let name = word.text.prefix { $0 != "=" }
      guard grammar.option(String(name))?.kind == .secret else { continue }
      if name.count == word.text.count {
        awaitsSecret = true
      } else if word.text.dropFirst(name.count + 1) != "-" {
        ranges.append(word.range.lowerBound + name.utf8.count + 1..<word.range.upperBound)
      }
    }
    return ranges
  }
}

/// A word as it stands in the line.
private struct TypedWord {
  let text: String
  let range: Range<Int>

  init(_ word: WordSyntax, range: Range<Int>) {
    text = word.pieces.map { piece in
      if case .text(let text) = piece.content { text } else { "$" }
    }.joined()
    self.range = range
  }
}
