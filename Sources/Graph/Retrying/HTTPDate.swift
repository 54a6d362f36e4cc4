import FoundationEssentials

/// A moment as HTTP writes it, to the second.
package struct HTTPDate: Sendable, Hashable {
  package let secondsSinceEpoch: Int

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
  package init?(_ text: String) {
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
  package static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let leapDays = shifted / 4 - shifted / 100 + shifted / 400
    return shifted * 365 + leapDays + dayOfYear - 719_468
  }
}
