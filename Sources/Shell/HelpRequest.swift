import CommandKit
import Scripting

/// Reads the wish for help that a line ends with: `member add ?`.
enum HelpRequest {
  /// The line without the `?` that ends it; `nil` where the last word is anything else.
  ///
  /// A quoted `?` is a word like others. What is left keeps its blanks, so that typing goes on where the
  /// `?` was.
  static func line(asking text: String) -> String? {
    guard let last = text.lastIndex(where: { !$0.isWhitespace }), text[last] == "?" else {
      return nil
    }
    let context = CursorContext(line: text, cursor: text[...last].unicodeScalars.count)
    guard context.typed == "?", !context.isLiteral, context.openQuote == nil else { return nil }
    switch context.place {
    case .command, .argument: return String(text[..<last])
    default: return nil
    }
  }

  /// The words of `help` for the statement that a line ends in: its command, as far as there is one.
  static func words(before line: String, in catalog: Catalog) -> [String] {
    let context = CursorContext(
      line: line + " ", cursor: line.unicodeScalars.count + 1,
      integration: catalog.integrationNames)
    let words = context.words.map(\.text)
    if let command = catalog.integration(words.first) { return [command.name] }
    switch catalog.lookup(words) {
    case .command(_, let count): return Array(words.prefix(count))
    case .noun, .unknownVerb: return Array(words.prefix(1))
    case .unknown(let word): return word.isEmpty ? [] : [word]
    }
  }
}
