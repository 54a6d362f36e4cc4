import ArgumentParser
package import Foundation

/// A moment as people type it: `today`, `yesterday`, `30m`, `2h`, `7d`, `2026-11-24`, `2026-11-24T08:15`.
///
/// A date or time without a zone is this machine's.
package struct Moment: Sendable, Hashable, ExpressibleByArgument {
  private enum Meaning: Hashable {
    case ago(seconds: Double)
    case daysBack(Int)
    case local(DateComponents)
    case absolute(Date)
  }

  private let meaning: Meaning

  package init?(argument: String) {
    guard let text = Word(argument: argument)?.text.lowercased() else { return nil }
    if let days = ["today": 0, "yesterday": 1][text] {
      meaning = .daysBack(days)
    } else if let unit = text.last.flatMap({ Self.units[$0] }), let count = Int(text.dropLast()),
      count >= 0
    {
      meaning = .ago(seconds: Double(count) * unit)
    } else if let date = text.hasSuffix("z") ? TimeText.date(text.uppercased()) : nil {
      meaning = .absolute(date)
    } else if let local = Self.components(text) {
      meaning = .local(local)
    } else {
      return nil
    }
  }

  /// The date that is meant.
  package func date(from now: Date, timeZone: TimeZone = .current) -> Date {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    switch meaning {
    case .ago(let seconds): return now.addingTimeInterval(-seconds)
    case .daysBack(let days):
      let start = calendar.startOfDay(for: now)
      return calendar.date(byAdding: .day, value: -days, to: start) ?? start
    case .local(let components): return calendar.date(from: components) ?? now
    case .absolute(let date): return date
    }
  }

  private static let units: [Character: Double] = [
    "s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800,
  ]

  private static func components(_ text: String) -> DateComponents? {
    let halves = text.split(separator: "t", maxSplits: 1)
    guard let first = halves.first else { return nil }
    let date = first.split(separator: "-").map { Int($0) ?? -1 }
    let time = halves.count > 1 ? halves[1].split(separator: ":").map { Int($0) ?? -1 } : []
    guard date.count == 3, first.count == 10, (1...9999).contains(date[0]),
      (1...12).contains(date[1]), (1...31).contains(date[2]),
      halves.count == 1 || (2...3).contains(time.count),
      zip(time, [23, 59, 59]).allSatisfy({ (0...$1).contains($0) })
    else { return nil }
    var components = DateComponents(year: date[0], month: date[1], day: date[2])
    if !time.isEmpty {
      components.hour = time[0]
      components.minute = time[1]
      components.second = time.count > 2 ? time[2] : 0
    }
    return components
  }
}
