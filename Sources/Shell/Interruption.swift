import CommandKit
package import LineEditing
import Synchronization

/// Runs one line so that Ctrl-C ends it: the one way from a signal to a running command.
///
/// The first Ctrl-C cancels; what is cancelled answers at once. A second one within two seconds stops
/// waiting for whatever still cleans up. A request to end, or a terminal that is gone, ends the session.
package struct Interruption: Sendable {
  private let signals: SignalSource?

  private static let impatience = Duration.seconds(2)

  package init(signals: SignalSource?) {
    self.signals = signals
  }

  /// How a line ended.
  package enum Outcome: Sendable {
    case done
    case failed(any Error)
  }

  /// Runs the work, and ends it at Ctrl-C.
  package func run(_ body: @escaping @Sendable () async throws -> Void) async -> Outcome {
    // Listens before the work begins: a Ctrl-C that comes at once is meant for it.
    let stream = signals?.signals()
    let task = Task { try await body() }
    guard let stream else { return await Self.outcome(of: task) }
    let first = FirstOutcome()
    let waiting = Task { first.settle(await Self.outcome(of: task)) }
    let listening = Task {
      var last: ContinuousClock.Instant?
      for await signal in stream {
        switch signal {
        case .terminate, .hangUp:
          task.cancel()
          first.settle(.failed(ExitRequest(code: ExitCode(rawValue: 128 + signal.number))))
        case .windowChanged, .continued, .stop:
          continue
        case .interrupt:
          break
        }
        if let last, last.duration(to: .now) < Self.impatience {
          first.settle(.failed(CancellationError()))
        }
        last = .now
        task.cancel()
      }
    }
    let outcome = await first.value()
    listening.cancel()
    waiting.cancel()
    return outcome
  }

  private static func outcome(of task: Task<Void, any Error>) async -> Outcome {
    switch await task.result {
    case .success: .done
    case .failure(let error): .failed(error)
    }
  }
}

/// A value that is set once, by whoever comes first, and waited for by one.
private final class FirstOutcome: Sendable {
  private enum State {
    case open
    case awaited(CheckedContinuation<Interruption.Outcome, Never>)
    case settled(Interruption.Outcome)
  }

  private let state = Mutex(State.open)

  func settle(_ outcome: Interruption.Outcome) {
    let waiter = state.withLock { state -> CheckedContinuation<Interruption.Outcome, Never>? in
      switch state {
      case .open:
        state = .settled(outcome)
        return nil
      case .awaited(let continuation):
        state = .settled(outcome)
        return continuation
      case .settled:
        return nil
      }
    }
    waiter?.resume(returning: outcome)
  }

  func value() async -> Interruption.Outcome {
    await withCheckedContinuation { continuation in
      let settled = state.withLock { state -> Interruption.Outcome? in
        if case .settled(let outcome) = state { return outcome }
        state = .awaited(continuation)
        return nil
      }
      if let settled { continuation.resume(returning: settled) }
    }
  }
}
