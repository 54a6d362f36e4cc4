internal import CCurl
internal import Synchronization

/// The one thread that drives libcurl, and the inbox through which all others reach it.
///
/// The thread starts with the first request: a session that never asks for anything costs nothing. It holds
/// this object while it runs, and runs until it is told to stop.
final class CurlLoop: Sendable {
  typealias Outcome = Result<TransportResponse, TransportError>
  typealias Waiter = CheckedContinuation<Outcome, Never>

  struct State {
    var machine = StateMachine<Job, Waiter>()
    /// There while the thread runs.
    var multi: MultiHandle?
    /// Whether the thread waits, so that it has to be woken for what is new.
    var isWaiting = false
    /// Work that waits for the thread.
    var jobs: [UnownedJob] = []

    /// The handle through which the thread is woken, where it waits.
    var waiting: MultiHandle? { isWaiting ? multi : nil }
  }

  /// A request, and where it goes.
  struct Job: Sendable {
    let request: TransportRequest
    let destination: Destination
  }

  private let configuration: CurlConfiguration
  let state = Mutex(State())

  init(configuration: CurlConfiguration) {
    self.configuration = configuration
  }

  func run(_ job: Job) async -> Outcome {
    let id = state.withLock { $0.machine.announce() }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { waiter in
        submit(id, job, waiter)
      }
    } onCancel: {
      cancel(id, host: job.destination.authority)
    }
  }

  /// Resumes all who wait as cancelled and lets the thread end.
  func stop() {
    let (waiters, multi) = state.withLock { ($0.machine.stop(), $0.waiting) }
    multi?.wake()
    for (waiter, hasLeft) in waiters {
      waiter.resume(returning: .failure(Self.cancelled(host: "", mayHaveArrived: hasLeft)))
    }
  }

  private func submit(_ id: RequestID, _ job: Job, _ waiter: Waiter) {
    let (action, multi) = state.withLock { ($0.machine.submit(id, job, waiter), $0.waiting) }
    switch action {
    case .refuse(let waiter):
      waiter.resume(returning: .failure(Self.cancelled(host: job.destination.authority)))
    case .wakeThread:
      multi?.wake()
    case .startThread:
      if !startThread() { giveUp("no thread could be started") }
    }
  }

  private func cancel(_ id: RequestID, host: String) {
    let (action, multi) = state.withLock { ($0.machine.cancel(id), $0.waiting) }
    switch action {
    case .none:
      break
    case .resume(let waiter):
      waiter.resume(returning: .failure(Self.cancelled(host: host)))
    case .resumeAndWake(let waiter, let hasLeft):
      waiter.resume(returning: .failure(Self.cancelled(host: host, mayHaveArrived: hasLeft)))
      multi?.wake()
    }
  }

  private static func cancelled(host: String, mayHaveArrived: Bool = false) -> TransportError {
    TransportError(
      code: .cancelled, host: host, detail: "cancelled", mayHaveArrived: mayHaveArrived)
  }
}

// MARK: - The thread

extension CurlLoop {
  private func startThread() -> Bool {
    let context = unsafe Unmanaged.passRetained(self)
    let hasStarted = unsafe teamsh_curl_start_thread(
      { context in
        if let context = unsafe context {
          unsafe Unmanaged<CurlLoop>.fromOpaque(context).takeRetainedValue().drive()
        }
        return nil
      }, context.toOpaque())
    if !hasStarted { unsafe context.release() }
    return hasStarted
  }

  private func drive() {
    guard CurlLibrary.isReady, let multi = MultiHandle() else {
      return giveUp("libcurl could not be initialised")
    }
    state.withLock { $0.multi = multi }
    var transfers: [RequestID: EasyHandle] = [:]
    while true {
      let work = state.withLock { state in
        state.isWaiting = false
        return state.machine.takeWork()
      }
      for id in work.removals {
        if let transfer = transfers.removeValue(forKey: id) { multi.remove(transfer) }
      }
      if work.mustEnd { break }
      for (id, job) in work.additions {
        let transfer = EasyHandle(id: id, job: job, configuration: configuration) {
          self.state.withLock { $0.machine.leave(id) }
        }
        guard let transfer, multi.add(transfer) else {
          let error = TransportError(
            code: .unavailable, host: job.destination.authority, detail: "out of memory")
          finish(id, .failure(error))
          continue
        }
        transfers[id] = transfer
      }
      multi.perform()
      while let (id, code) = multi.nextDone() {
        guard let transfer = transfers.removeValue(forKey: id) else { continue }
        let outcome = transfer.outcome(code)
        multi.remove(transfer)
        finish(id, outcome)
      }
      runJobs()
      if mayWait() { multi.wait() }
    }
    for transfer in transfers.values { multi.remove(transfer) }
    state.withLock { $0.multi = nil }
    runJobs()
  }

  /// Whether nothing came up since the thread looked last; from then on it has to be woken.
  private func mayWait() -> Bool {
    state.withLock { state in
      state.isWaiting = !state.machine.hasWork && state.jobs.isEmpty
      return state.isWaiting
    }
  }

  private func finish(_ id: RequestID, _ outcome: Outcome) {
    state.withLock { $0.machine.finish(id) }?.resume(returning: outcome)
  }

  private func giveUp(_ detail: String) {
    let waiters = state.withLock { $0.machine.loseThread() }
    for waiter in waiters {
      let error = TransportError(code: .unavailable, host: "", detail: detail)
      waiter.resume(returning: .failure(error))
    }
  }
}
