/// A table of GitHub Flavored Markdown.
///
///     | TEAM | MEMBERS |
///     | --- | ---: |
///     | Contoso IT | 7 |
///
/// What would be markup in a cell is escaped, since a name is no heading and no link; with raw values
/// only what would break the table is.
struct MarkdownRenderer: LineRenderer {
  let columns: [ColumnHeader]
  let options: RenderOptions
  var hasHeader = false

  var header: [String] {
    let rule = columns.map { $0.alignment == .trailing ? "---:" : "---" }
    return [line(columns.map(\.title)), Self.joined(rule)]
  }

  func line(_ cells: [String]) -> String { Self.joined(cells.map(cell)) }

  private static func joined(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |\n"
  }

  private func cell(_ text: String) -> String {
    let harmless = options.isTerminal ? HostileText.visibleLines(text) : text
    var result = ""
    var previous: Character = " "
    for (character, next) in zip(harmless, harmless.dropFirst().map { $0 } + [" "]) {
      if character.isNewline {
        result += "<br>"
      } else if character == "\t" {
        result += " "
      } else if isMarkup(character, between: previous, and: next) {
        result += "\\\(character)"
      } else {
        result.append(character)
      }
      previous = character
    }
    return result
  }

  /// Whether a character would be read as markup there; `_` inside a word is none.
  private func isMarkup(
    _ character: Character, between previous: Character, and next: Character
  ) -> Bool {
    switch character {
    case "|": true
    case "\\": !options.raw || next == "|"
    case "`", "*", "[", "]", "<", ">", "~", "&": !options.raw
    case "_": !options.raw && !(Self.isWord(previous) && Self.isWord(next))
    default: false
    }
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }
}
