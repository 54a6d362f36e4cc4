/// What was asked for lately, as a value: whether one more request is within all its limits.
///
/// A limit holds for every stretch of time, and a request that is refused counts like any other.
struct RateLedger: Sendable {
  /// One limit that a request counts against.
  struct Charge: Sendable {
    /// Whose limit it is.
    let key: String
    let limit: RateLimit
    var cost = 1
  }

  private struct Bucket: Sendable {
    var entries: [(time: Duration, cost: Int)] = []
    var sum = 0
    var window = Duration.zero

    /// Forgets what has left the window.
    mutating func drop(at now: Duration) {
      let kept = entries.firstIndex { $0.time + window > now } ?? entries.count
      for entry in entries[..<kept] { sum -= entry.cost }
      entries.removeFirst(kept)
    }

    /// How long until so much more fits; zero when it does now.
    func wait(for cost: Int, under count: Int, at now: Duration) -> Duration {
      var excess = sum + cost - count
      for entry in entries where excess > 0 {
        excess -= entry.cost
        if excess <= 0 { return entry.time + window - now }
      }
      return .zero
    }
  }

  private var buckets: [String: Bucket] = [:]
  private static let mostBuckets = 20_000

  /// Counts a request, and says how long its sender must wait; nil when it may pass.
  mutating func count(_ charges: [Charge], at now: Duration) -> Duration? {
    if buckets.count > Self.mostBuckets { forget(at: now) }
    var longest = Duration.zero
    for charge in charges { longest = max(longest, take(charge, at: now)) }
    guard longest > .zero else { return nil }
    // Its own turn comes when what was counted, itself included, has left.
    return charges.reduce(longest) { max($0, wait(after: $1, at: now)) }
  }

  private mutating func take(_ charge: Charge, at now: Duration) -> Duration {
    var bucket = buckets[charge.key] ?? Bucket(window: charge.limit.window)
    buckets[charge.key] = nil
    bucket.drop(at: now)
    let wait = bucket.wait(for: charge.cost, under: charge.limit.count, at: now)
    bucket.entries.append((now, charge.cost))
    bucket.sum += charge.cost
    // What is above the limit twice over tells nothing more.
    while bucket.sum > charge.limit.count * 2, let first = bucket.entries.first {
      bucket.sum -= first.cost
      bucket.entries.removeFirst()
    }
    buckets[charge.key] = bucket
    return wait
  }

  private func wait(after charge: Charge, at now: Duration) -> Duration {
    buckets[charge.key]?.wait(for: charge.cost, under: charge.limit.count, at: now) ?? .zero
  }

  private mutating func forget(at now: Duration) {
    for (key, var bucket) in buckets {
      bucket.drop(at: now)
      buckets[key] = bucket.entries.isEmpty ? nil : bucket
    }
  }
}
