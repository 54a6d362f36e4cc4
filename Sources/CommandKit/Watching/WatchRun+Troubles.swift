import Graph

extension WatchRun {
  /// Whether what failed may go better at the next look: the network, the server, throttling.
  static func mayPass(_ error: any Error) -> Bool {
    guard !Task.isCancelled else { return false }
    return [.network, .throttled, .server].contains(Failure(error).exitCode)
  }

  /// How long the server asks to be left alone.
  static func patience(asked error: any Error) -> Duration {
    (error as? GraphError)?.retryAfter ?? .zero
  }
}

extension Workspace {
  /// Waits, until the time is over or the task is cancelled.
  func pause(for duration: Duration) async throws {
    try await clock.sleep(for: duration)
  }
}
