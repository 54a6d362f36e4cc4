/// When news that nobody asked for may interrupt somebody who is typing.
package enum NoticeStyle: String, Sendable, CaseIterable {
  /// At once, on lines of their own above the one being typed.
  case line
  /// Only their number, below the line, until it ends.
  case count
  /// Not before the line ends.
  case off
}

/// Holds notices back until they may be shown: a value that is told the time.
struct NoticeQueue {
  private var held: [String] = []
  private var lastShown: ContinuousClock.Instant?

  /// Bursts are shown together: the line is painted anew at most this often because of them.
  static let interval = Duration.milliseconds(100)

  mutating func add(_ notices: [String]) {
    held += notices
  }

  /// How many wait.
  var count: Int { held.count }

  /// The notices to show now; none while they have to wait, or while a menu and its like are open.
  mutating func due(
    at now: ContinuousClock.Instant, style: NoticeStyle, isFree: Bool
  ) -> [String] {
    guard style == .line, isFree, delay(at: now) <= .zero else { return [] }
    if !held.isEmpty { lastShown = now }
    return takeAll()
  }

  /// How long those held have to wait for their turn; `nil` when time alone brings none.
  func wait(at now: ContinuousClock.Instant, style: NoticeStyle, isFree: Bool) -> Duration? {
    held.isEmpty || style != .line || !isFree ? nil : max(delay(at: now), .zero)
  }

  /// Everything held, for the end of the line.
  mutating func takeAll() -> [String] {
    defer { held = [] }
    return held
  }

  /// The row below the line that says how many wait, where that is wanted.
  func remark(style: NoticeStyle) -> String? {
    guard style == .count, !held.isEmpty else { return nil }
    return held.count == 1 ? "1 notice waits" : "\(held.count) notices wait"
  }

  private func delay(at now: ContinuousClock.Instant) -> Duration {
    lastShown.map { Self.interval - $0.duration(to: now) } ?? .zero
  }
}
