import Synchronization

/// What other threads have for the one that owns libedit.
final class Mailbox: Sendable {
  /// A read someone waits for.
  struct Request: Sendable {
    let id: Int
    let prompt: String
    /// Whether the line is an answer and no statement.
    let isAnswer: Bool
    let continuation: CheckedContinuation<LineEvent, Never>
  }

  /// What reached a read under way, taken out in one go.
  struct News: Sendable {
    var notices: [String] = []
    var isInterrupted = false
    /// Whether whoever waits for the read waits no more.
    var isCancelled = false
    var isResized = false
    var isStopped = false
    var isContinued = false
    /// Whether the completer knows more than it did.
    var hasNames = false
    /// How the read is to end for good.
    var ending: LineEvent?

    var hasAny: Bool { !notices.isEmpty || isCancelled || hasNames || ending != nil }
  }

  private struct State {
    var requests: [Request] = []
    var news = News()
    var isClosed = false
    var lastID = 0
    var cancelled: Set<Int> = []
    var current: Int?
    /// What the line of the next statement begins with.
    var offered = (text: "", isPrivate: false)
    var surroundings = PromptSurroundings()
  }

  let wakeUps: WakePipe
  private let state = Mutex(State())

  init() throws(LineEditingError) {
    wakeUps = try WakePipe()
  }

  /// A name for a read to come.
  func newID() -> Int {
    state.withLock {
      $0.lastID += 1
      return $0.lastID
    }
  }

  /// Asks for a read; a closed mailbox answers at once.
  func submit(_ request: Request) {
    let isOpen = state.withLock {
      guard !$0.isClosed else { return false }
      $0.requests.append(request)
      wakeUps.wake()
      return true
    }
    if !isOpen { request.continuation.resume(returning: .eof) }
  }

  func offer(_ text: String, isPrivate: Bool) {
    state.withLock { $0.offered = (text, isPrivate) }
  }

  /// What the line of a statement begins with, once, and whether it is private.
  func takeOffered() -> (text: String, isPrivate: Bool) {
    state.withLock { state in
      defer { state.offered = ("", false) }
      return state.offered
    }
  }

  func surround(with surroundings: PromptSurroundings) {
    state.withLock { $0.surroundings = surroundings }
  }

  /// What goes with the line of a statement, once.
  func takeSurroundings() -> PromptSurroundings {
    state.withLock { state in
      defer { state.surroundings = PromptSurroundings() }
      return state.surroundings
    }
  }

  func post(_ notice: String) {
    tell { $0.notices.append(notice) }
  }

  /// Ends a read, begun or not, as Ctrl-C does.
  func cancel(_ id: Int) {
    let isCurrent = state.withLock {
      if $0.current != id { $0.cancelled.insert(id) }
      return $0.current == id
    }
    if isCurrent { tell { $0.isCancelled = true } }
  }

  func namesArrived() {
    tell { $0.hasNames = true }
  }

  func receive(_ signal: Signal) {
    tell {
      switch signal {
      case .interrupt: $0.isInterrupted = true
      case .windowChanged: $0.isResized = true
      case .stop: $0.isStopped = true
      case .continued: $0.isContinued = true
      case .terminate, .hangUp: $0.ending = .ended(by: signal)
      }
    }
  }

  /// Ends the thread; reads not begun end as at the end of the input.
  func close() {
    let left = state.withLock { state in
      guard !state.isClosed else { return [Request]() }
      state.isClosed = true
      state.news.ending = state.news.ending ?? .eof
      wakeUps.wake()
      defer { state.requests = [] }
      return state.requests
    }
    for request in left { request.continuation.resume(returning: .eof) }
  }

  /// The next read, and what was posted before it; `nil` when there is none yet.
  func nextRequest() -> (Request, [String])? {
    state.withLock {
      guard !$0.requests.isEmpty else { return nil }
      let request = $0.requests.removeFirst()
      let notices = $0.news.notices
      $0.news = News()
      $0.current = request.id
      if $0.cancelled.remove(request.id) != nil {
        $0.news.isCancelled = true
        wakeUps.wake()
      }
      return (request, notices)
    }
  }

  /// Notes that the read is over, so that a late cancellation cannot end the one after it.
  func finish(_ id: Int) {
    state.withLock {
      $0.current = nil
      $0.cancelled.remove(id)
    }
  }

  var isClosed: Bool { state.withLock { $0.isClosed } }

  func takeNews() -> News {
    state.withLock { state in
      defer { state.news = News() }
      return state.news
    }
  }

  /// Whether the process was continued; the news of it is taken out.
  func takesContinued() -> Bool {
    state.withLock { state in
      defer { state.news.isContinued = false }
      return state.news.isContinued
    }
  }

  /// Forgets the signals that another program at the terminal was meant to have.
  func dropSignals() {
    state.withLock {
      $0.news.isInterrupted = false
      $0.news.isStopped = false
      $0.news.isContinued = false
      if $0.news.hasAny { wakeUps.wake() }
    }
  }

  /// Leaves word for the read under way.
  ///
  /// The waking is done under the lock: behind a close the pipe may be gone, and its number another
  /// file's.
  private func tell(_ change: (inout News) -> Void) {
    state.withLock {
      guard !$0.isClosed else { return }
      change(&$0.news)
      wakeUps.wake()
    }
  }
}
