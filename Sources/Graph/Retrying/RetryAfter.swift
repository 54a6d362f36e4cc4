import FoundationEssentials
import HTTPTypes

/// The `Retry-After` header: how long the server wants to be left alone.
enum RetryAfter {
  /// Reads the header; a date counts from the answer's own `Date`, so that clocks need not agree.
  static func duration(in headers: HTTPFields) -> Duration? {
    guard let text = headers[.retryAfter] else { return nil }
    let answered = headers[.date].flatMap(HTTPDate.init)
    return duration(text, from: answered ?? .now)
  }

  /// Reads whole seconds, decimals (which Graph is known to send) or a date.
  static func duration(_ text: String, from answered: HTTPDate) -> Duration? {
    let trimmed = text.trimmed
    if let seconds = Double(trimmed), seconds.isFinite, !trimmed.lowercased().contains("x") {
      guard (0...86_400 * 365).contains(seconds) else { return nil }
      return .milliseconds(Int((seconds * 1000).rounded(.up)))
    }
    guard let date = HTTPDate(trimmed) else { return nil }
    return .seconds(max(0, date.secondsSinceEpoch - answered.secondsSinceEpoch))
  }
}

/// A moment as HTTP writes it, to the second.
struct HTTPDate: Sendable, Hashable {
  let secondsSinceEpoch: Int

  init(secondsSinceEpoch: Int) {
    self.secondsSinceEpoch = secondsSinceEpoch
  }

  static var now: HTTPDate {
    HTTPDate(secondsSinceEpoch: Int(Date().timeIntervalSince1970))
  }

  /// Reads the three forms that RFC 9110 asks recipients to read.
  ///
  ///     Sun, 06 Nov 1994 08:49:37 GMT
  ///     Sunday, 06-Nov-94 08:49:37 GMT
  ///     Sun Nov  6 08:49:37 1994
  init?(_ text: String) {
    let words = text.split { " ,-".contains($0) }.map(String.init)
    guard words.count >= 5 else { return nil }
    let isAscTime = Self.months.contains(words[1])
    let (dayText, monthText) = isAscTime ? (words[2], words[1]) : (words[1], words[2])
    let (yearText, timeText) = isAscTime ? (words[4], words[3]) : (words[3], words[4])
    let time = timeText.split(separator: ":").compactMap { Int($0) }
    guard let month = Self.months.firstIndex(of: monthText), let day = Int(dayText),
      let writtenYear = Int(yearText), (1...31).contains(day), (0...9999).contains(writtenYear),
      time.count == 3, (0..<24).contains(time[0]), (0..<60).contains(time[1]),
      (0...60).contains(time[2])
    else { return nil }
    let year = yearText.count == 2 ? writtenYear + (writtenYear < 70 ? 2000 : 1900) : writtenYear
    let days = Self.daysSinceEpoch(year: year, month: month + 1, day: day)
    secondsSinceEpoch = days * 86_400 + time[0] * 3600 + time[1] * 60 + time[2]
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Counts the days of the Gregorian calendar, with years that begin in March so that the leap day is last.
  private static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let leapDays = shifted / 4 - shifted / 100 + shifted / 400
    return shifted * 365 + leapDays + dayOfYear - 719_468
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
