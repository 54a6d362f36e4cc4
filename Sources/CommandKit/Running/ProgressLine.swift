import Output
import Synchronization

/// Shows on one line of the terminal how far a long job is, and takes the line away when it is done.
///
/// Nothing is shown of what is over within a second. For a screen reader the line stays, and another
/// one is added from time to time.
package final class ProgressLine: Sendable {
  private struct State {
    var estimate: ProgressEstimate
    var shownAt: Duration?
  }

  private let sink: any Sink
  private let isAccessible: Bool
  private let elapsed: @Sendable () -> Duration
  private let state: Mutex<State>

  /// How long a job may take unseen, and how long one text stays.
  private static let patience = Duration.seconds(1)
  private static let interval = Duration.milliseconds(250)
  private static let clearing = "\r\u{1B}[K"
  /// How often somebody who listens is told.
  private static let heartbeat = Duration.seconds(30)

  init(
    _ unit: String, of total: Int?, scale: Int = 1, counting parts: String? = nil,
    on sink: any Sink, isAccessible: Bool = false, showsPace: Bool = true,
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    self.sink = sink
    self.isAccessible = isAccessible
    elapsed = Self.stopwatch(clock)
    var estimate = ProgressEstimate(
      total: total, unit: unit, scale: scale, showsPace: showsPace)
    estimate.parts = parts.map { ProgressEstimate.Parts(unit: $0) }
    state = Mutex(State(estimate: estimate))
  }

  /// Counts what was done since the last call, and of how many parts.
  package func advance(by count: Int, parts: Int = 0) {
    update { estimate in
      estimate.done += count
      estimate.parts?.done += parts
    }
  }

  /// Reads a gauge again and again until the task is cancelled, so that the line also tells of standstill.
  func follow(_ gauge: @Sendable () -> Int) async {
    while (try? await Task.sleep(for: Self.interval)) != nil {
      let count = gauge()
      update { $0.done = count }
    }
  }

  private func update(_ change: (inout ProgressEstimate) -> Void) {
    let now = elapsed()
    let interval = isAccessible ? Self.heartbeat : Self.interval
    let text = state.withLock { state -> String? in
      change(&state.estimate)
      guard now >= Self.patience, state.shownAt.map({ now - $0 >= interval }) ?? true else {
        return nil
      }
      state.shownAt = now
      return state.estimate.text(after: now)
    }
    guard let text else { return }
    if isAccessible {
      try? sink.write("Working: \(text)\n")
    } else {
      try? sink.write(Self.clearing + text.prefix(max(0, sink.columns - 1)))
    }
  }

  /// Takes the line away, until the next advance.
  package func end() {
    let wasShown = state.withLock { state in
      defer { state.shownAt = nil }
      return state.shownAt != nil
    }
    if wasShown, !isAccessible { try? sink.write(Self.clearing) }
  }

  private static func stopwatch(_ clock: some Clock<Duration>) -> @Sendable () -> Duration {
    let start = clock.now
    return { start.duration(to: clock.now) }
  }
}

extension Session {
  /// Does a long job while a line at the terminal shows how far it is; in scripts and pipes nothing does.
  ///
  /// - Parameters:
  ///   - unit: What is counted, in the plural.
  ///   - total: How much there is to do, where that is known.
  ///   - scale: How many of what is counted make one unit.
  ///   - parts: What is counted beside it, where there is such.
  ///   - showsPace: Whether the pace is worth telling.
  ///   - gauge: Tells how much is done; without one the job itself advances the line.
  ///   - body: The job, which is given the line to advance.
  /// - Returns: What the job gives.
  package func showingProgress<Value>(
    _ unit: String, of total: Int?, scale: Int = 1, counting parts: String? = nil,
    showsPace: Bool = true, following gauge: (@Sendable () -> Int)? = nil,
    _ body: (ProgressLine?) async throws -> Value
  ) async rethrows -> Value {
    let isWatched =
      call.io.isInteractive && call.io.format == nil && workspace.errors.isTerminal
      && (call.io.output.isTerminal || call.io.output.isFile)
    let isAccessible = workspace.settings.isAccessible
    let line =
      isWatched
      ? ProgressLine(
        unit, of: total, scale: scale, counting: parts, on: workspace.errors,
        isAccessible: isAccessible, showsPace: showsPace)
      : nil
    call.show(line)
    defer {
      call.show(nil)
      line?.end()
    }
    guard let line, let gauge else { return try await body(line) }
    return try await line.following(gauge) { try await body(line) }
  }
}

extension ProgressLine {
  /// Does a job while the line follows a gauge; it has stopped when the job is over.
  fileprivate func following<Value>(
    _ gauge: @escaping @Sendable () -> Int, _ body: () async throws -> Value
  ) async rethrows -> Value {
    async let _: Void = follow(gauge)
    return try await body()
  }
}
