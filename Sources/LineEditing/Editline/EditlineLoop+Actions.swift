internal import CEditline

extension EditlineLoop {
  /// Does what a key stands for; returns what libedit is to do next.
  func perform(_ command: EditingCommand) -> UInt8 {
    if command != .deleteOrEnd { endings = 0 }
    switch command {
    case .enter: return enter()
    case .commentOut: return commentOut()
    case .help: return help()
    case .deleteOrEnd: return deleteOrEnd()
    case .newline: buffer.insert(["\n"])
    case .complete: tab(1)
    case .completeBack: tab(-1)
    case .cancel: restoreTyped()
    case .up: up()
    case .down: down()
    case .searchOlder: searchEarlierLines(.older)
    case .searchNewer: searchEarlierLines(.newer)
    case .searchAgainOlder: searchAgain(.older)
    case .searchAgainNewer: searchAgain(.newer)
    case .lastArgument: insertLastArgument()
    case .paste: paste()
    case .compose: compose()
    case .insertLiterally: insertLiterally()
    case .edit: editAtLength()
    case .clearScreen: screen.clear()
    default: change(by: command)
    }
    return UInt8(CC_REFRESH)
  }

  /// Puts the menu and the walk through history away where a key is none of theirs.
  func leaveModes(for key: Key) {
    let isRecall: Bool =
      switch key {
      case .named(.up), .named(.down), .control(0x10), .control(0x0E): true
      case .character("k"), .character("j"), .character("+"), .character("-"): vi.isCommanding
      default: false
      }
    if isRecall { return }
    recall = nil
    switch key {
    case .control(0x09), .named(.backTab), .named(.escape), .control(0x0A), .control(0x0D),
      .control(0x07):
      break
    case .character, .control(0x7F), .control(0x08):
      if completion?.selected == nil, !appendsOnly {
        narrows = completion != nil
      } else {
        completion = nil
      }
    default: completion = nil
    }
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
    end(.line(text, isPrivate: isPrivate(text)))
    return UInt8(CC_NEWLINE)
  }

  private func commentOut() -> UInt8 {
    let line = buffer.line
    guard !isAnswer, !line.text.contains("\n") else { return UInt8(CC_ERROR) }
    buffer.replace(with: CompletionSession.Line(text: ["#"] + line.text, cursor: 0))
    end(.line(buffer.text.composed))
    return UInt8(CC_NEWLINE)
  }

  private func help() -> UInt8 {
    guard !isAnswer else { return UInt8(CC_ERROR) }
    let text = buffer.text.composed
    end(.help(text, isPrivate: isPrivate(text)))
    return UInt8(CC_NEWLINE)
  }

  private func deleteOrEnd() -> UInt8 {
    let line = buffer.line
    if line.text.isEmpty {
      guard endings < preferences.ignoredEnds, !isAnswer else {
        end(.eof)
        return UInt8(CC_EOF)
      }
      endings += 1
      notices.add(["Type exit to leave."])
    } else if line.cursor < line.text.count {
      change(by: .delete)
    } else if line.text.contains("\n") {
      end(.interrupt, mark: "^D")
      return UInt8(CC_NEWLINE)
    }
    return UInt8(CC_REFRESH)
  }

  /// Ctrl-C: leaves a search, or else the line, with its menu where one is open.
  func interrupt() {
    if search != nil {
      isSearchDropped = true
    } else {
      end(.interrupt, mark: "^C")
    }
  }

  private func paste() {
    if buffer.line.cursor == 0, !pendingText.isEmpty { beginsPasted = !isPendingTyped }
    buffer.insert(pendingText.unicodeScalars)
    pasted = pendingText.contains("\n") ? buffer.line.text : nil
  }

  private func insertLiterally() {
    switch readKey() {
    case .character(let scalar): buffer.insert([scalar])
    case .control(let code): buffer.insert([Unicode.Scalar(code)])
    case .named(.escape): buffer.insert(["\u{1B}"])
    case .some(let key): reader.pushBack(key)
    case nil: break
    }
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

  func put(_ text: String?) {
    guard let text else { return }
    let scalars = Array(text.unicodeScalars)
    buffer.replace(with: CompletionSession.Line(text: scalars, cursor: scalars.count))
  }
}
