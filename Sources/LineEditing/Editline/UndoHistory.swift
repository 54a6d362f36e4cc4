/// What the line was before each change, so that changes can be taken back one by one.
///
/// A value that is told what the line is after every key, whoever has changed it.
struct UndoHistory {
  typealias Line = CompletionSession.Line

  /// What kind of key led to a line.
  enum Change: Hashable {
    /// A character typed where the cursor was; one word of them is one change.
    case typing
    /// A character typed in vi's insert mode; all until the mode is left are one change.
    case inserting
    /// A character deleted; several in a row are one change.
    case deleting
    case other
  }

  private static let limit = 1000

  private var states: [Line]
  private var last: Change?

  /// Begins with the line that nothing can be taken back from.
  init(_ line: Line = Line(text: [], cursor: 0)) {
    states = [line]
  }

  /// Notes the line as it is now.
  mutating func note(_ line: Line, after change: Change) {
    let current = states[states.count - 1]
    guard line.text != current.text else {
      if line.cursor != current.cursor {
        states[states.count - 1].cursor = line.cursor
        last = nil
      }
      return
    }
    if change == last, change != .other, !(change == .typing && Self.beginsWord(line)) {
      states[states.count - 1] = line
    } else {
      states.append(line)
      if states.count > Self.limit { states.removeFirst() }
    }
    last = change
  }

  /// Takes the last change back.
  ///
  /// - Returns: The line before it; `nil` where nothing is left to take back.
  mutating func undo() -> Line? {
    guard states.count > 1 else { return nil }
    states.removeLast()
    last = nil
    return states.last
  }

  /// Whether the character just typed is the first of a word.
  private static func beginsWord(_ line: Line) -> Bool {
    guard line.cursor >= 2, line.cursor <= line.text.count else { return false }
    return line.text[line.cursor - 2].properties.isWhitespace
      && !line.text[line.cursor - 1].properties.isWhitespace
  }
}
