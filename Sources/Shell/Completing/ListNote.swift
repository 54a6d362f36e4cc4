import Cache
import CommandKit
import Foundation
import Glibc

/// What the last row of a menu says of the names above it: how old they are, and what happens to them.
struct ListNote: Sendable, Hashable {
  let kind: CacheKind
  /// How many names there are; `nil` where they are not in memory yet.
  let count: Int?
  let filledAt: Date?
  let progress: ListProgress
  /// Whether another process has written what is not in memory yet.
  var isOld = false

  /// The words, at a time; `nil` where there is nothing to say.
  func text(at now: Date) -> String? {
    guard let count else { return "loading \(kind.rawValue)…" }
    let age = filledAt.map { "as of \(Self.clock($0, now: now))" }
    switch progress {
    case .reading:
      guard let age, count > 0 else { return "loading \(kind.rawValue)…" }
      return "\(age), refreshing…"
    case .failed(let words):
      guard count > 0 else { return "no \(kind.rawValue): \(words)" }
      return [age, "not refreshed: \(words)"].compactMap(\.self).joined(separator: ", ")
    case .idle where isOld:
      return [age, "refreshing…"].compactMap(\.self).joined(separator: ", ")
    case .idle:
      if let age { return age }
      return count == 0 ? "nothing read yet: cache refresh \(kind.rawValue)" : nil
    }
  }

  /// The time of day, with the date before it where it was another day.
  private static func clock(_ date: Date, now: Date) -> String {
    let (then, today) = (local(date), local(now))
    return then.day == today.day ? then.time : "\(then.day) \(then.time)"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Day and time here; by the C library, since calendars take longer to load than a key may.
  private static func local(_ date: Date) -> (day: String, time: String) {
    var seconds = time_t(date.timeIntervalSince1970)
    var fields = unsafe tm()
    unsafe localtime_r(&seconds, &fields)
    let (year, month, day) = unsafe (fields.tm_year + 1900, fields.tm_mon + 1, fields.tm_mday)
    let (hour, minute) = unsafe (fields.tm_hour, fields.tm_min)
    return (
      day: "\(year)-\(two(Int(month)))-\(two(Int(day)))",
      time: "\(two(Int(hour))):\(two(Int(minute)))"
    )
  }
}
