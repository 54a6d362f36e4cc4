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

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
