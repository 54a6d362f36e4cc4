/// A table of GitHub Flavored Markdown.
///
///     | TEAM | MEMBERS |
///     | --- | ---: |
///     | Contoso IT | 7 |
///
/// What would be markup in a cell is escaped, since a name is no heading and no link; with raw values
/// only what would break the table is.
struct MarkdownRenderer: Renderer {
  let columns: [ColumnHeader]
  let options: RenderOptions
  private var hasHeader = false

  init(columns: [ColumnHeader], options: RenderOptions) {
    self.columns = columns
    self.options = options
  }

  mutating func page(_ rows: [Row], to sink: any Sink) throws {
    var writer = ChunkedWriter(sink)
    if !hasHeader {
      hasHeader = true
      try writer.append(Self.line(columns.map { cell($0.title) }))
      try writer.append(Self.line(columns.map { $0.alignment == .trailing ? "---:" : "---" }))
    }
    for row in rows {
      try writer.append(Self.line(row.cells.map(cell)))
    }
    try writer.flush()
  }

  mutating func end(isComplete: Bool, to sink: any Sink) throws {
    if !hasHeader { try page([], to: sink) }
  }

  private static func line(_ cells: [String]) -> String {
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
