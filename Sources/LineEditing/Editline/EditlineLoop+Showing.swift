/// What the loop has on the screen while it waits for a key.
extension EditlineLoop {
  /// A hint, and the line that it was shown behind.
  struct ShownHint {
    let hint: Hint
    let line: CompletionSession.Line
  }

  /// Whether text is only ever added to the screen.
  var appendsOnly: Bool { preferences.isAccessible || !configuration.traits.isAddressable }

  /// The screen for somebody with these preferences.
  func makeScreen() -> any LineScreen {
    let (output, traits) = (configuration.output, configuration.traits)
    return appendsOnly
      ? AppendOnlyScreen(output: output, traits: traits, beeps: preferences.beeps)
      : PaintedScreen(output: output, traits: traits, beeps: preferences.beeps)
  }

  /// The marks of this read; an answer is no command, and has none.
  var marks: ShellMarks {
    guard !isAnswer else { return ShellMarks() }
    var marks = ShellMarks(preferences, surroundings, traits: configuration.traits)
    if preferences.showsTitle, !preferences.isAccessible, configuration.traits.knowsMarks,
      let text = surroundings.title
    {
      marks.title = title.shown(text)
    }
    return marks
  }

  /// Paints what changed since the last key, news included that may be told now.
  func show() {
    screen.tell(
      notices.due(at: .now, style: preferences.notices, isFree: isFreeForNotices))
    let line = buffer.line
    if bindings == .vi { shapeCursor(vi.isCommanding ? .block : .bar) }
    var view = LineView(prompt: prompt, text: line.text, cursor: line.cursor)
    shownHint = nil
    if let search {
      let found = Array((search.match ?? "").unicodeScalars)
      let title = search.hasFailed ? "nothing found" : "search"
      view = LineView(prompt: "(\(title): \(search.pattern)) ", text: found, cursor: found.count)
    } else if !isAnswer {
      decorate(&view, line)
    }
    screen.show(view, below: rowsBelow(line))
  }

  /// How long to wait for a key before there are notices to tell; -1 for as long as it takes.
  var noticeWait: Int32 {
    let wait = notices.wait(at: .now, style: preferences.notices, isFree: isFreeForNotices)
    guard let wait else { return -1 }
    let (seconds, attoseconds) = wait.components
    return Int32(clamping: seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1)
  }

  /// Whether what is hinted is what follows the line as it is now.
  var isHintShown: Bool {
    guard let shownHint else { return false }
    return shownHint.line == buffer.line
  }

  /// Takes what is hinted into the line: all of it, or its first word.
  func acceptHint(wordOnly: Bool) {
    guard let shownHint else { return }
    let hint = shownHint.hint
    buffer.insert((wordOnly ? hint.firstWord : hint.text).unicodeScalars)
  }

  /// Takes the candidate whose number was typed behind the list of them.
  ///
  /// - Returns: Whether there was such a number.
  func chooseByNumber() -> Bool {
    guard appendsOnly, var session = listed,
      let choice = NumberedList(session.completion).choice(
        in: buffer.line, listed: session.extended)
    else { return false }
    for _ in 0...choice { session.move(by: 1) }
    buffer.replace(with: session.line)
    (completion, listed) = (nil, nil)
    return true
  }

  /// Lines beyond this are pasted texts, which neither colour nor hint helps.
  private static let longestDecorated = 4000

  private func decorate(_ view: inout LineView, _ line: CompletionSession.Line) {
    guard line.text.count <= Self.longestDecorated, !appendsOnly else { return }
    let text = String(String.UnicodeScalarView(line.text))
    if preferences.showsColors {
      view.highlights =
        configuration.highlighter?.highlights(in: text, cursor: line.cursor) ?? []
    }
    view.rightPrompt = surroundings.rightPrompt ?? ""
    guard preferences.showsHints, completion == nil, !line.text.isEmpty,
      line.cursor == line.text.count, let hint = configuration.hinter?.hint(for: text)
    else { return }
    view.hint = hint.text
    if !hint.isPlaceholder { shownHint = ShownHint(hint: hint, line: line) }
  }

  private func rowsBelow(_ line: CompletionSession.Line) -> [LowerRow] {
    var rows: [LowerRow] = []
    if let completion {
      // A list without candidates has no numbers: those before it still count.
      if completion.selected == nil, completion.isAmbiguous { listed = completion }
      rows.append(
        .menu(CompletionMenu(completion: completion.completion, selected: completion.selected)))
    } else if search == nil, !isAnswer, let remark = pasteRemark(line) {
      rows.append(.remark(remark))
    } else if search == nil, !isAnswer, let reason = waitingReason(line) {
      rows.append(.remark(reason))
    }
    if let remark { rows.append(.remark(remark)) }
    if let remark = notices.remark(style: preferences.notices) { rows.append(.remark(remark)) }
    return rows
  }

  /// How many lines a pasted statement has, while nothing else has changed it.
  private func pasteRemark(_ line: CompletionSession.Line) -> String? {
    guard let pasted, pasted == line.text else { return nil }
    let count = pasted.split(separator: "\n", omittingEmptySubsequences: false).count
    return count > 1 ? "[\(count) lines — Enter runs, Ctrl-C drops]" : nil
  }

  /// Why the statement goes on, once it has a second line.
  private func waitingReason(_ line: CompletionSession.Line) -> String? {
    guard line.text.contains("\n") else { return nil }
    let text = String(String.UnicodeScalarView(line.text))
    // A backslash waits for no more than the next line, and has that once Enter was pressed.
    let reason =
      configuration.continuation(text)
      ?? (text.hasSuffix("\\\n") ? configuration.continuation(String(text.dropLast())) : nil)
    let isEmptyLine = line.text.suffix(2) == ["\n", "\n"]
    return reason.map { isEmptyLine ? "still \($0)" : $0 }
  }

  /// Whether nothing has the person's attention that notices would get in the way of.
  private var isFreeForNotices: Bool { completion == nil && search == nil && !isAnswer }
}
