import ArgumentParser
import CommandKit
import Foundation

/// When a meeting begins or ends: `2026-12-01T14:00`, with or without a zone, or `+2h` from now.
///
/// A time without a zone is this machine's.
struct MeetingTime: Sendable, ExpressibleByArgument {
  private enum Meaning: Sendable {
    case later(seconds: Double)
    /// A time with its zone goes to Graph as it was written, fractions of seconds and all.
    case exact(String, Date)
    case moment(Moment)
  }

  private let meaning: Meaning

  init?(argument: String) {
    guard let text = Word(argument: argument)?.text, !text.isEmpty else { return nil }
    if text.hasPrefix("+") {
      let units: [Character: Double] = ["m": 60, "h": 3600, "d": 86_400, "w": 604_800]
      guard let unit = text.last.flatMap({ units[$0] }),
        let count = Int(text.dropFirst().dropLast()), count > 0
      else { return nil }
      meaning = .later(seconds: Double(count) * unit)
    } else if let date = Self.zoned(text) {
      meaning = .exact(text, date)
    } else if text.contains("-"),
      let moment = Moment(argument: argument.replacing(/\.\d+$/, with: ""))
    {
      meaning = .moment(moment)
    } else {
      return nil
    }
  }

  func date(from now: Date) -> Date {
    switch meaning {
    case .later(let seconds): now.addingTimeInterval(seconds)
    case .exact(_, let date): date
    case .moment(let moment): moment.date(from: now)
    }
  }

  /// As Graph takes it.
  func text(from now: Date) -> String {
    if case .exact(let text, _) = meaning { return text }
    return date(from: now).formatted(.iso8601)
  }

  /// A time of ISO 8601 that says its zone, as `2026-12-01T14:00:00.5+01:00`.
  private static func zoned(_ text: String) -> Date? {
    guard let time = text.firstIndex(of: "T"),
      text.hasSuffix("Z") || text[time...].contains(where: { $0 == "+" || $0 == "-" })
    else { return nil }
    let whole = text.replacing(/\.\d+/, with: "").replacing(/T(\d\d:\d\d)(?=[Z+-])/) {
      "T\($0.1):00"
    }
    return try? Date(whole, strategy: .iso8601)
  }
}
