/// The plain text of a message, as a bot is told it.
enum TeamsText {
  /// Keeps mentions as `<at>Name</at>`, and turns the ends of blocks into line breaks.
  static func plain(_ content: String, contentType: String) -> String {
    guard contentType == "html" else { return content }
    var output = ""
    var rest = content[...]
    while let opening = rest.firstIndex(of: "<") {
      output += decoded(rest[..<opening])
      rest = rest[opening...]
      guard let match = rest.prefixMatch(of: /<\/?([A-Za-z][A-Za-z0-9]*)[^<>]*>/) else {
        output += "<"
        rest.removeFirst()
        continue
      }
      let isEnd = match.0.hasPrefix("</")
      switch match.1.lowercased() {
      case "at": output += isEnd ? "</at>" : "<at>"
      case "br": output += "\n"
      case "p", "div", "li", "h1", "h2", "h3": output += isEnd ? "\n" : ""
      default: break
      }
      rest = rest[match.range.upperBound...]
    }
    let text = output + decoded(rest)
    return text.trimmingSuffix { $0.isWhitespace }
  }

  private static let names: [Substring: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ",
  ]

  private static func decoded(_ text: Substring) -> String {
    String(text).replacing(/&(#x[0-9A-Fa-f]{1,6}|#\d{1,7}|[a-z]{2,5});/) { match in
      let name = match.1
      if let known = names[name] { return known }
      let number =
        name.hasPrefix("#x")
        ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
      return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? String(match.0)
    }
  }
}

extension String {
  fileprivate func trimmingSuffix(while holds: (Character) -> Bool) -> String {
    var text = self
    while let last = text.last, holds(last) { text.removeLast() }
    return text
  }
}
