/// Parts text into lines of some width.
package enum TextWrap {
  /// The text in pieces of no more than the width, parted anywhere: for ids, of which nothing may be lost.
  static func pieces(of text: String, width: Int) -> [String] {
    guard DisplayWidth.of(text) > width, width > 0 else { return [text] }
    var pieces = [""]
    var filled = 0
    for character in text {
      let next = DisplayWidth.of(character)
      if filled + next > width, !pieces[pieces.count - 1].isEmpty {
        pieces.append("")
        filled = 0
      }
      pieces[pieces.count - 1].append(character)
      filled += next
    }
    return pieces
  }

  /// The text in some lines, parted at blanks where there are any; what is more is cut with `…`.
  static func lines(of text: String, width: Int, atMost count: Int) -> [String] {
    guard count > 1, DisplayWidth.of(text) > width else {
      return [DisplayWidth.cut(text, to: width)]
    }
    var lines: [String] = []
    var rest = text[...]
    while lines.count < count - 1, DisplayWidth.of(String(rest)) > width {
      let line = head(of: rest, width: width)
      lines.append(String(line).trimmingBlanks)
      rest = rest[line.endIndex...].drop { $0 == " " }
    }
    if !rest.isEmpty { lines.append(DisplayWidth.cut(String(rest), to: width)) }
    return lines
  }

  /// The text's paragraphs, each in lines of no more than the width where its words allow it.
  ///
  /// A word that is wider stands alone and whole, so that an address can still be copied.
  package static func folded(_ text: String, width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      guard width > 0, DisplayWidth.of(String(paragraph)) > width else {
        return [String(paragraph)]
      }
      var lines = [""]
      var filled = 0
      for word in paragraph.split(separator: " ").flatMap({ parts(of: $0, width: width) }) {
        let wide = DisplayWidth.of(String(word))
        if filled > 0, filled + 1 + wide > width {
          lines.append("")
          filled = 0
        }
        lines[lines.count - 1] += (filled > 0 ? " " : "") + word
        filled += wide + (filled > 0 ? 1 : 0)
      }
      return lines
    }
  }

  /// A word, parted where it is wider than a line and of a script that is written without blanks.
  private static func parts(of word: Substring, width: Int) -> [Substring] {
    guard DisplayWidth.of(String(word)) > width, word.contains(where: { DisplayWidth.of($0) > 1 })
    else { return [word] }
    return pieces(of: String(word), width: width).map { $0[...] }
  }

  /// As much of the text as the width holds, up to a blank unless that would waste over half of it.
  private static func head(of text: Substring, width: Int) -> Substring {
    var filled = 0
    var end = text.startIndex
    var blank: Substring.Index?
    while end < text.endIndex {
      let next = DisplayWidth.of(text[end])
      if filled + next > width, end > text.startIndex { break }
      if text[end] == " ", filled * 2 > width { blank = end }
      filled += next
      end = text.index(after: end)
    }
    if end < text.endIndex, text[end] == " " { return text[..<end] }
    return text[..<(blank ?? end)]
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(self[...].trimmingSuffix(" "))
  }
}
