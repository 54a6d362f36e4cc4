import Foundation

/// A moment in whole milliseconds, which is how Graph prints and orders everything.
struct Instant: Sendable, Hashable, Comparable {
  let milliseconds: Int

  init(milliseconds: Int) {
    self.milliseconds = milliseconds
  }

  init(_ date: Date) {
    milliseconds = Int((date.timeIntervalSince1970 * 1000).rounded(.down))
  }

  /// Reads `2026-01-01T08:30:00.25Z`, or the same with an offset.
  init?(text: String) {
    for fraction in [false, true] {
      let style = Date.ISO8601FormatStyle(includingFractionalSeconds: fraction)
      if let date = try? style.parse(text) {
        self.init(date)
        return
      }
    }
    return nil
  }

  static func < (lhs: Instant, rhs: Instant) -> Bool { lhs.milliseconds < rhs.milliseconds }

  func advanced(seconds: Int) -> Instant {
    Instant(milliseconds: milliseconds + seconds * 1000)
  }

  var seconds: Int { milliseconds / 1000 }

  /// The moment as Teams prints it: as many fraction digits as it needs, `2020-12-04T23:10:28.51Z`.
  var text: String {
    let fraction = milliseconds % 1000
    guard fraction != 0 else { return zonelessText + "Z" }
    var digits = String(String(1000 + fraction).dropFirst())
    while digits.hasSuffix("0") { digits.removeLast() }
    return zonelessText + "." + digits + "Z"
  }

  /// The moment to the second, as the directory prints it.
  var secondsText: String { zonelessText + "Z" }

  /// The moment to the second without the zone, as error bodies print it.
  var zonelessText: String {
    let (date, clock) = parts
    return "\(pad(date.year, 4))-\(pad(date.month, 2))-\(pad(date.day, 2))"
      + "T\(pad(clock / 3600, 2)):\(pad(clock / 60 % 60, 2)):\(pad(clock % 60, 2))"
  }

  private typealias CivilDate = (year: Int, month: Int, day: Int)

  /// The date by Howard Hinnant's `civil_from_days`, and the second of the day.
  private var parts: (date: CivilDate, clock: Int) {
    let total = Int((Double(milliseconds) / 1000).rounded(.down))
    let days = Int((Double(total) / 86_400).rounded(.down))
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    return ((year, month, day), total - days * 86_400)
  }

  private func pad(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
