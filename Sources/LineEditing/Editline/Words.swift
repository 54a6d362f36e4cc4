/// Finds places in a line of scalars, and changes words there.
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

  /// Where the cursor's line of a statement of several lines begins and ends.
  static func bounds(ofLineIn line: Line) -> Range<Int> {
    let start = (line.text[..<line.cursor].lastIndex(of: "\n") ?? -1) + 1
    return start..<(line.text[line.cursor...].firstIndex(of: "\n") ?? line.text.count)
  }

  /// How far it is to the next character a person sees, or with `false` to the one before.
  static func step(in line: Line, forward: Bool) -> Int {
    let part = forward ? line.text[line.cursor...] : line.text[..<line.cursor]
    // A character with all its marks and joiners is found without looking at a long line whole.
    let near = forward ? part.prefix(64) : part.suffix(64)
    let text = String(String.UnicodeScalarView(near))
    return (forward ? text.first : text.last)?.unicodeScalars.count ?? 0
  }

  /// The line with the word at the cursor and the one before it in each other's place.
  ///
  /// - Returns: `nil` where there are no two words.
  static func transposed(_ line: Line) -> Line? {
    let end = end(after: line)
    var last = Line(text: line.text, cursor: end)
    guard line.text[..<end].contains(where: isLetter) else { return nil }
    last.cursor = start(before: last)
    let lastEnd = line.text[last.cursor..<end].lastIndex(where: isLetter).map { $0 + 1 } ?? end
    let first = Line(text: line.text, cursor: start(before: last))
    let firstEnd = Words.end(after: first)
    guard first.cursor < last.cursor, firstEnd <= last.cursor else { return nil }
    let text =
      line.text[..<first.cursor] + line.text[last.cursor..<lastEnd]
      + line.text[firstEnd..<last.cursor] + line.text[first.cursor..<firstEnd]
      + line.text[lastEnd...]
    return Line(text: Array(text), cursor: lastEnd)
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
