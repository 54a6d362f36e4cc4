/// How long something took, as short as it is still told apart: `0.412 s`, `12.3 s`, `2:05 min`, `1:02:05 h`.
package enum DurationText {
  /// The text for a number of seconds.
  package static func text(seconds: Double) -> String {
    guard seconds >= 60 else { return "\(fixed(seconds, digits: seconds < 10 ? 3 : 1)) s" }
    let whole = Int(seconds.rounded())
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    return hours > 0
      ? "\(hours):\(two(minutes)):\(two(rest)) h" : "\(minutes):\(two(rest)) min"
  }

  /// A number with so many digits behind the point.
  package static func fixed(_ number: Double, digits: Int) -> String {
    let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
    let whole = Int((number * Double(scale)).rounded())
    guard digits > 0 else { return String(whole) }
    let fraction = String(whole % scale)
    return "\(whole / scale)." + String(repeating: "0", count: digits - fraction.count) + fraction
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
