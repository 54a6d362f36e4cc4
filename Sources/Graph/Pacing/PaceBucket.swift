/// What was sent of one kind lately, which never exceeds its limit in any window of time.
///
/// A whole window's worth may go at once. Counting over every stretch of time keeps the limit however the
/// other side counts: by fixed windows, by sliding ones, or by a bucket that fills again.
struct PaceBucket: Sendable {
  private var spent: [(at: Duration, cost: Int)] = []
  /// How many of ``spent`` have left the window.
  private var gone = 0
  private var sum = 0
  private(set) var closedUntil = Duration.zero

  /// How much longer than published a window is held to be, in hundredths: on their way requests draw
  /// closer together, and 20 that left within a window may arrive within less.
  static let slack = 5

  /// How long to wait before so much may be sent; zero to send now.
  mutating func wait(for charge: PaceCharge, at now: Duration) -> Duration {
    let window = charge.rate.window * (100 + Self.slack) / 100
    drop(before: now - window)
    let closed = max(.zero, closedUntil - now)
    // What costs more than a whole window's worth waits for an empty one.
    var excess = sum + min(charge.cost, charge.rate.count) - charge.rate.count
    var wait = Duration.zero
    for entry in spent[gone...] where excess > 0 {
      excess -= entry.cost
      wait = entry.at + window - now
    }
    return max(wait, closed)
  }

  mutating func spend(_ cost: Int, at now: Duration) {
    sum += cost
    if let last = spent.indices.last, last >= gone, spent[last].at == now {
      spent[last].cost += cost
    } else {
      spent.append((now, cost))
    }
  }

  mutating func close(until moment: Duration) {
    closedUntil = max(closedUntil, moment)
  }

  /// Whether nothing would change if the bucket were new.
  mutating func isIdle(_ rate: Rate, at now: Duration) -> Bool {
    drop(before: now - rate.window * (100 + Self.slack) / 100)
    return sum == 0 && closedUntil <= now
  }

  private mutating func drop(before moment: Duration) {
    while gone < spent.count, spent[gone].at <= moment {
      sum -= spent[gone].cost
      gone += 1
    }
    guard gone > 64, gone * 2 > spent.count else { return }
    spent.removeFirst(gone)
    gone = 0
  }
}
