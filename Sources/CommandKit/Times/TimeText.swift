package import Foundation

/// How times are written in tables.
package enum TimeStyle: String, Sendable, CaseIterable {
  /// As `2 h ago`, `yesterday 14:02`; older ones with their date.
  case relative
  /// As `2026-11-24 08:15`, in this machine's time.
  case exact
}

/// A moment in words for a person, or exactly.
package struct TimeText: Sendable {
  /// Where a time is shown.
  package enum Form: Sendable, Hashable {
    /// A cell of a table: as short as it may be.
    case style(TimeStyle)
    /// One object in full: the exact time, and behind it how long ago that was.
    case full
    /// For other programs: as Graph writes it.
    case verbatim
  }

  private let form: Form
  private let now: Date
  private let calendar: Calendar

  package init(_ form: Form, now: Date, timeZone: TimeZone = .current) {
    self.form = form
    self.now = now
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    self.calendar = calendar
  }

  /// A time of Graph's, as `2026-11-24T08:15:30.123Z`; what is no time stays as it came.
  package func text(_ text: String?) -> String {
    guard let text else { return "" }
    guard form != .verbatim, let date = Self.date(text) else { return text }
    switch form {
    case .style(.exact): return exact(date)
    case .style(.relative): return relative(date) ?? exact(date)
    case .full: return relative(date).map { "\(exact(date)) (\($0))" } ?? exact(date)
    case .verbatim: return text
    }
  }

  /// Reads a time of Graph's; fractions of seconds are dropped.
  package static func date(_ text: String) -> Date? {
    let whole = text.prefix { $0 != "." && $0 != "Z" } + "Z"
    return try? Date(String(whole), strategy: .iso8601)
  }

  /// Reads a time of Graph's with the fraction of its second, by which what came within one is sorted.
  package static func instant(_ text: String) -> Date? {
    let fraction = text.drop { $0 != "." }.prefix { $0 != "Z" }
    return date(text).map { $0 + (Double("0\(fraction)") ?? 0) }
  }

  /// The time of day in this machine's zone, to the second.
  package static func clock(_ date: Date, timeZone: TimeZone = .current) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    let time = calendar.dateComponents([.hour, .minute, .second], from: date)
    return [time.hour, time.minute, time.second].map { padded($0 ?? 0, to: 2) }
      .joined(separator: ":")
  }

  private func relative(_ date: Date) -> String? {
    let seconds = now.timeIntervalSince(date)
    guard seconds > -5 else { return nil }
    if seconds < 60 { return "just now" }
    if seconds < 3600 { return "\(Int(seconds / 60)) min ago" }
    let days = calendar.dateComponents(
      [.day], from: calendar.startOfDay(for: date), to: calendar.startOfDay(for: now)
    ).day
    switch days {
    case 0: return "\(Int(seconds / 3600)) h ago"
    case 1: return "yesterday \(clock(date))"
    default: return nil
    }
  }

  private func exact(_ date: Date) -> String {
    let day = calendar.dateComponents([.year, .month, .day], from: date)
    let parts = [(day.year, 4), (day.month, 2), (day.day, 2)]
    return parts.map { Self.padded($0.0 ?? 0, to: $0.1) }.joined(separator: "-") + " " + clock(date)
  }

  private func clock(_ date: Date) -> String {
    let time = calendar.dateComponents([.hour, .minute], from: date)
    return "\(Self.padded(time.hour ?? 0, to: 2)):\(Self.padded(time.minute ?? 0, to: 2))"
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
