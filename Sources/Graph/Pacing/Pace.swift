import Synchronization

/// Keeps requests under Graph's published limits, for all who send as one app in one tenant.
package final class Pace: Sendable {
  private let clock: any Clock<Duration>
  private let time: @Sendable () -> Duration
  private let ledger = Mutex(PaceLedger())

  /// - Parameter clock: What measures and waits.
  package init(clock: any Clock<Duration> = ContinuousClock()) {
    self.clock = clock
    time = clock.stopwatch()
  }

  /// A turn that requests have taken, and must give back when they are answered.
  struct Turn: Sendable {
    fileprivate let charges: [PaceCharge]
    fileprivate let taken: Duration
  }

  /// Returns when requests that travel together may be sent; whoever is cancelled has taken nothing.
  ///
  /// - Parameters:
  ///   - requests: The requests.
  ///   - tell: Called before each wait.
  /// - Returns: The turn, to be ended.
  /// - Throws: `CancellationError` where the task is cancelled.
  func turn(
    for requests: [PacedRequest], tell: (PaceLedger.Wait) -> Void = { _ in }
  ) async throws -> Turn {
    let charges = PaceCharge.charges(for: requests)
    while true {
      try Task.checkCancellation()
      let (now, wait) = ledger.withLock { ledger in
        let now = time()
        return (now, ledger.claim(charges, at: now))
      }
      guard let wait else { return Turn(charges: charges, taken: now) }
      tell(wait)
      try await clock.sleep(for: wait.duration)
    }
  }

  /// Says that requests are answered, or never will be.
  func end(_ turn: Turn) {
    ledger.withLock { $0.answer(turn.charges, sent: turn.taken, at: time()) }
  }

  /// Holds back what a refusal with `Retry-After` is about, for everyone.
  func close(for request: PacedRequest, _ duration: Duration) {
    let charges = PaceCharge.charges(for: request)
    ledger.withLock { $0.close(charges, for: duration, at: time()) }
  }
}

extension Clock where Duration == Swift.Duration {
  /// Starts now, and tells how long ago that was.
  func stopwatch() -> @Sendable () -> Duration {
    let start = now
    return { start.duration(to: self.now) }
  }
}
