extension EditlineLoop {
  /// Moves the cursor or changes the text.
  func change(by command: EditingCommand) {
    if acceptsHint, [.right, .wordRight, .lineEnd].contains(command) {
      return acceptHint(wordOnly: command == .wordRight)
    }
    let line = buffer.line
    let bounds = Words.bounds(ofLineIn: line)
    switch command {
    case .left: buffer.move(by: -Words.step(in: line, forward: false))
    case .right: buffer.move(by: Words.step(in: line, forward: true))
    case .wordLeft: move(to: Words.start(before: line))
    case .wordRight: move(to: Words.end(after: line))
    case .lineStart: move(to: line.cursor == bounds.lowerBound ? 0 : bounds.lowerBound)
    case .lineEnd:
      move(to: line.cursor == bounds.upperBound ? line.text.count : bounds.upperBound)
    case .deleteBack: buffer.deleteBack(Words.step(in: line, forward: false))
    case .delete:
      let count = Words.step(in: line, forward: true)
      buffer.move(by: count)
      buffer.deleteBack(count)
    case .killToEnd:
      // At the end of a line of several, the line end itself.
      kill(to: bounds.upperBound == line.cursor ? line.cursor + 1 : bounds.upperBound, command)
    case .killToStart:
      kill(to: bounds.lowerBound == line.cursor ? line.cursor - 1 : bounds.lowerBound, command)
    case .killBlankWordBack:
      kill(to: Words.start(before: line) { !$0.properties.isWhitespace }, command)
    case .killWordBack: kill(to: Words.start(before: line), command)
    case .killWordForward: kill(to: Words.end(after: line), command)
    case .yank: putBack()
    case .yankOlder: putBackOlder()
    case .undo: takeBack()
    case .transposeWords:
      if let transposed = Words.transposed(line) { buffer.replace(with: transposed) }
    default: break
    }
  }

  private func move(to place: Int) {
    buffer.move(by: place - buffer.line.cursor)
  }

  private func kill(to target: Int, _ command: EditingCommand) {
    let line = buffer.line
    let target = min(max(target, 0), line.text.count)
    let range = min(target, line.cursor)..<max(target, line.cursor)
    guard !range.isEmpty else { return }
    kills.kill(
      Array(line.text[range]), target > line.cursor ? .forward : .back,
      joins: previousCommand?.isKill == true)
    buffer.move(by: range.upperBound - line.cursor)
    buffer.deleteBack(range.count)
  }

  private func putBack() {
    guard let text = kills.text else { return screen.beep() }
    insertReplaceable(text)
  }

  private func putBackOlder() {
    guard previousCommand == .yank || previousCommand == .yankOlder else { return screen.beep() }
    kills.rotate()
    removeReplaceable()
    putBack()
  }

  func insertLastArgument() {
    if previousCommand != .lastArgument {
      lastArguments = LastArgumentWalk(lines: earlierLines)
      // vi's cursor stands on a character: the word goes behind that.
      if vi.isCommanding { change(by: .right) }
      replaceable = 0..<0
    }
    guard let word = lastArguments?.next() else { return screen.beep() }
    if previousCommand == .lastArgument { removeReplaceable() }
    insertReplaceable(Array(word.unicodeScalars))
  }

  private func insertReplaceable(_ text: [Unicode.Scalar]) {
    let start = buffer.line.cursor
    buffer.insert(text)
    replaceable = start..<(start + text.count)
  }

  private func removeReplaceable() {
    // In vi's command mode libedit has put the cursor back onto the last character.
    move(to: replaceable.upperBound)
    buffer.deleteBack(replaceable.count)
  }

  private func takeBack() {
    guard let line = undo.undo() else { return screen.beep() }
    buffer.replace(with: line)
  }
}
