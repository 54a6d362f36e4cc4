/// Turns the HTML of a message into Markdown that reads well as it is.
///
///     <p>See <a href="https://contoso.com/x">the plan</a>:</p><ul><li><b>one</b></li></ul>
///
/// becomes
///
///     See [the plan](https://contoso.com/x):
///     - **one**
///
/// What would be markup in the text itself is escaped.
package enum MarkdownText {
  /// The Markdown; the source as text on a system without libxml2.
  package static func markdown(_ html: String, parts: MessageParts) -> String {
    var writer = MarkdownWriter(parts: parts)
    let isParsed = HTMLTree.walk(HTMLText.bytes(of: html)) { event in
      switch event {
      case .text(let text): writer.text(text)
      case .open(let element): return writer.open(element)
      case .close(let name): writer.close(name)
      }
      return true
    }
    return isParsed ? writer.finished() : escaped(html)
  }

  /// Text in which nothing is markup; its lines stay lines.
  package static func escaped(_ text: String) -> String {
    var lines: [String] = []
    for line in HostileText.visibleLines(text).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    {
      lines.append(escapedLine(line))
    }
    return lines.joined(separator: "  \n")
  }

  /// One line of text; at its start some characters mean a heading, a list or a rule.
  private static func escapedLine(_ line: Substring) -> String {
    let inline = inline(String(line))
    guard let first = inline.first else { return "" }
    if "#+-=".contains(first) { return "\\" + inline }
    let digits = inline.prefix(while: \.isNumber)
    guard !digits.isEmpty, let sign = inline.dropFirst(digits.count).first, ".)".contains(sign)
    else {
      return inline
    }
    return "\(digits)\\\(inline.dropFirst(digits.count))"
  }

  /// A part of a line.
  static func inline(_ text: String) -> String {
    guard text.contains(where: isMarkup) else { return text }
    return text.reduce(into: "") { result, character in
      if isMarkup(character) { result += "\\" }
      result.append(character)
    }
  }

  private static func isMarkup(_ character: Character) -> Bool {
    "\\`*_[]<>|~".contains(character)
  }

  /// An address as it stands in a link's parentheses.
  package static func address(_ address: String) -> String {
    address.utf8.reduce(into: "") { result, byte in
      let isPlain = byte > 0x20 && byte < 0x7F && !"()<>\\".utf8.contains(byte)
      result +=
        isPlain
        ? String(Unicode.Scalar(byte))
        : "%" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
  }
}
