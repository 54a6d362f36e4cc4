/// The candidates of a completion as lines that can be listened to, each with a number to choose it by.
struct NumberedList {
  private let completion: Completion

  /// More than this nobody listens to.
  private static let longest = 20

  init(_ completion: Completion) {
    self.completion = completion
  }

  /// The lines, as `1 Contoso Sales — team`, and how to choose.
  var lines: [String] {
    let shown = completion.candidates.prefix(Self.longest)
    var lines = shown.enumerated().map { index, candidate in
      let name = "\(index + 1) \(Self.line(candidate.display))"
      return candidate.description.isEmpty ? name : "\(name) — \(Self.line(candidate.description))"
    }
    let hidden = completion.total - shown.count
    if hidden > 0 { lines.append("\(hidden) more") }
    if let note = completion.note { lines.append(Self.line(note)) }
    if shown.count > 1 { lines.append("Type a number and Tab to choose, or go on typing.") }
    return lines
  }

  /// Finds what a number typed behind the listed line chooses; `nil` for anything else typed.
  ///
  /// - Parameters:
  ///   - line: The line as it is now.
  ///   - listed: The line below the list.
  /// - Returns: The candidate's index.
  func choice(in line: CompletionSession.Line, listed: CompletionSession.Line) -> Int? {
    let end = listed.cursor
    let tail = listed.text.count - end
    guard line.text.count > listed.text.count, line.text[..<end] == listed.text[..<end],
      line.text.suffix(tail) == listed.text.suffix(tail), line.cursor == line.text.count - tail,
      let number = Int(String(String.UnicodeScalarView(line.text[end..<line.cursor]))),
      (1...min(completion.candidates.count, Self.longest)).contains(number)
    else { return nil }
    return number - 1
  }

  private static func line(_ text: String) -> String {
    LowerRow.glyphs(text).map(\.text).joined()
  }
}
