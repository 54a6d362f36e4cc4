/// The blocks of a message laid out in lines: what plain text and Markdown have in common.
struct TextBlocks {
  var layout = TextLayout()
  /// Open table cells; in a cell everything stays on one line.
  var cells = 0
  /// Open elements whose white space counts.
  var preformatted = 0
  /// Whether the next text is a person's name, to be marked by an `@`.
  var mentions = false
  private var lists: [ListKind] = []

  private enum ListKind {
    case bullets
    case numbers(next: Int)
  }

  /// Text between tags, with line breaks and runs of spaces as in the source.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - inline: What running text is written as.
  mutating func write(_ text: String, inline: (String) -> String = { $0 }) {
    if mentions, !text.allSatisfy(\.isWhitespace) {
      mentions = false
      if !text.hasPrefix("@") { layout.write("@") }
    }
    if preformatted > 0 {
      layout.writePreformatted(text)
    } else {
      layout.writeCollapsing(inline(text))
    }
  }

  mutating func endLine() {
    if cells > 0 { layout.space() } else { layout.endLine() }
  }

  mutating func openBlock(indent: String) {
    endLine()
    layout.indent(first: indent, rest: indent)
  }

  mutating func closeBlock() {
    endLine()
    layout.outdent()
  }

  /// Begins `ul` or `ol`.
  mutating func openList(_ element: HTMLElement) {
    endLine()
    let start = element.attributes["start"].flatMap { Int($0) } ?? 1
    lists.append(element.name == "ol" ? .numbers(next: start) : .bullets)
  }

  mutating func closeList() {
    _ = lists.popLast()
    endLine()
  }

  mutating func openItem() {
    endLine()
    guard case .numbers(let number) = lists.last else {
      return layout.indent(first: "- ", rest: "  ")
    }
    lists[lists.count - 1] = .numbers(next: number &+ 1)
    let label = "\(number). "
    layout.indent(first: label, rest: String(repeating: " ", count: label.count))
  }

  /// The bar between two cells, or beside the first and the last.
  mutating func bar() {
    layout.space()
    layout.write("|")
  }

  mutating func rule() {
    endLine()
    layout.write("---")
    endLine()
  }
}
