import Output

/// How help pages are set: headings, two columns, and lines of no more than 80 columns.
enum HelpLayout {
  /// The width that every page fits, on any screen and in documentation.
  static let width = 80

  /// A heading, and below it a name and what it means in each row.
  static func section(_ title: String, _ rows: [(String, String)], widest: Int = 26) -> String {
    "\(title):\n" + HelpLayout.rows(rows, widest: widest)
  }

  /// Names and what they mean; a name that is wider than its column has a line of its own.
  static func rows(_ rows: [(String, String)], widest: Int = 26) -> String {
    let column = rows.map { DisplayWidth.of($0.0) }.filter { $0 <= widest }.max() ?? widest
    let indentation = String(repeating: " ", count: column + 4)
    return rows.map { name, about in
      let lines = TextWrap.folded(about, width: width - column - 4)
      let isWide = DisplayWidth.of(name) > column
      let first =
        isWide ? "  \(name)\n\(indentation)" : "  \(DisplayWidth.padded(name, to: column))  "
      let text = first + lines.joined(separator: "\n\(indentation)")
      return String(text[...].trimmingSuffix(" "))
    }.joined(separator: "\n")
  }

  /// Paragraphs in lines of the page's width.
  static func prose(_ text: String) -> String {
    TextWrap.folded(text, width: width).joined(separator: "\n")
  }

  /// Words side by side, in as many lines as they take, never parted inside.
  static func words(_ words: [String], first: String = "", indentation: Int) -> String {
    var lines = [first]
    for word in words {
      let line = lines[lines.count - 1]
      if DisplayWidth.of(line) + 1 + DisplayWidth.of(word) > width, !line.isEmpty {
        lines.append(String(repeating: " ", count: indentation) + word)
      } else {
        lines[lines.count - 1] += (line.isEmpty || line.hasSuffix(" ") ? "" : " ") + word
      }
    }
    return lines.joined(separator: "\n")
  }
}
