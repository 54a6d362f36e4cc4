package import CommandKit
package import Output
import Synchronization

/// What runs in the background of one session.
package final class JobTable: JobControl {
  /// As many run at once as this.
  static let most = 20

  private let state = Mutex(State())

  private struct State {
    var jobs: [Int: Job] = [:]
    var onEnd: (@Sendable (JobStatus) -> Void)?
  }

  private struct Job {
    let text: String
    let output: JobOutput
    let errors: JobOutput
    let start = ContinuousClock.now
    var task: Task<Void, Never>?
    var isCancelled = false
    var end: (time: ContinuousClock.Instant, code: ExitCode, failure: (any Error)?)?
    var waiters: [AsyncStream<Void>.Continuation] = []

    func status(_ number: Int) -> JobStatus {
      JobStatus(
        number: number, text: text, duration: start.duration(to: end?.time ?? .now),
        exitCode: end?.code)
    }
  }

  package init() {}

  /// Says who is told of each job that ends while nobody waits for it.
  package func whenOneEnds(_ tell: @escaping @Sendable (JobStatus) -> Void) {
    state.withLock { $0.onEnd = tell }
  }

  package var jobs: [JobStatus] {
    state.withLock { state in state.jobs.sorted { $0.key < $1.key }.map { $1.status($0) } }
  }

  /// Starts a job.
  ///
  /// - Returns: Its number; `nil` when as many run as may.
  func start(
    _ text: String, output: JobOutput, errors: JobOutput,
    judge: @escaping @Sendable (any Error) -> ExitCode,
    run body: @escaping @Sendable () async throws -> Void
  ) -> Int? {
    let number = state.withLock { state -> Int? in
      guard state.jobs.values.count(where: { $0.end == nil }) < Self.most else { return nil }
      let number = (1...).first { state.jobs[$0] == nil } ?? 1
      state.jobs[number] = Job(text: text, output: output, errors: errors)
      return number
    }
    guard let number else { return nil }
    let task = Task {
      do {
        try await body()
        self.end(number, .done, nil)
      } catch let request as ExitRequest {
        self.end(
          number, request.code, request.code == .done ? nil : SilentFailure(code: request.code))
      } catch {
        self.end(number, judge(error), error)
      }
    }
    state.withLock { $0.jobs[number]?.task = task }
    return number
  }

  private func end(_ number: Int, _ code: ExitCode, _ failure: (any Error)?) {
    let news = state.withLock { state -> (JobStatus, Job, (@Sendable (JobStatus) -> Void)?)? in
      guard var job = state.jobs[number] else { return nil }
      let wasEnded = job.isCancelled && code == .interrupted
      let failure: (any Error)? = wasEnded ? CommandError(.jobEnded(number)) : failure
      job.end = (.now, code, failure)
      state.jobs[number] = job
      return (job.status(number), job, state.onEnd)
    }
    guard let (status, job, tell) = news else { return }
    if job.waiters.isEmpty { tell?(status) }
    for waiter in job.waiters { waiter.finish() }
  }

  package func wait(for number: Int) async {
    let (stream, continuation) = AsyncStream<Void>.makeStream()
    let isRunning = state.withLock { state in
      guard let job = state.jobs[number], job.end == nil else { return false }
      state.jobs[number]?.waiters.append(continuation)
      return true
    }
    guard isRunning else { return }
    for await _ in stream {}
  }

  package func cancel(_ number: Int) {
    let task = state.withLock { state in
      state.jobs[number]?.isCancelled = true
      return state.jobs[number]?.task
    }
    task?.cancel()
  }

  /// Ends every job, and waits until each has said so.
  package func endAll() async {
    let running = jobs.filter { $0.exitCode == nil }.map(\.number)
    for number in running { cancel(number) }
    for number in running { await state.withLock { $0.jobs[number]?.task }?.value }
  }

  package func collect(
    _ number: Int, output: any Sink, errors: any Sink
  ) throws(SinkError) -> (any Error)? {
    let job = state.withLock { state -> Job? in
      guard state.jobs[number]?.end != nil else { return nil }
      return state.jobs.removeValue(forKey: number)
    }
    guard let job else { return nil }
    try job.output.copy(to: output)
    try job.errors.copy(to: errors)
    return job.end?.failure
  }

  /// What an ended job printed, where that is short enough to be shown above the prompt; the job is then
  /// over.
  package func brief(_ number: Int, lines: Int) -> (output: String, failure: (any Error)?)? {
    state.withLock { state in
      guard let job = state.jobs[number], let end = job.end,
        let output = job.output.text(lines: lines), let errors = job.errors.text(lines: lines)
      else { return nil }
      state.jobs[number] = nil
      return (output + errors, end.failure)
    }
  }
}
