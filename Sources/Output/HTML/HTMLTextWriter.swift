/// Decides what each element of a message means in plain text.
struct HTMLTextWriter {
  private var layout = TextLayout()
  private var lists: [ListKind] = []
  private var links: [Link] = []
  private var preformatted = 0
  /// Open table cells; in a cell everything stays on one line.
  private var cells = 0
  private var isFirstCell = true
  /// Whether the next text is a person's name, to be marked by an `@`.
  private var mentions = false

  private enum ListKind {
    case bullets
    case numbers(next: Int)
  }

  private struct Link {
    let address: String
    let start: Int
  }

  /// Text between tags, with line breaks and runs of spaces as in the source.
  mutating func text(_ text: String) {
    if mentions, !text.allSatisfy(\.isWhitespace) {
      mentions = false
      if !text.hasPrefix("@") { layout.write("@") }
    }
    if preformatted > 0 {
      layout.writePreformatted(text)
    } else {
      layout.writeCollapsing(text)
    }
  }

  /// Whether the inside of the element is text at all.
  mutating func open(_ element: HTMLElement) -> Bool {
    switch element.name {
    case "head", "script", "style", "title", "template": return false
    case "at": mentions = true
    case "a": links.append(Link(address: element.attributes["href"] ?? "", start: layout.mark))
    case "img", "emoji", "video", "audio", "attachment": standIn(for: element)
    case "br": layout.breakLine(inCell: cells > 0)
    case "hr": rule()
    case "ul": openList(.bullets)
    case "ol": openList(.numbers(next: element.attributes["start"].flatMap { Int($0) } ?? 1))
    case "li": openItem()
    case "blockquote": openBlock(indent: "> ")
    case "pre", "codeblock":
      openBlock(indent: "    ")
      preformatted += 1
    case "code" where preformatted == 0: layout.write("`")
    case "tr": openRow()
    case "td", "th": openCell()
    case let name where Self.blocks.contains(name): endLine()
    default: break
    }
    return true
  }

  mutating func close(_ name: String) {
    switch name {
    case "at": mentions = false
    case "a": closeLink()
    case "ul", "ol":
      _ = lists.popLast()
      endLine()
    case "li", "blockquote": closeBlock()
    case "pre", "codeblock":
      preformatted -= 1
      closeBlock()
    case "code" where preformatted == 0: layout.write("`")
    case "td", "th": cells = max(0, cells - 1)
    case "attachment": endLine()
    case let name where Self.blocks.contains(name): endLine()
    default: break
    }
  }

  /// The whole text; lines have no spaces at their ends, and empty lines come one at a time.
  func finished() -> String { layout.finished() }

  private static let blocks: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer",
    "figure", "figcaption", "address", "dl", "dt", "dd", "table", "tr", "caption", "details",
    "summary", "form", "center",
  ]
}

extension HTMLTextWriter {
  private mutating func endLine() {
    if cells > 0 { layout.space() } else { layout.endLine() }
  }

  private mutating func openBlock(indent: String) {
    endLine()
    layout.indent(first: indent, rest: indent)
  }

  private mutating func closeBlock() {
    endLine()
    layout.outdent()
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
    isFirstCell = true
  }

  private mutating func openCell() {
    if !isFirstCell {
      layout.space()
      layout.write("|")
      layout.space()
    }
    isFirstCell = false
    cells += 1
  }

  private mutating func rule() {
    endLine()
    layout.write("---")
    endLine()
  }

  /// Words in brackets for what text cannot show; an emoji has a text of its own.
  private mutating func standIn(for element: HTMLElement) {
    let alternative = element.attributes["alt"] ?? ""
    let isEmoji =
      element.name == "emoji" || element.attributes["itemtype"]?.hasSuffix("/Emoji") == true
    if isEmoji, !alternative.isEmpty { return layout.write(alternative) }
    switch element.name {
    case "emoji": layout.write("(\(element.attributes["title"] ?? "emoji"))")
    case "img": layout.write("[image]")
    case "attachment":
      endLine()
      layout.write("[attachment]")
    default: layout.write("[\(element.name)]")
    }
  }

  /// Adds the address, unless the text is the address already.
  private mutating func closeLink() {
    guard let link = links.popLast(), !link.address.isEmpty else { return }
    let text = layout.text(since: link.start)
    guard Self.bare(text) != Self.bare(link.address) else { return }
    layout.write(text.isEmpty ? link.address : " (\(link.address))")
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
