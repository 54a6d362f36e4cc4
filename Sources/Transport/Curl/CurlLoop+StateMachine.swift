extension CurlLoop {
  /// Names one request for as long as its transport lives.
  struct RequestID: Hashable, Sendable {
    fileprivate let number: UInt64
  }

  /// Decides who waits, who is resumed and what the thread does next; touches neither curl nor threads.
  ///
  /// A waiter is handed out exactly once, to be resumed by whoever receives it. So cancelling need not wait
  /// for the thread: it takes the waiter, and the thread learns later that nobody is left to be answered.
  struct StateMachine<Request, Waiter> {
    private enum Phase {
      case idle, running, stopping
    }

    private enum Stage {
      /// Known to its caller, not yet submitted.
      case announced
      /// Cancelled before it was submitted.
      case withdrawn
      case queued(Request, Waiter)
      case running(Waiter, hasLeft: Bool)
      /// Cancelled, and still in the thread's hands.
      case abandoned
    }

    private var phase = Phase.idle
    private var stages: [RequestID: Stage] = [:]
    private var inbox: [RequestID] = []
    private var lastNumber: UInt64 = 0

    mutating func announce() -> RequestID {
      lastNumber += 1
      let id = RequestID(number: lastNumber)
      stages[id] = .announced
      return id
    }

    enum SubmitAction {
      case startThread
      case wakeThread
      /// Resume the waiter as cancelled: it gave up before, or the transport is gone.
      case refuse(Waiter)
    }

    mutating func submit(_ id: RequestID, _ request: Request, _ waiter: Waiter) -> SubmitAction {
      guard case .announced = stages[id], phase != .stopping else {
        stages[id] = nil
        return .refuse(waiter)
      }
      stages[id] = .queued(request, waiter)
      inbox.append(id)
      defer { phase = .running }
      return phase == .idle ? .startThread : .wakeThread
    }

    enum CancelAction {
      case none
      /// Resume the waiter; the thread never saw the request.
      case resume(Waiter)
      /// Resume the waiter, and wake the thread to clean up; the request may have left for the server.
      case resumeAndWake(Waiter, hasLeft: Bool)
    }

    mutating func cancel(_ id: RequestID) -> CancelAction {
      switch stages[id] {
      case .announced:
        stages[id] = .withdrawn
        return .none
      case .queued(_, let waiter):
        stages[id] = nil
        inbox.removeAll { $0 == id }
        return .resume(waiter)
      case .running(let waiter, let hasLeft):
        stages[id] = .abandoned
        inbox.append(id)
        return .resumeAndWake(waiter, hasLeft: hasLeft)
      case .withdrawn, .abandoned, nil:
        return .none
      }
    }

    /// What the thread does before it waits again.
    struct Work {
      var additions: [(id: RequestID, request: Request)] = []
      var removals: [RequestID] = []
      var mustEnd = false
    }

    /// Whether the thread has something to do at once.
    var hasWork: Bool { !inbox.isEmpty || phase == .stopping }

    mutating func takeWork() -> Work {
      var work = Work()
      for id in inbox {
        switch stages[id] {
        case .queued(let request, let waiter):
          stages[id] = .running(waiter, hasLeft: false)
          work.additions.append((id, request))
        case .abandoned:
          stages[id] = nil
          work.removals.append(id)
        case .announced, .withdrawn, .running, nil:
          break
        }
      }
      inbox = []
      work.mustEnd = phase == .stopping
      return work
    }

    /// Takes note that a request is about to be sent; false where nobody waits for it any more, so that it
    /// must stay here.
    mutating func leave(_ id: RequestID) -> Bool {
      guard case .running(let waiter, _) = stages[id] else { return false }
      stages[id] = .running(waiter, hasLeft: true)
      return true
    }

    /// Takes note of an answer; `nil` where nobody waits for it any more.
    mutating func finish(_ id: RequestID) -> Waiter? {
      guard case .running(let waiter, _) = stages[id] else { return nil }
      stages[id] = nil
      return waiter
    }

    /// Ends everything, now or as soon as the thread looks; all who wait are handed out, and whether their
    /// request may have left.
    mutating func stop() -> [(waiter: Waiter, hasLeft: Bool)] {
      phase = .stopping
      return drain()
    }

    /// Takes note that there is no thread after all; the next request starts another one.
    mutating func loseThread() -> [Waiter] {
      if phase == .running { phase = .idle }
      return drain().map { $0.waiter }
    }

    private mutating func drain() -> [(waiter: Waiter, hasLeft: Bool)] {
      defer { (stages, inbox) = ([:], []) }
      return stages.values.compactMap { stage in
        switch stage {
        case .queued(_, let waiter): (waiter, false)
        case .running(let waiter, let hasLeft): (waiter, hasLeft)
        case .announced, .withdrawn, .abandoned: nil
        }
      }
    }
  }
}
