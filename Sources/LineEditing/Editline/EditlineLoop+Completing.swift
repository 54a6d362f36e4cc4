extension EditlineLoop {
  /// Tab, or with -1 Shift-Tab: opens the menu, and then chooses from it.
  func tab(_ step: Int) {
    if chooseByNumber() { return }
    if completion?.completion.candidates.isEmpty == false {
      completion?.move(by: step)
      guard let session = completion else { return }
      buffer.replace(with: session.line)
      if !session.isAmbiguous { completion = nil }
    } else if let found = candidates() {
      if found.candidates.isEmpty { screen.beep() }
      let session = CompletionSession(found, line: buffer.line)
      buffer.replace(with: session.line)
      completion = session.isWorthShowing ? session : nil
    }
  }

  func restoreTyped() {
    if let completion { buffer.replace(with: completion.typed) }
    completion = nil
  }

  /// Asks for candidates again after a key has changed what the menu is for.
  func narrow() {
    narrows = false
    guard completion != nil, let found = candidates() else { return }
    let isEmpty = found.candidates.isEmpty && found.note == nil
    completion = isEmpty ? nil : CompletionSession(narrowed: found, line: buffer.line)
  }

  /// Asks for candidates again since more names are known; a chosen one stays where it is.
  func askAgain() {
    guard let session = completion else { return }
    let typed = session.typed
    guard !isAnswer, let completer = configuration.completer else { return }
    let text = String(String.UnicodeScalarView(typed.text))
    let found = completer.completions(for: text, cursor: typed.cursor)
    completion = session.updated(with: found)
  }

  private func candidates() -> Completion? {
    guard !isAnswer, let completer = configuration.completer else { return nil }
    return completer.completions(for: buffer.text, cursor: buffer.line.cursor)
  }
}
