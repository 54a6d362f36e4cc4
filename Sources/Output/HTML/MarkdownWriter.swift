/// Decides what each element of a message means in Markdown.
struct MarkdownWriter {
  private let parts: MessageParts
  private var layout = TextLayout()
  private var lists: [ListKind] = []
  private var links: [String?] = []
  private var preformatted = 0
  private var cells = 0
  /// How many rows the open table has so far, and how many cells the first one.
  private var rows = 0
  private var width = 0
  private var mentions = false

  private enum ListKind {
    case bullets
    case numbers(next: Int)
  }

  init(parts: MessageParts) {
    self.parts = parts
  }

  mutating func text(_ text: String) {
    let text = HostileText.visibleLines(text)
    if mentions, !text.allSatisfy(\.isWhitespace) {
      mentions = false
      if !text.hasPrefix("@") { layout.write("@") }
    }
    if preformatted > 0 {
      layout.writePreformatted(text)
    } else {
      layout.writeCollapsing(MarkdownText.inline(text))
    }
  }

  /// Whether the inside of the element is wanted.
  mutating func open(_ element: HTMLElement) -> Bool {
    guard !element.isHidden else { return false }
    if let emoji = element.emoji {
      layout.write(MarkdownText.inline(emoji))
      return true
    }
    switch element.name {
    case "at": mentions = true
    case "a":
      links.append(element.safeLink)
      if element.safeLink != nil { layout.write("[") }
    case "img": picture(element)
    case "br": layout.breakLine(inCell: cells > 0)
    case "hr": rule()
    case "ul": openList(.bullets)
    case "ol": openList(.numbers(next: element.attributes["start"].flatMap { Int($0) } ?? 1))
    case "li": openItem()
    case "blockquote": openBlock(indent: "> ")
    case "pre", "codeblock":
      endLine()
      if cells == 0, preformatted == 0 { layout.write("```") }
      endLine()
      preformatted += 1
    case "table": (rows, width) = (0, 0)
    case "tr": openRow()
    case "td", "th": openCell()
    case let name where Self.marks[name] != nil && preformatted == 0:
      layout.write(Self.marks[name] ?? "")
    case let name where Self.headings.contains(name):
      endLine()
      if cells == 0 { layout.write("**") }
    case let name where Self.blocks.contains(name): endLine()
    default: break
    }
    return true
  }

  mutating func close(_ name: String) {
    switch name {
    case "at": mentions = false
    case "a":
      if let link = links.popLast() ?? nil { layout.write("](\(MarkdownText.address(link)))") }
    case "ul", "ol":
      _ = lists.popLast()
      endLine()
    case "li", "blockquote":
      endLine()
      layout.outdent()
    case "pre", "codeblock":
      preformatted = max(0, preformatted - 1)
      endLine()
      if cells == 0, preformatted == 0 { layout.write("```") }
      endLine()
    case "td", "th": cells = max(0, cells - 1)
    case "tr": closeRow()
    case let name where Self.marks[name] != nil && preformatted == 0:
      layout.write(Self.marks[name] ?? "")
    case let name where Self.headings.contains(name):
      if cells == 0 { layout.write("**") }
      endLine()
    case let name where Self.blocks.contains(name): endLine()
    default: break
    }
  }

  /// The whole text, without spaces at the ends of lines.
  func finished() -> String { layout.finished() }

  private static let marks = [
    "b": "**", "strong": "**", "i": "_", "em": "_", "s": "~~", "strike": "~~", "del": "~~",
    "code": "`",
  ]

  private static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]

  private static let blocks: Set<String> = [
    "p", "div", "section", "article", "figure", "figcaption", "dl", "dt", "dd", "table", "caption",
  ]
}

extension MarkdownWriter {
  private mutating func endLine() {
    if cells > 0 { layout.space() } else { layout.endLine() }
  }

  private mutating func openBlock(indent: String) {
    endLine()
    layout.indent(first: indent, rest: indent)
  }

  private mutating func openList(_ kind: ListKind) {
    endLine()
    lists.append(kind)
  }

  private mutating func openItem() {
    endLine()
    guard case .numbers(let number) = lists.last else {
      return layout.indent(first: "- ", rest: "  ")
    }
    lists[lists.count - 1] = .numbers(next: number &+ 1)
    let label = "\(number). "
    layout.indent(first: label, rest: String(repeating: " ", count: label.count))
  }

  private mutating func openRow() {
    endLine()
  }

  private mutating func openCell() {
    if cells == 0 {
      if rows == 0 { width += 1 }
      layout.space()
      layout.write("|")
      layout.space()
    }
    cells += 1
  }

  private mutating func closeRow() {
    if cells == 0 {
      layout.space()
      layout.write("|")
    }
    endLine()
    rows += 1
    guard rows == 1, width > 0 else { return }
    layout.write("|" + String(repeating: " --- |", count: width))
    layout.endLine()
  }

  private mutating func rule() {
    endLine()
    layout.write("---")
    endLine()
  }

  private mutating func picture(_ element: HTMLElement) {
    let words = element.attributes["alt"] ?? ""
    let name = MarkdownText.inline(words.isEmpty ? "image" : words)
    if let file = element.attributes["src"].flatMap(parts.picture) {
      layout.write("![\(name)](\(MarkdownText.address(file)))")
    } else {
      layout.write("\\[\(name)\\]")
    }
  }
}
