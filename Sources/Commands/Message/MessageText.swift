import Foundation
import Graph
import Output

/// How a message reads in one cell of a table.
enum MessageText {
  /// The text of a message: its HTML as plain text, or a word for what has none.
  static func text(of message: ChatMessage) -> String {
    if message.isDeleted { return "(deleted)" }
    if message.isSystemMessage { return "(system event)" }
    guard let body = message.body else { return "" }
    let plain = message.bodyType == "html" ? HTMLText.plain(body) : body
    guard let subject = message.subject, !subject.isEmpty else { return plain }
    return "\(subject): \(plain)"
  }

  /// A time of Graph's, `2026-11-24T08:15:30.123Z`, as this machine's local time to the minute.
  static func time(_ text: String?) -> String {
    guard let text else { return "" }
    let whole = text.prefix { $0 != "." && $0 != "Z" } + "Z"
    guard let date = try? Date(String(whole), strategy: .iso8601) else { return text }
    let style = Date.VerbatimFormatStyle(
      format: """
        \(year: .defaultDigits)-\(month: .twoDigits)-\(day: .twoDigits) \
        \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits)
        """,
      timeZone: .current, calendar: Calendar(identifier: .gregorian))
    return date.formatted(style)
  }
}
