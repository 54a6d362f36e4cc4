package import Foundation
package import Graph
import Synchronization
import Transport

/// What failed last, and the exchange with Graph behind it.
package struct LastFailure: Sendable {
  package let failure: Failure
  package let time: Date
  /// `nil` where nothing was asked of Graph.
  package let exchange: ExchangeRecord?

  package init(failure: Failure, time: Date, exchange: ExchangeRecord?) {
    self.failure = failure
    self.time = time
    self.exchange = exchange
  }
}

extension Workspace {
  /// Keeps a failure that was shown; one that somebody caused by Ctrl-C is none.
  package func remember(_ failure: Failure, of error: any Error) {
    guard failure.exitCode != .interrupted, failure.exitCode != .closedOutput else { return }
    let last = LastFailure(failure: failure, time: now(), exchange: exchange(behind: error))
    state.withLock { $0.lastFailure = last }
  }

  package var lastFailure: LastFailure? { state.withLock { $0.lastFailure } }

  private func exchange(behind error: any Error) -> ExchangeRecord? {
    switch error {
    case let error as ScriptError: error.underlying.flatMap(exchange)
    case let error as PermissionFailure: exchange(behind: error.underlying)
    case let error as GraphError where error.status == 0 || error.status >= 400:
      meter.latestRefused
    case is GraphError: meter.latest
    case is TransportError: meter.latestRefused
    default: nil
    }
  }
}
