import Output

/// A line of a script with carets under the place at fault, cut so that the place is on the screen.
///
///     message send General $txet
///                          ^^^^^
struct Excerpt: Sendable, Hashable {
  let text: String

  /// What is shown of a line at most: indented it fits a screen of 80 columns, where a row that wraps would
  /// part it from its carets.
  private static let widest = 77

  /// - Returns: `nil` where there is no line to show.
  init?(_ location: ScriptLocation) {
    let line = Array(location.lineText)
    guard !line.isEmpty else { return nil }
    let start = min(max(location.column - 1, 0), line.count)
    let end = min(start + max(location.length, 1), line.count)
    let marked = String(line[start..<end])
    var before = line[..<start]
    var isCut = false
    while DisplayWidth.of(String(before)) > Self.widest / 2 {
      before = before.dropFirst()
      isCut = true
    }
    let head = (isCut ? "…" : "") + String(before)
    let room = Self.widest - DisplayWidth.of(head)
    let rest = DisplayWidth.cut(String(line[start...]), to: room)
    // A tab under a tab, so that the terminal moves both by the same distance.
    let padding = head.map { character in
      character == "\t" ? "\t" : String(repeating: " ", count: DisplayWidth.of(character))
    }.joined()
    let width = min(max(DisplayWidth.of(marked), 1), max(1, DisplayWidth.of(rest)))
    text = "\(head)\(rest)\n  \(padding)\(String(repeating: "^", count: width))"
  }
}
