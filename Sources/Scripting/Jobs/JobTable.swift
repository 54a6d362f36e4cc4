package import CommandKit
package import Output
import Synchronization

/// What runs in the background of one session.
package final class JobTable: JobControl {
  /// As many run at once as this.
  static let most = 20
  /// How long whoever leaves waits for jobs to end.
  package static let patience = Duration.seconds(2)

  private let state = Mutex(State())

  private struct State {
    var jobs: [Int: Job] = [:]
    var onEnd: (@Sendable (JobStatus) -> Void)?
    var lastWaiter = 0
    /// Whether a line runs that may still ask for jobs by their numbers.
    var holdsNews = false
    /// The jobs that ended meanwhile.
    var untold: [Int] = []
  }

  private struct Job {
    let text: String
    let output: JobOutput
    let errors: JobOutput
    let start = ContinuousClock.now
    var task: Task<Void, Never>?
    var isCancelled = false
    var end: (time: ContinuousClock.Instant, code: ExitCode, failure: (any Error)?)?
    var waiters: [Int: AsyncStream<Void>.Continuation] = [:]

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
    let waiters = state.withLock { state -> [AsyncStream<Void>.Continuation] in
      guard var job = state.jobs[number] else { return [] }
      let wasEnded = job.isCancelled && code == .interrupted
      let failure: (any Error)? = wasEnded ? CommandError(.jobEnded(number)) : failure
      job.end = (.now, code, failure)
      state.jobs[number] = job
      state.untold.append(number)
      return Array(job.waiters.values)
    }
    tellNews()
    for waiter in waiters { waiter.finish() }
  }

  /// Holds back what is told of jobs that end, while a line runs that may wait for them.
  package func holdNews() {
    state.withLock { $0.holdsNews = true }
  }

  /// Tells what was held back, of jobs that nobody has waited for.
  package func releaseNews() {
    state.withLock { $0.holdsNews = false }
    tellNews()
  }

  private func tellNews() {
    let (news, tell) = state.withLock { state in
      guard !state.holdsNews else { return ([JobStatus](), state.onEnd) }
      let numbers = state.untold.filter { state.jobs[$0]?.waiters.isEmpty == true }
      state.untold = state.untold.filter { !numbers.contains($0) && state.jobs[$0] != nil }
      return (numbers.compactMap { state.jobs[$0]?.status($0) }, state.onEnd)
    }
    for status in news { tell?(status) }
  }

  package func wait(for number: Int) async {
    let (stream, continuation) = AsyncStream<Void>.makeStream()
    let waiter = state.withLock { state -> Int? in
      guard let job = state.jobs[number], job.end == nil else { return nil }
      state.lastWaiter += 1
      state.jobs[number]?.waiters[state.lastWaiter] = continuation
      return state.lastWaiter
    }
    guard let waiter else { return }
    for await _ in stream {}
    if Task.isCancelled { stopWaiting(waiter, for: number) }
  }

  /// Lets go of a job that somebody does not wait for any more, and tells of it where it has ended meanwhile.
  private func stopWaiting(_ waiter: Int, for number: Int) {
    state.withLock { _ = $0.jobs[number]?.waiters.removeValue(forKey: waiter) }
    tellNews()
  }

  package func cancel(_ number: Int) {
    let task = state.withLock { state in
      state.jobs[number]?.isCancelled = true
      return state.jobs[number]?.task
    }
    task?.cancel()
  }

  /// Ends every job, and waits a short while until each has said so.
  ///
  /// Whoever leaves is not kept by a job that does not end, such as a program that ignores signals.
  ///
  /// - Parameters:
  ///   - limit: How long to wait for all of them.
  ///   - clock: What measures that.
  package func endAll(
    within limit: Duration = patience, clock: any Clock<Duration> = ContinuousClock()
  ) async {
    let running = jobs.filter { $0.exitCode == nil }.map(\.number)
    guard !running.isEmpty else { return }
    for number in running { cancel(number) }
    await withTaskGroup(of: Void.self) { group in
      group.addTask { for number in running { await self.wait(for: number) } }
      group.addTask { try? await clock.sleep(for: limit) }
      await group.next()
      group.cancelAll()
    }
  }

  package func collect(
    _ number: Int, output: any Sink, errors: any Sink
  ) throws(SinkError) -> (any Error)? {
    let job = state.withLock { state -> Job? in
      guard state.jobs[number]?.end != nil else { return nil }
      state.untold.removeAll { $0 == number }
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
