package import Graph

/// Tells how long statements took, where somebody wants to know.
package protocol StatementTimer: Sendable {
  /// Begins with a statement; `nil` where nobody wants to know.
  func begin() -> StatementStart?

  /// Says how long the statement took.
  func end(_ start: StatementStart)
}

/// When a statement began, and what was asked of Graph before it.
package struct StatementStart: Sendable {
  let instant: ContinuousClock.Instant
  let reading: GraphMeter.Reading
}

extension Workspace: StatementTimer {
  package func begin() -> StatementStart? {
    guard settings.timing else { return nil }
    return StatementStart(instant: .now, reading: meter.reading)
  }

  package func end(_ start: StatementStart) {
    let time = start.instant.duration(to: .now)
    tell(TimingText.text(time, meter.reading.since(start.reading)))
  }
}

/// How `set timing on` tells a statement's time.
///
///     0.412 s (graph 0.380 s, 3 requests, 1 throttled 0.200 s)
package enum TimingText {
  /// The line for a statement.
  package static func text(_ time: Duration, _ reading: GraphMeter.Reading) -> String {
    var parts: [String] = []
    if reading.requests > 0 {
      parts.append("graph \(span(reading.busy))")
      parts.append(reading.requests == 1 ? "1 request" : "\(reading.requests) requests")
    }
    if reading.waits > 0 { parts.append("\(reading.waits) throttled \(span(reading.waited))") }
    return span(time) + (parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))")
  }

  private static func span(_ duration: Duration) -> String {
    DurationText.text(seconds: duration / .seconds(1))
  }
}
