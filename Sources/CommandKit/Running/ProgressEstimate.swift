/// How far a job is, and what its pace so far lets one expect.
struct ProgressEstimate: Sendable, Hashable {
  var done = 0
  /// How much there is to do, where that is known.
  var total: Int?
  /// What is counted, in the plural.
  let unit: String
  /// Whether a pace tells anybody anything.
  var showsPace = true
  /// What is counted beside it, and how much of it was done: the pace is that of these.
  var parts: Parts?

  /// The many small things of which the few large ones are made.
  struct Parts: Sendable, Hashable {
    var done = 0
    let unit: String
  }

  /// One line, as `1240 of 5000 people, 58 a second, 1:05 left`, or
  /// `12 of 200 channels, 31000 messages, 4100 a second, 1:05 left`.
  func text(after elapsed: Duration) -> String {
    let seconds = elapsed / .seconds(1)
    let rate = seconds > 0 ? Double(done) / seconds : 0
    var words = [total.map { "\(done) of \($0) \(unit)" } ?? "\(done) \(unit)"]
    if let parts { words.append("\(parts.done) \(parts.unit)") }
    let counted = parts?.done ?? done
    if counted > 0, showsPace {
      words.append(Self.pace(seconds > 0 ? Double(counted) / seconds : 0))
    }
    if let total, done > 0, total >= done {
      words.append("\(Self.clock(seconds: Double(total - done) / rate)) left")
    }
    return words.joined(separator: ", ")
  }

  private static func pace(_ rate: Double) -> String {
    rate >= 1 ? "\(Int(rate.rounded())) a second" : "\(Int((rate * 60).rounded())) a minute"
  }

  private static func clock(seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return hours > 0 ? "\(hours):\(two(minutes)):\(two(rest))" : "\(minutes):\(two(rest))"
  }
}
