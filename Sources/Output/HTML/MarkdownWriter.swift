/// Decides what each element of a message means in Markdown.
struct MarkdownWriter {
  private let parts: MessageParts
  private var blocks = TextBlocks()
  private var links: [String?] = []
  /// How many rows the open table has so far, and how many cells the first one.
  private var rows = 0
  private var width = 0

  init(parts: MessageParts) {
    self.parts = parts
  }

  mutating func text(_ text: String) {
    blocks.write(HostileText.visibleLines(text), inline: MarkdownText.inline)
  }

  /// Whether the inside of the element is wanted.
  mutating func open(_ element: HTMLElement) -> Bool {
    guard !element.isHidden else { return false }
    if let emoji = element.emoji {
      blocks.layout.write(MarkdownText.inline(emoji))
      return true
    }
    switch element.name {
    case "at": blocks.mentions = true
    case "a":
      links.append(element.safeLink)
      if element.safeLink != nil { blocks.layout.write("[") }
    case "img": picture(element)
    case "br": blocks.layout.breakLine(inCell: blocks.cells > 0)
    case "hr": blocks.rule()
    case "ul", "ol": blocks.openList(element)
    case "li": blocks.openItem()
    case "blockquote": blocks.openBlock(indent: "> ")
    case "pre", "codeblock":
      blocks.endLine()
      if blocks.cells == 0, blocks.preformatted == 0 { blocks.layout.write("```") }
      blocks.endLine()
      blocks.preformatted += 1
    case "table": (rows, width) = (0, 0)
    case "tr": blocks.endLine()
    case "td", "th": openCell()
    case let name where Self.marks[name] != nil && blocks.preformatted == 0:
      blocks.layout.write(Self.marks[name] ?? "")
    case let name where Self.headings.contains(name):
      blocks.endLine()
      if blocks.cells == 0 { blocks.layout.write("**") }
    case let name where Self.lineBreaking.contains(name): blocks.endLine()
    default: break
    }
    return true
  }

  mutating func close(_ name: String) {
    switch name {
    case "at": blocks.mentions = false
    case "a":
      if let link = links.popLast() ?? nil {
        blocks.layout.write("](\(MarkdownText.address(link)))")
      }
    case "ul", "ol": blocks.closeList()
    case "li", "blockquote": blocks.closeBlock()
    case "pre", "codeblock":
      blocks.preformatted = max(0, blocks.preformatted - 1)
      blocks.endLine()
      if blocks.cells == 0, blocks.preformatted == 0 { blocks.layout.write("```") }
      blocks.endLine()
    case "td", "th": blocks.cells = max(0, blocks.cells - 1)
    case "tr": closeRow()
    case let name where Self.marks[name] != nil && blocks.preformatted == 0:
      blocks.layout.write(Self.marks[name] ?? "")
    case let name where Self.headings.contains(name):
      if blocks.cells == 0 { blocks.layout.write("**") }
      blocks.endLine()
    case let name where Self.lineBreaking.contains(name): blocks.endLine()
    default: break
    }
  }

  /// The whole text, without spaces at the ends of lines.
  func finished() -> String { blocks.layout.finished() }

  private static let marks = [
    "b": "**", "strong": "**", "i": "_", "em": "_", "s": "~~", "strike": "~~", "del": "~~",
    "code": "`",
  ]

  private static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]

  private static let lineBreaking: Set<String> = [
    "p", "div", "section", "article", "figure", "figcaption", "dl", "dt", "dd", "table", "caption",
  ]
}

extension MarkdownWriter {
  private mutating func openCell() {
    if blocks.cells == 0 {
      if rows == 0 { width += 1 }
      blocks.bar()
      blocks.layout.space()
    }
    blocks.cells += 1
  }

  private mutating func closeRow() {
    if blocks.cells == 0 {
      blocks.bar()
    }
    blocks.endLine()
    rows += 1
    guard rows == 1, width > 0 else { return }
    blocks.layout.write("|" + String(repeating: " --- |", count: width))
    blocks.layout.endLine()
  }

  private mutating func picture(_ element: HTMLElement) {
    let words = element.attributes["alt"] ?? ""
    let name = MarkdownText.inline(words.isEmpty ? "image" : words)
    if let file = element.attributes["src"].flatMap(parts.picture) {
      blocks.layout.write("![\(name)](\(MarkdownText.address(file)))")
    } else {
      blocks.layout.write("\\[\(name)\\]")
    }
  }
}
