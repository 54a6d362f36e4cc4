extension EditlineLoop {
  func up() {
    if completion != nil { return tab(-1) }
    let line = buffer.line
    if let target = Words.column(of: line, linesAway: -1) {
      return buffer.move(by: target - line.cursor)
    }
    var walk = recall ?? HistoryRecall(lines: earlierLines, typed: buffer.text)
    if let text = walk.older() { put(text) }
    recall = walk
  }

  func down() {
    if completion != nil { return tab(1) }
    let line = buffer.line
    if let target = Words.column(of: line, linesAway: 1) {
      return buffer.move(by: target - line.cursor)
    }
    if let text = recall?.newer() { put(text) }
  }

  /// Gives the keyboard to a search through earlier lines, until a key is none of its own.
  func searchEarlierLines(_ direction: HistorySearch.Direction) {
    var current = HistorySearch(lines: earlierLines, direction: direction)
    search = current
    isSearchDropped = false
    completion = nil
    defer {
      isSearchDropped = false
      if !current.pattern.isEmpty { lastPattern = current.pattern }
      search = nil
    }
    while let key = readKey() {
      switch key {
      case .character(let scalar): current.type(scalar)
      case .paste(let text): for scalar in text.unicodeScalars { current.type(scalar) }
      case .control(0x12), .named(.up), .control(0x10): current.next(.older, repeating: lastPattern)
      case .control(0x13), .named(.down), .control(0x0E):
        current.next(.newer, repeating: lastPattern)
      case .control(0x7F), .control(0x08): current.deleteBack()
      case .control(0x07): return
      case .named(.escape): return put(current.match)
      default:
        put(current.match)
        return reader.pushBack(key)
      }
      search = current
    }
  }

  /// vi's `n` and `N`: goes on with the search before.
  func searchAgain(_ direction: HistorySearch.Direction) {
    guard !lastPattern.isEmpty else { return screen.beep() }
    var search = HistorySearch(lines: earlierLines, for: lastPattern, at: buffer.text)
    search.next(direction)
    if let match = search.match { put(match) } else { screen.beep() }
  }

  /// The lines to recall, newest first.
  var earlierLines: [String] { isAnswer ? [] : configuration.history.recall() }
}
