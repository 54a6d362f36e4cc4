/// The text of an activity, as Teams turns it into a message.
///
/// Bots write Markdown, in which a few HTML elements may stand; everything else that looks like an
/// element is text.
enum TeamsMarkdown {
  private static let plainElements: Set<Substring> = [
    "b", "i", "u", "s", "strong", "em", "br", "p", "pre", "code", "ul", "ol", "li", "h1", "h2",
    "h3", "strike", "blockquote",
  ]

  static func html(_ text: String) -> String {
    let blocks = text.replacing("\r\n", with: "\n").split(separator: /\n[ \t]*\n/)
    let parts = blocks.map(block)
    guard parts.count > 1 else { return parts.first ?? "" }
    return parts.map { $0.hasPrefix("<ul>") || $0.hasPrefix("<ol>") ? $0 : "<p>\($0)</p>" }
      .joined()
  }

  private static func block(_ text: Substring) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if let items = items(lines, marker: /[-*+][ ]+/) { return "<ul>\(items)</ul>" }
    if let items = items(lines, marker: /\d{1,9}[.)][ ]+/) { return "<ol>\(items)</ol>" }
    if lines.count == 1, let match = text.wholeMatch(of: /(#{1,3})[ ]+(.+)/) {
      return "<h\(match.1.count)>\(inline(match.2))</h\(match.1.count)>"
    }
    return inline(text).replacing(/[ ]{2,}\n/, with: "<br>\n")
  }

  /// The items of a list, when every line is one.
  private static func items(
    _ lines: [Substring], marker: Regex<Substring>
  ) -> String? {
    var items = ""
    for line in lines {
      guard let match = line.prefixMatch(of: marker) else { return nil }
      items += "<li>\(inline(line[match.range.upperBound...]))</li>"
    }
    return items
  }

  private static func inline(_ text: Substring) -> String {
    var output = ""
    var rest = text
    while let opening = rest.firstIndex(of: "`") {
      output += emphasized(escaped(rest[..<opening]))
      let code = rest[rest.index(after: opening)...]
      guard let closing = code.firstIndex(of: "`") else {
        return output + emphasized(escaped(rest[opening...]))
      }
      output += "<code>\(fullyEscaped(code[..<closing]))</code>"
      rest = code[code.index(after: closing)...]
    }
    return output + emphasized(escaped(rest))
  }

  private static func emphasized(_ text: String) -> String {
    text
      .replacing(/\[([^\[\]\n]+)\]\((https?:\/\/[^\s()"<>]+)\)/) {
        "<a href=\"\($0.2)\">\($0.1)</a>"
      }
      .replacing(/\*\*([^*\n]+)\*\*/) { "<strong>\($0.1)</strong>" }
      .replacing(/(^|[\s(>])[*]([^*\s][^*\n]*)[*]/) { "\($0.1)<em>\($0.2)</em>" }
      .replacing(/(^|[\s(>])_([^_\s][^_\n]*)_/) { "\($0.1)<em>\($0.2)</em>" }
      .replacing(/~~([^~\n]+)~~/) { "<s>\($0.1)</s>" }
  }

  /// The text with `&` and `<` as text, but for the elements that Teams lets through.
  private static func escaped(_ text: Substring) -> String {
    var output = ""
    var rest = text
    while let index = rest.firstIndex(where: { $0 == "<" || $0 == "&" }) {
      output += rest[..<index]
      rest = rest[index...]
      if let entity = rest.prefixMatch(of: /&(#\d{1,7}|[A-Za-z]{2,8});/) {
        output += entity.0
        rest = rest[entity.range.upperBound...]
      } else if let element = element(at: rest) {
        output += element
        rest = rest.dropFirst(element.count)
      } else {
        output += rest.first == "<" ? "&lt;" : "&amp;"
        rest.removeFirst()
      }
    }
    return output + rest
  }

  private static func element(at text: Substring) -> Substring? {
    if let link = text.prefixMatch(of: /<a href="https?:\/\/[^"<>\s]*">/) { return link.0 }
    guard let match = text.prefixMatch(of: /<\/?([A-Za-z0-9]+)\s*\/?>/) else { return nil }
    let name = match.1.lowercased()[...]
    return plainElements.contains(name) || match.0 == "</a>" ? match.0 : nil
  }

  static func fullyEscaped(_ text: some StringProtocol) -> String {
    String(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }
}
