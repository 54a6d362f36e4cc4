import Synchronization

/// Shows text on the terminal as it comes, and through a pager once it is longer than the screen.
///
/// What fits is simply written, so that the first rows are seen while more travel. With the row that would
/// push the first one off the screen the pager starts: what was shown is taken away and handed to it with
/// the rest. One writer at a time.
package final class PagingSink: Sink {
  private enum State {
    /// All of the text so far is on the screen.
    case fitting(ScreenFill, shown: [UInt8])
    case paging(PagerProcess)
    /// The pager could not be started, or the text has ended.
    case direct
  }

  private let terminal: any Sink
  private let pager: Pager
  /// The rows that the text may take beside the prompt.
  private let room: Int
  private let state: Mutex<State>
  private let hasEnded = Atomic<Bool>(false)
  private let isFinishing = Atomic<Bool>(false)
  private let whenQuit = Mutex<(@Sendable () -> Void)?>(nil)

  /// Makes a sink for the text of one reply; `nil` where the terminal's height is not known.
  package init?(terminal: any Sink, pager: Pager) {
    guard let rows = terminal.rows, rows > 1 else { return nil }
    self.terminal = terminal
    self.pager = pager
    room = rows - 1
    state = Mutex(.fitting(ScreenFill(columns: terminal.columns), shown: []))
  }

  package var isTerminal: Bool { true }
  package var columns: Int { terminal.columns }
  package var rows: Int? { terminal.rows }
  package var usesColor: Bool { terminal.usesColor }

  /// Whether the text goes to the pager.
  var isPaging: Bool {
    if case .paging = state.withLock({ $0 }) { true } else { false }
  }

  /// Whether the person left the pager before the text had ended.
  package var wasQuit: Bool {
    hasEnded.load(ordering: .acquiring) && !isFinishing.load(ordering: .acquiring)
  }

  /// Says what to do when the person leaves the pager early: whoever writes need not go on.
  package func onQuit(_ action: @escaping @Sendable () -> Void) {
    whenQuit.withLock { $0 = action }
  }

  package func write(_ text: String) throws(SinkError) {
    try write(bytes: Array(text.utf8))
  }

  package func write(bytes: [UInt8]) throws(SinkError) {
    switch state.withLock({ $0 }) {
    case .direct: try terminal.write(bytes: bytes)
    case .paging(let process): try hand(bytes, to: process)
    case .fitting(var fill, let shown):
      let before = fill
      fill.add(bytes, limit: room)
      if fill.rows > room { return try page(shown + bytes, instead: before) }
      try terminal.write(bytes: bytes)
      state.withLock { $0 = .fitting(fill, shown: shown + bytes) }
    }
  }

  /// Takes away what is on the screen, and starts the pager with all of it.
  private func page(_ bytes: [UInt8], instead shown: ScreenFill) throws(SinkError) {
    if shown.rows > 0 {
      let up = shown.rowsAboveCursor
      try terminal.write("\r" + (up > 0 ? "\u{1B}[\(up)A" : "") + "\u{1B}[J")
    }
    pager.lend()
    guard let process = PagerProcess(pager, whenEnded: { [weak self] in self?.ended() }) else {
      pager.takeBack()
      state.withLock { $0 = .direct }
      return try terminal.write(bytes: bytes)
    }
    state.withLock { $0 = .paging(process) }
    try hand(bytes, to: process)
  }

  /// Writes to the pager; a pipe that is closed says that the person left, often before the system does.
  private func hand(_ bytes: [UInt8], to process: PagerProcess) throws(SinkError) {
    do {
      try process.write(bytes)
    } catch {
      if error.code == .closedPipe { hasEnded.store(true, ordering: .releasing) }
      throw error
    }
  }

  private func ended() {
    guard !isFinishing.load(ordering: .acquiring) else { return }
    hasEnded.store(true, ordering: .releasing)
    whenQuit.withLock { $0 }?()
  }

  /// Ends a pager that is running, without waiting for the person.
  package func stop() {
    if case .paging(let process) = state.withLock({ $0 }) { process.stop() }
  }

  /// Ends the text: waits until the person has left the pager, and takes the terminal back.
  package func finish() async {
    let last = state.withLock { state in
      defer { state = .direct }
      return state
    }
    guard case .paging(let process) = last else { return }
    if !hasEnded.load(ordering: .acquiring) { isFinishing.store(true, ordering: .releasing) }
    await process.finish()
    pager.takeBack()
  }
}
