/// What was sent of one kind lately, which never exceeds its limit in any window of time.
///
/// A whole window's worth may go at once. Counting over every stretch of time keeps the limit however the
/// other side counts: by fixed windows, by sliding ones, or by a bucket that fills again. The other side
/// counts a request when it arrives, which is before its answer is here: it is counted from then.
struct PaceBucket: Sendable {
  private struct Sending: Sendable {
    let sent: Duration
    var cost: Int
    /// How many requests of it have no answer yet.
    var unanswered = 1
    /// When the last of them was answered.
    var answered = Duration.zero

    /// The latest moment at which it may have arrived.
    func arrival(_ window: Duration) -> Duration {
      let latest = sent + window * PaceBucket.longestWay / 100
      return unanswered > 0 ? latest : min(answered, latest)
    }
  }

  private var spent: [Sending] = []
  /// How many of ``spent`` have left the window.
  private var gone = 0
  private var sum = 0
  private(set) var closedUntil = Duration.zero

  /// How much of a window a request is held to be on its way at most, in hundredths: a slow answer says
  /// nothing of when the request arrived, and would hold up the others for nothing.
  static let longestWay = 15

  /// How long to wait before so much may be sent; zero to send now.
  mutating func wait(for charge: PaceCharge, at now: Duration) -> Duration {
    let window = charge.rate.window
    drop(window, at: now)
    let closed = max(.zero, closedUntil - now)
    // What costs more than a whole window's worth waits for an empty one.
    var excess = sum + min(charge.cost, charge.rate.count) - charge.rate.count
    var wait = Duration.zero
    for sending in spent[gone...] where excess > 0 {
      excess -= sending.cost
      wait = max(wait, sending.arrival(window) + window - now)
    }
    return max(wait, closed)
  }

  mutating func spend(_ cost: Int, at now: Duration) {
    sum += cost
    if let last = spent.indices.last, last >= gone, spent[last].sent == now {
      spent[last].cost += cost
      spent[last].unanswered += 1
    } else {
      spent.append(Sending(sent: now, cost: cost))
    }
  }

  /// Takes in that what was sent at a moment is answered.
  mutating func answer(sent: Duration, at now: Duration) {
    guard let index = spent[gone...].lastIndex(where: { $0.sent == sent }) else { return }
    spent[index].unanswered -= 1
    spent[index].answered = now
  }

  mutating func close(until moment: Duration) {
    closedUntil = max(closedUntil, moment)
  }

  /// Whether nothing would change if the bucket were new.
  mutating func isIdle(_ rate: Rate, at now: Duration) -> Bool {
    drop(rate.window, at: now)
    return sum == 0 && closedUntil <= now
  }

  private mutating func drop(_ window: Duration, at now: Duration) {
    while gone < spent.count, spent[gone].arrival(window) + window <= now {
      sum -= spent[gone].cost
      gone += 1
    }
    guard gone > 64, gone * 2 > spent.count else { return }
    spent.removeFirst(gone)
    gone = 0
  }
}
