import Synchronization

/// Counts the bytes that leave in the bodies of requests, for whoever watches a long one.
///
/// A body that is sent again is counted anew: what left in vain is forgotten.
package final class BodyMeter: Sendable {
  private struct State {
    var settled = 0
    var leaving = 0
  }

  private let state = Mutex(State())

  package init() {}

  /// How many bytes have arrived, or are on their way.
  package var count: Int { state.withLock { $0.settled + $0.leaving } }

  /// Takes note of what arrived for good, and that nothing is on its way.
  package func settle(_ count: Int) {
    state.withLock { state in
      state.settled += count
      state.leaving = 0
    }
  }

  /// Takes note that a body is about to be sent from its beginning.
  package func begin() { settle(0) }

  /// Takes note that a piece of a body was handed to the connection.
  package func leave(_ count: Int) { state.withLock { $0.leaving += count } }
}
