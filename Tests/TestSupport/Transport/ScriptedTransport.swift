package import Testing
package import Transport

import HTTPTypes
import Synchronization

/// Answers requests from a list, and fails the test over anything that is not as listed.
///
/// A request takes the first unused exchange that fits it, so requests under way at once may come in any order;
/// ``sent`` has the order. An unexpected request fails the test, and so does an exchange left over
/// when this object is released.
package final class ScriptedTransport: HTTPTransport {
  private struct State {
    var open: [ScriptedExchange]
    var sent: [TransportRequest] = []
  }

  private let state: Mutex<State>
  private let sourceLocation: SourceLocation

  package init(
    _ exchanges: [ScriptedExchange] = [], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    state = Mutex(State(open: exchanges))
    self.sourceLocation = sourceLocation
  }

  deinit {
    for exchange in state.withLock({ $0.open }) {
      Issue.record(
        "Nobody asked for \(exchange.method) \(exchange.target).", sourceLocation: sourceLocation)
    }
  }

  /// The requests so far, in their order.
  package var sent: [TransportRequest] { state.withLock { $0.sent } }

  /// Expects one more request.
  package func expect(_ exchange: ScriptedExchange) {
    state.withLock { $0.open.append(exchange) }
  }

  package func send(
    _ request: TransportRequest
  ) async throws(TransportError) -> TransportResponse {
    let exchange = state.withLock { state -> ScriptedExchange? in
      state.sent.append(request)
      guard let index = state.open.firstIndex(where: { $0.fits(request) }) else { return nil }
      return state.open.remove(at: index)
    }
    guard let exchange else {
      let url = request.head.authority.map { $0 + (request.head.path ?? "") } ?? "nowhere"
      Issue.record(
        "Nothing is scripted for \(request.head.method) \(url).", sourceLocation: sourceLocation)
      throw TransportError(
        code: .connectFailed, host: request.head.authority ?? "", detail: "nothing scripted")
    }
    return try await exchange.answer.give(to: request)
  }
}
