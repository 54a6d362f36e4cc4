internal import Synchronization

/// The outcome of one renewal, which any number of callers wait for and each may stop waiting for.
///
/// A caller that is cancelled is resumed at once and alone: the renewal goes on for the others, since a
/// refresh token that was sent must not lose its successor.
final class SharedRenewal: Sendable {
  typealias Outcome = Result<AccessToken, IdentityError>
  private typealias Waiter = CheckedContinuation<Outcome, Never>

  private struct State {
    var outcome: Outcome?
    var lastNumber = 0
    var withdrawn: Set<Int> = []
    var waiters: [Int: Waiter] = [:]
  }

  private let state = Mutex(State())

  func finish(_ outcome: Outcome) {
    let waiters = state.withLock { state in
      state.outcome = outcome
      defer { state.waiters = [:] }
      return Array(state.waiters.values)
    }
    for waiter in waiters { waiter.resume(returning: outcome) }
  }

  func value() async throws(IdentityError) -> AccessToken {
    let number = state.withLock { state in
      state.lastNumber += 1
      return state.lastNumber
    }
    let outcome = await withTaskCancellationHandler {
      await withCheckedContinuation { waiter in
        enter(number, waiter)
      }
    } onCancel: {
      withdraw(number)
    }
    return try outcome.get()
  }

  private func enter(_ number: Int, _ waiter: Waiter) {
    let outcome = state.withLock { state -> Outcome? in
      if state.withdrawn.contains(number) { return Self.cancelled }
      if state.outcome == nil { state.waiters[number] = waiter }
      return state.outcome
    }
    if let outcome { waiter.resume(returning: outcome) }
  }

  /// Comes before the caller has entered where its task was cancelled already.
  private func withdraw(_ number: Int) {
    let waiter = state.withLock { state in
      state.withdrawn.insert(number)
      return state.waiters.removeValue(forKey: number)
    }
    waiter?.resume(returning: Self.cancelled)
  }

  private static let cancelled = Outcome.failure(IdentityError(code: .cancelled))
}
