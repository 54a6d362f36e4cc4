/// Decides what each element of a message means in plain text.
struct HTMLTextWriter {
  private var blocks = TextBlocks()
  private var links: [Link] = []
  private var isFirstCell = true

  private struct Link {
    let address: String
    let start: Int
  }

  /// Text between tags, with line breaks and runs of spaces as in the source.
  mutating func text(_ text: String) { blocks.write(text) }

  /// Whether the inside of the element is text at all.
  mutating func open(_ element: HTMLElement) -> Bool {
    switch element.name {
    case "head", "script", "style", "title", "template": return false
    case "at": blocks.mentions = true
    case "a":
      links.append(Link(address: element.attributes["href"] ?? "", start: blocks.layout.mark))
    case "img", "emoji", "video", "audio", "attachment": standIn(for: element)
    case "br": blocks.layout.breakLine(inCell: blocks.cells > 0)
    case "hr": blocks.rule()
    case "ul", "ol": blocks.openList(element)
    case "li": blocks.openItem()
    case "blockquote": blocks.openBlock(indent: "> ")
    case "pre", "codeblock":
      blocks.openBlock(indent: "    ")
      blocks.preformatted += 1
    case "code" where blocks.preformatted == 0: blocks.layout.write("`")
    case "tr": openRow()
    case "td", "th": openCell()
    case let name where Self.lineBreaking.contains(name): blocks.endLine()
    default: break
    }
    return true
  }

  mutating func close(_ name: String) {
    switch name {
    case "at": blocks.mentions = false
    case "a": closeLink()
    case "ul", "ol": blocks.closeList()
    case "li", "blockquote": blocks.closeBlock()
    case "pre", "codeblock":
      blocks.preformatted -= 1
      blocks.closeBlock()
    case "code" where blocks.preformatted == 0: blocks.layout.write("`")
    case "td", "th": blocks.cells = max(0, blocks.cells - 1)
    case "attachment": blocks.endLine()
    case let name where Self.lineBreaking.contains(name): blocks.endLine()
    default: break
    }
  }

  /// The whole text; lines have no spaces at their ends, and empty lines come one at a time.
  func finished() -> String { blocks.layout.finished() }

  private static let lineBreaking: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer",
    "figure", "figcaption", "address", "dl", "dt", "dd", "table", "tr", "caption", "details",
    "summary", "form", "center",
  ]
}

extension HTMLTextWriter {
  private mutating func openRow() {
    blocks.endLine()
    isFirstCell = true
  }

  private mutating func openCell() {
    if !isFirstCell {
      blocks.bar()
      blocks.layout.space()
    }
    isFirstCell = false
    blocks.cells += 1
  }

  /// Words in brackets for what text cannot show; an emoji has a text of its own.
  private mutating func standIn(for element: HTMLElement) {
    let alternative = element.attributes["alt"] ?? ""
    let isEmoji =
      element.name == "emoji" || element.attributes["itemtype"]?.hasSuffix("/Emoji") == true
    if isEmoji, !alternative.isEmpty { return blocks.layout.write(alternative) }
    switch element.name {
    case "emoji": blocks.layout.write("(\(element.attributes["title"] ?? "emoji"))")
    case "img": blocks.layout.write("[image]")
    case "attachment":
      blocks.endLine()
      blocks.layout.write("[attachment]")
    default: blocks.layout.write("[\(element.name)]")
    }
  }

  /// Adds the address, unless the text is the address already.
  private mutating func closeLink() {
    guard let link = links.popLast(), !link.address.isEmpty else { return }
    let text = blocks.layout.text(since: link.start)
    guard Self.bare(text) != Self.bare(link.address) else { return }
    blocks.layout.write(text.isEmpty ? link.address : " (\(link.address))")
  }

  /// An address without what people leave out when they write it down.
  private static func bare(_ address: String) -> Substring {
    var bare = address.lowercased()[...]
    for scheme in ["https://", "http://", "mailto:", "tel:"] where bare.hasPrefix(scheme) {
      bare = bare.dropFirst(scheme.count)
    }
    return bare.hasSuffix("/") ? bare.dropLast() : bare
  }
}
