import Documents
package import Output

/// Looks at something again and again, and shows what it sees.
package struct WatchRun: Sendable {
  /// What is asked of a watch.
  package struct Wishes: Sendable {
    /// How long to wait between two looks.
    package var interval = Duration.seconds(2)
    /// How often to look; `nil` for until somebody ends it.
    package var rounds: Int?
    /// What has to come true for it to end.
    package var condition: JQFilter?
    /// Whether changes are shown.
    package var showsChanges = false

    package init() {}
  }

  private let session: Session
  private let words: [Word]
  private let wishes: Wishes

  package init(_ words: [Word], _ wishes: Wishes, in session: Session) {
    self.session = session
    self.words = words
    self.wishes = wishes
  }

  private var sink: any Sink { session.call.io.output }

  /// Looks until it need not any more.
  ///
  /// - Throws: What a look failed with, where another one would fail as well; ``CommandError`` when the
  ///   rounds are over and the condition has not come true.
  package func run() async throws {
    var drawn = WatchView()
    var rows: WatchedRows?
    var last: [String] = []
    var round = 0
    while true {
      round += 1
      let current = WatchedRows(after: rows, marks: wishes.showsChanges)
      let view = redraws ? (output: BufferSink(like: sink), remarks: BufferSink(like: sink)) : nil
      if !redraws { tell(header(round)) }
      var pause = wishes.interval
      var trouble: String?
      do {
        try await look(with: current, into: view?.output ?? sink, view?.remarks)
        rows = current
      } catch let error where Self.mayPass(error) {
        trouble = "\(Failure(error).what) Trying again."
        pause = max(pause, Self.patience(asked: error))
      }
      let changes = trouble == nil && wishes.showsChanges ? current.changes : nil
      if let view {
        if trouble == nil { last = Self.lines(of: view.output.text + view.remarks.text) }
        let notes = [trouble, changes.flatMap { $0.isEmpty ? nil : $0.summary }].compactMap { $0 }
        try draw([header(round)] + notes + last, in: &drawn)
      } else {
        for note in [trouble].compactMap({ $0 }) + (changes?.sentences ?? []) { tell(note) }
      }
      if trouble == nil, try isReached(current) { return }
      if let rounds = wishes.rounds, round >= rounds {
        guard wishes.condition == nil else { throw CommandError(.notReached(rounds: round)) }
        return
      }
      try await session.workspace.pause(for: pause)
    }
  }

  /// One look; nobody is asked anything in it.
  private func look(
    with observer: WatchedRows, into output: any Sink, _ remarks: BufferSink?
  ) async throws {
    var io = CommandIO(output: output, format: session.call.io.format)
    io.observer = observer
    io.remarks = remarks
    io.defaults = CallDefaults(output: session.call.output, identity: session.call.identity)
    try await CommandRunner(workspace: session.workspace).execute(words, io: io)
    try Task.checkCancellation()
  }

  /// Whether each view is drawn over the one before.
  private var redraws: Bool {
    sink.isTerminal && session.call.io.isInteractive && !session.workspace.settings.isAccessible
  }

  private func draw(_ lines: [String], in view: inout WatchView) throws {
    let rows = TerminalSize.of(descriptor: 1)?.rows ?? 24
    try sink.write(view.text(for: lines, columns: sink.columns, rows: rows))
  }

  private func tell(_ text: String) {
    session.tell(HostileText.visible(text))
  }

  private func header(_ round: Int) -> String {
    let seconds = DurationText.fixed(wishes.interval / .seconds(1), digits: 1)
    let command = words.map { $0.text.contains(" ") ? "'\($0.text)'" : $0.text }
      .joined(separator: " ")
    let time = TimeText.clock(session.workspace.now())
    return HostileText.visible("Every \(seconds) s: \(command)  \(time)  (\(round))")
  }

  private func isReached(_ rows: WatchedRows) throws -> Bool {
    guard let condition = wishes.condition else { return false }
    return try condition.apply(rows.document).contains { result in
      result != .null && result != .bool(false)
    }
  }

  private static func lines(of text: String) -> [String] {
    // The rows of CSV end in two characters, which are one to a string.
    var lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
