/// Finds places in a line of scalars.
enum Words {
  typealias Line = CompletionSession.Line

  /// The start of the word before the cursor.
  static func start(
    before line: Line, isWord: (Unicode.Scalar) -> Bool = isLetter
  ) -> Int {
    let before = line.text[..<line.cursor]
    guard let last = before.lastIndex(where: isWord) else { return 0 }
    return (before[...last].lastIndex { !isWord($0) } ?? -1) + 1
  }

  /// The end of the word at or after the cursor.
  static func end(after line: Line) -> Int {
    let after = line.text[line.cursor...]
    guard let first = after.firstIndex(where: isLetter) else { return line.text.count }
    return after[first...].firstIndex { !isLetter($0) } ?? line.text.count
  }

  /// The cursor's place on another line of a statement of several lines; `nil` where there is none.
  static func column(of line: Line, linesAway step: Int) -> Int? {
    let lines = line.text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let current = lines.firstIndex(where: { line.cursor <= $0.endIndex }),
      lines.indices.contains(current + step)
    else { return nil }
    let target = lines[current + step]
    return min(target.startIndex + line.cursor - lines[current].startIndex, target.endIndex)
  }

  /// The last word of a statement, its quotes included.
  static func last(of text: String) -> String {
    var quote: Character?
    var isEscaped = false
    var start = text.startIndex
    var wasBlank = true
    for index in text.indices {
      let character = text[index]
      let isBlank = quote == nil && !isEscaped && character.isWhitespace
      if !isBlank, wasBlank { start = index }
      wasBlank = isBlank
      if isEscaped {
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
      }
    }
    let trailing = text.reversed().prefix { $0.isWhitespace }.count
    return String(text[start...].dropLast(wasBlank ? trailing : 0))
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
  }
}
