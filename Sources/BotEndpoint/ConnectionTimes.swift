import NIOCore

/// How long a connection may take for what, and what is to be done when it takes longer.
struct ConnectionTimes: Sendable {
  /// What the connection is at.
  enum Phase: Sendable, Hashable {
    /// A handshake or a request's head has to come; before the first one and between two.
    case head
    case body
    /// The whole request is here, and the answer is being made.
    case answer
    /// The answer came before the end of the request; the rest is thrown away for a moment, so that the
    /// sender reads the answer and not a reset.
    case leaving
  }

  /// What to do about the timer.
  enum Timer: Sendable, Hashable {
    case set(TimeAmount)
    case clear
    case keep
  }

  let limits: EndpointLimits
  private(set) var phase = Phase.head
  private var hasAnswered = false
  private var isFirst = true

  init(limits: EndpointLimits) {
    self.limits = limits
  }

  /// The time for the head; between two requests a connection may rest for longer.
  var headLimit: TimeAmount { isFirst ? limits.head : limits.rest }

  /// Whether what arrives is thrown away.
  var isDeaf: Bool { phase == .leaving }

  mutating func readHead() -> Timer {
    guard phase != .leaving else { return .keep }
    phase = .body
    hasAnswered = false
    isFirst = false
    return .set(limits.body)
  }

  mutating func readEnd() -> Timer {
    guard phase == .body else { return .keep }
    phase = .answer
    return .clear
  }

  /// - Returns: Whether the sender is told that the connection ends with this answer.
  mutating func writeHead() -> Bool {
    hasAnswered = true
    return phase == .body
  }

  mutating func writeEnd() -> Timer {
    switch phase {
    case .body:
      phase = .leaving
      return .set(limits.leaving)
    case .answer:
      phase = .head
      return .set(headLimit)
    case .head, .leaving:
      return .keep
    }
  }

  /// - Returns: Whether the sender is told, before the connection is closed, that it took too long.
  mutating func runOut() -> Bool {
    defer { phase = .leaving }
    return phase == .body && !hasAnswered
  }
}
