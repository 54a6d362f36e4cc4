import Synchronization

/// Counts what a session asks of Graph and how long it waits for it, and keeps its last exchanges.
///
/// Requests that are under way at the same time are counted each, but their time only once.
package final class GraphMeter: Sendable {
  /// What was counted since the session began.
  package struct Reading: Sendable, Hashable {
    package var requests = 0
    /// How long at least one request was under way.
    package var busy = Duration.zero
    /// How often a request was held back, by Graph or under its published limits.
    package var waits = 0
    /// How long they were held back, one with the other.
    package var waited = Duration.zero

    package init(
      requests: Int = 0, busy: Duration = .zero, waits: Int = 0, waited: Duration = .zero
    ) {
      self.requests = requests
      self.busy = busy
      self.waits = waits
      self.waited = waited
    }

    /// What was counted after an earlier reading.
    package func since(_ earlier: Reading) -> Reading {
      Reading(
        requests: requests - earlier.requests, busy: busy - earlier.busy,
        waits: waits - earlier.waits, waited: waited - earlier.waited)
    }
  }

  private struct State {
    var reading = Reading()
    var underWay = 0
    var busySince = Duration.zero
    var latest: ExchangeRecord?
    var latestRefused: ExchangeRecord?
  }

  private let time: @Sendable () -> Duration
  private let outer: GraphMeter?
  private let state = Mutex(State())

  /// - Parameters:
  ///   - clock: What measures.
  ///   - outer: Another meter that hears of each exchange, but does not count it.
  package init(
    clock: any Clock<Duration> = ContinuousClock(), reportingTo outer: GraphMeter? = nil
  ) {
    time = clock.stopwatch()
    self.outer = outer
  }

  /// What was counted up to now, requests under way included.
  package var reading: Reading {
    state.withLock { state in
      var reading = state.reading
      if state.underWay > 0 { reading.busy += time() - state.busySince }
      return reading
    }
  }

  /// The exchange before this moment.
  package var latest: ExchangeRecord? { state.withLock { $0.latest } }

  /// The last exchange that was refused or brought no answer.
  package var latestRefused: ExchangeRecord? { state.withLock { $0.latestRefused } }

  func begin() {
    state.withLock { state in
      state.reading.requests += 1
      if state.underWay == 0 { state.busySince = time() }
      state.underWay += 1
    }
  }

  func end(_ exchange: ExchangeRecord) {
    state.withLock { state in
      state.underWay -= 1
      if state.underWay == 0 { state.reading.busy += time() - state.busySince }
    }
    keep(exchange)
  }

  private func keep(_ exchange: ExchangeRecord) {
    state.withLock { state in
      state.latest = exchange
      if exchange.isRefused { state.latestRefused = exchange }
    }
    outer?.keep(exchange)
  }

  func hold(for duration: Duration) {
    state.withLock { state in
      state.reading.waits += 1
      state.reading.waited += duration
    }
  }
}
