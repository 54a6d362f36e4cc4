import Output

/// Draws one view over the one before it, in the midst of what else is on the screen.
///
/// The cursor stands in the line below the view. A view that is too tall is cut: what has left the
/// screen could not be drawn over.
package struct WatchView: Sendable {
  private var shown: [String] = []

  package init() {}

  /// What to write for the next view.
  ///
  /// - Parameters:
  ///   - lines: The view's lines, which may hold colours.
  ///   - columns: The width of the screen now.
  ///   - rows: Its height.
  /// - Returns: The text, which first goes back over the view before.
  package mutating func text(for lines: [String], columns: Int, rows: Int) -> String {
    let room = max(rows - 1, 2)
    let height = Self.height(of: shown, columns: columns)
    let up = height > 0 ? "\u{1B}[\(min(height, room))A" : ""
    shown = Self.cut(lines, columns: columns, to: room)
    return "\r\(up)\u{1B}[J" + shown.map { $0 + "\n" }.joined()
  }

  private static func cut(_ lines: [String], columns: Int, to room: Int) -> [String] {
    guard height(of: lines, columns: columns) > room else { return lines }
    var kept: [String] = []
    var left = room - 1
    for line in lines {
      left -= height(of: line, columns: columns)
      guard left >= 0 else { break }
      kept.append(line)
    }
    return kept + ["… \(lines.count - kept.count) more lines"]
  }

  private static func height(of lines: [String], columns: Int) -> Int {
    lines.reduce(0) { $0 + height(of: $1, columns: columns) }
  }

  /// How many rows a line takes; colours take no room.
  static func height(of line: String, columns: Int) -> Int {
    var text = ""
    var rest = line[...]
    while let escape = rest.firstRange(of: "\u{1B}[") {
      text += rest[..<escape.lowerBound]
      rest = rest[escape.upperBound...].drop { !$0.isLetter }.dropFirst()
    }
    let width = DisplayWidth.of(text + rest)
    return max(1, (width + columns - 1) / max(columns, 1))
  }
}
