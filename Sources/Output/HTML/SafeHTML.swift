/// Writes the HTML of a message anew, with nothing in it that could act.
///
/// What comes out has only elements of a short list, each closed where it was opened, with the few
/// attributes that show something: no script, no style, no form, and nothing that is fetched from
/// elsewhere. Of any other element the text stays.
///
///     <p onclick="x()">Hi <at id="0">Adele</at> <script>x()</script><a href="javascript:x()">y</a></p>
///
/// becomes
///
///     <p>Hi <span class="at">@Adele</span> y</p>
package enum SafeHTML {
  /// The HTML, made safe; its source as text on a system without libxml2.
  package static func cleaned(_ html: String, parts: MessageParts) -> String {
    var writer = SafeHTMLWriter(parts: parts)
    let isParsed = HTMLTree.walk(HTMLText.bytes(of: html)) { event in
      switch event {
      case .text(let text): writer.text(text)
      case .open(let element): return writer.open(element)
      case .close(let name): writer.close(name)
      }
      return true
    }
    return isParsed ? writer.html : "<pre>\(html.htmlEscaped)</pre>"
  }

  /// Plain text as HTML.
  package static func text(_ text: String) -> String {
    text.htmlEscaped.replacing("\n", with: "<br>")
  }
}

/// Decides what becomes of each element.
struct SafeHTMLWriter {
  let parts: MessageParts
  private(set) var html = ""
  /// For each element that is open in the source, what closes it here.
  private var closings: [String] = []
  private var mentions = false

  init(parts: MessageParts) {
    self.parts = parts
  }

  /// Deeper nesting than any real message has would only make a browser slow.
  private static let deepest = 100

  private static let kept: Set<String> = [
    "p", "div", "span", "b", "strong", "i", "em", "u", "s", "strike", "del", "ins", "sub", "sup",
    "small", "code", "pre", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3",
    "h4",
    "h5", "h6", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "figure",
    "figcaption",
  ]

  mutating func text(_ text: String) {
    if mentions, !text.allSatisfy(\.isWhitespace) {
      mentions = false
      if !text.hasPrefix("@") { html += "@" }
    }
    html += text.htmlEscaped
  }

  /// Whether the inside of the element is wanted.
  mutating func open(_ element: HTMLElement) -> Bool {
    let isWanted = !element.isHidden
    closings.append(isWanted ? opened(element) : "")
    return isWanted
  }

  mutating func close(_ name: String) {
    if name == "at" { mentions = false }
    html += closings.popLast() ?? ""
  }

  /// Writes what an element begins with, and gives what it ends with.
  private mutating func opened(_ element: HTMLElement) -> String {
    if let emoji = element.emoji {
      html += emoji.htmlEscaped
      return ""
    }
    guard closings.count < Self.deepest else { return " " }
    switch element.name {
    case "br", "hr":
      html += "<\(element.name)>"
      return ""
    case "img":
      html += picture(element)
      return ""
    case "at":
      mentions = true
      html += "<span class=\"at\">"
      return "</span>"
    case "codeblock":
      html += "<pre>"
      return "</pre>"
    case "a":
      guard let link = element.safeLink else { return "" }
      html += "<a href=\"\(link.htmlEscaped)\" rel=\"noopener noreferrer\">"
      return "</a>"
    case let name where Self.kept.contains(name):
      html += "<\(name)\(numbers(of: element))>"
      return "</\(name)>"
    default:
      return ""
    }
  }

  /// The attributes that say how a table or a list is laid out.
  private func numbers(of element: HTMLElement) -> String {
    ["colspan", "rowspan", "start"].compactMap { name in
      element.attributes[name].flatMap { Int($0) }.flatMap { number in
        (1...1000).contains(number) ? " \(name)=\"\(number)\"" : nil
      }
    }.joined()
  }

  /// A picture that was saved; any other would be fetched by whoever reads, and is named instead.
  private func picture(_ element: HTMLElement) -> String {
    let words = element.attributes["alt"] ?? ""
    let name = words.isEmpty ? "image" : words
    guard let file = element.attributes["src"].flatMap(parts.picture) else {
      return "<span class=\"missing\">[\(name.htmlEscaped)]</span>"
    }
    return "<img src=\"\(file.htmlEscaped)\" alt=\"\(name.htmlEscaped)\">"
  }
}
