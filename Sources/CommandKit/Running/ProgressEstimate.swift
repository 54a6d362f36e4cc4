/// How far a job is, and what its pace so far lets one expect.
struct ProgressEstimate: Sendable, Hashable {
  var done = 0
  /// How much there is to do, where that is known.
  var total: Int?
  /// What is counted, in the plural.
  let unit: String
  /// How many of what is counted make one of what is shown: a million bytes are a megabyte.
  var scale = 1
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
  /// `12 of 200 channels, 31000 messages, 4100 a second, 1:05 left`, or
  /// `12.5 of 250.0 MB, 3.1 MB a second, 1:17 left`.
  func text(after elapsed: Duration) -> String {
    let seconds = elapsed / .seconds(1)
    let rate = { (count: Int) in seconds > 0 ? Double(count) / seconds : 0 }
    var words = [total.map { "\(shown(done)) of \(shown($0)) \(unit)" } ?? "\(shown(done)) \(unit)"]
    if let parts { words.append("\(parts.done) \(parts.unit)") }
    let counted = parts?.done ?? done
    if counted > 0, showsPace { words.append(pace(rate(counted))) }
    if let total, done > 0, total >= done {
      words.append("\(Self.clock(seconds: Double(total - done) / rate(done))) left")
    }
    return words.joined(separator: ", ")
  }

  private func shown(_ number: Int) -> String {
    guard scale != 1 else { return "\(number)" }
    let tenths = number * 10 / scale
    return "\(tenths / 10).\(tenths % 10)"
  }

  private func pace(_ rate: Double) -> String {
    guard scale == 1 else { return "\(shown(Int(rate))) \(unit) a second" }
    return rate >= 1 ? "\(Int(rate.rounded())) a second" : "\(Int((rate * 60).rounded())) a minute"
  }

  private static func clock(seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return hours > 0 ? "\(hours):\(two(minutes)):\(two(rest))" : "\(minutes):\(two(rest))"
  }
}
