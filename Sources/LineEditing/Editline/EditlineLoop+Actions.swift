internal import CEditline

extension EditlineLoop {
  /// Acts on a key that libedit leaves to us; returns what libedit is to do next.
  func perform(_ code: UInt32) -> UInt8 {
    switch code {
    case 0x0A, 0x0D: return enter()
    case 0x04: return deleteOrEnd()
    case 0x09: tab(1)
    case KeyCode.code(of: .backTab): tab(-1)
    case KeyCode.code(of: .escape), 0x07: restoreTyped()
    case KeyCode.code(of: .up), 0x10: up()
    case KeyCode.code(of: .down), 0x0E: down()
    case KeyCode.paste: paste()
    case KeyCode.compose: compose()
    case KeyCode.newline: buffer.insert(["\n"])
    case KeyCode.acceptHint: acceptHint(wordOnly: false)
    case KeyCode.acceptHintWord: acceptHint(wordOnly: true)
    case 0x12: findEarlier()
    case 0x0C: screen.clear()
    case 0x0B: kill(to: buffer.line.text.count)
    case 0x15: kill(to: 0)
    case 0x17: kill(to: Words.start(before: buffer.line, isWord: { !$0.properties.isWhitespace }))
    case KeyCode.deleteWordBack: kill(to: Words.start(before: buffer.line))
    case KeyCode.deleteWordForward: kill(to: Words.end(after: buffer.line))
    case 0x19: buffer.insert(killed)
    case KeyCode.lastArgument:
      buffer.insert(Words.last(of: earlierLines.first ?? "").unicodeScalars)
    default: break
    }
    return UInt8(CC_REFRESH)
  }

  /// Puts the menu and the walk through history away where a key is none of theirs.
  func leaveModes(for key: Key) {
    switch key {
    case .named(.up), .named(.down), .control(0x10), .control(0x0E): return
    case .control(0x09), .named(.backTab), .named(.escape), .control(0x0A), .control(0x0D),
      .control(0x07):
      break
    default: completion = nil
    }
    recall = nil
  }

  private func paste() {
    if buffer.line.cursor == 0, !pendingText.isEmpty { beginsPasted = true }
    buffer.insert(pendingText.unicodeScalars)
  }

  private func enter() -> UInt8 {
    let isChoosing = completion?.selected != nil
    completion = nil
    guard !isChoosing else { return UInt8(CC_REFRESH) }
    let text = buffer.text.composed
    guard isAnswer || configuration.isComplete(text) else {
      buffer.insert(["\n"])
      return UInt8(CC_REFRESH)
    }
    end(.line(text, isPrivate: text.first == " " && !beginsPasted))
    return UInt8(CC_NEWLINE)
  }

  private func deleteOrEnd() -> UInt8 {
    let line = buffer.line
    guard !line.text.isEmpty else {
      end(.eof)
      return UInt8(CC_EOF)
    }
    if line.cursor < line.text.count {
      buffer.move(by: 1)
      buffer.deleteBack(1)
    }
    return UInt8(CC_REFRESH)
  }

  private func tab(_ step: Int) {
    if chooseByNumber() { return }
    if completion?.completion.candidates.isEmpty == false {
      completion?.move(by: step)
    } else if !isAnswer, let completer = configuration.completer {
      let line = buffer.line
      let found = completer.completions(for: buffer.text, cursor: line.cursor)
      if found.candidates.isEmpty { screen.beep() }
      completion = CompletionSession(found, line: line)
    }
    guard let session = completion else { return }
    buffer.replace(with: session.line)
    if !session.isAmbiguous,
      session.completion.note == nil || !session.completion.candidates.isEmpty
    {
      completion = nil
    }
  }

  private func restoreTyped() {
    if let completion { buffer.replace(with: completion.typed) }
    completion = nil
  }

  private func up() {
    if completion != nil { return tab(-1) }
    let line = buffer.line
    if let target = Words.column(of: line, linesAway: -1) {
      return buffer.move(by: target - line.cursor)
    }
    var walk = recall ?? HistoryRecall(lines: earlierLines, typed: buffer.text)
    if let text = walk.older() { put(text) }
    recall = walk
  }

  private func down() {
    if completion != nil { return tab(1) }
    let line = buffer.line
    if let target = Words.column(of: line, linesAway: 1) {
      return buffer.move(by: target - line.cursor)
    }
    if let text = recall?.newer() { put(text) }
  }

  /// Joins a combining mark to the letter before it, where there is a character for both.
  private func compose() {
    let line = buffer.line
    let before = line.text[..<line.cursor]
    let start = before.lastIndex { $0.properties.canonicalCombiningClass == .notReordered } ?? 0
    let cluster = String(String.UnicodeScalarView(before[start...])) + pendingText
    buffer.deleteBack(before.count - start)
    buffer.insert(cluster.composed.unicodeScalars)
  }

  private func kill(to target: Int) {
    let line = buffer.line
    let range = min(target, line.cursor)..<max(target, line.cursor)
    guard !range.isEmpty else { return }
    killed = Array(line.text[range])
    buffer.move(by: range.upperBound - line.cursor)
    buffer.deleteBack(range.count)
  }

  private func findEarlier() {
    search = HistorySearch(lines: earlierLines)
    defer { search = nil }
    while let key = readKey() {
      switch key {
      case .character(let scalar): search?.type(scalar)
      case .paste(let text): for scalar in text.unicodeScalars { search?.type(scalar) }
      case .control(0x12): search?.next()
      case .control(0x7F), .control(0x08): search?.deleteBack()
      case .control(0x07): return
      case .named(.escape): return put(search?.match)
      default:
        put(search?.match)
        return reader.pushBack(key)
      }
    }
  }

  /// The lines to recall, newest first.
  private var earlierLines: [String] { isAnswer ? [] : configuration.history.recall() }

  private func put(_ text: String?) {
    guard let text else { return }
    let scalars = Array(text.unicodeScalars)
    buffer.replace(with: CompletionSession.Line(text: scalars, cursor: scalars.count))
  }
}
