/// A line as a screen of some width shows it, worked out without a painter.
package enum ShownRows {
  /// The rows, without the blanks at their ends.
  package static func of(_ line: String, columns: Int) -> String {
    var rows = [""]
    var used = 0
    for scalar in line.unicodeScalars {
      let width = scalar.value > 0x1100 ? 2 : 1
      if used + width > columns {
        rows.append("")
        used = 0
      }
      rows[rows.count - 1].unicodeScalars.append(scalar)
      used += width
    }
    return rows.map(trimmed).joined(separator: "\n")
  }

  /// A text without the blanks at the end of its last row.
  package static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
