import Synchronization

/// A clock on which every sleep is over at once, and is remembered.
package final class InstantClock: Clock {
  package struct Instant: InstantProtocol {
    package let offset: Duration

    package func advanced(by duration: Duration) -> Instant {
      Instant(offset: offset + duration)
    }

    package func duration(to other: Instant) -> Duration { other.offset - offset }
    package static func < (one: Instant, other: Instant) -> Bool { one.offset < other.offset }
  }

  private let state = Mutex((now: Instant(offset: .zero), slept: [Duration]()))

  package init() {}

  package var now: Instant { state.withLock { $0.now } }
  package var minimumResolution: Duration { .nanoseconds(1) }

  /// How long each sleep was meant to last.
  package var slept: [Duration] { state.withLock { $0.slept } }

  /// Lets time pass without anyone sleeping.
  package func advance(by duration: Duration) {
    state.withLock { $0.now = $0.now.advanced(by: duration) }
  }

  package func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try Task.checkCancellation()
    state.withLock { state in
      let duration = state.now.duration(to: deadline)
      state.slept.append(duration)
      if duration > .zero { state.now = deadline }
    }
  }
}
