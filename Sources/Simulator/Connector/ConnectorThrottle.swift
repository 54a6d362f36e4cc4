import Synchronization

/// The gate of the connector's published limits.
///
/// Source: <https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit>
final class ConnectorThrottle: Sendable {
  /// What one bot may do in one conversation.
  private static let thread: [ConnectorRoute.Kind: [RateLimit]] = [
    .send: sending, .create: sending,
    .look: [
      RateLimit(14, per: .seconds(1)), RateLimit(16, per: .seconds(2)),
      RateLimit(120, per: .seconds(30)), RateLimit(3600, per: .seconds(3600)),
    ],
  ]

  private static let sending = [
    RateLimit(7, per: .seconds(1)), RateLimit(8, per: .seconds(2)),
    RateLimit(60, per: .seconds(30)), RateLimit(1800, per: .seconds(3600)),
  ]

  /// What one bot may do in one tenant.
  private static let tenant = RateLimit(50, per: .seconds(1))

  private let ledger = Mutex(RateLedger())
  private let time: @Sendable () -> Duration

  /// - Parameter time: What the limits are measured by.
  init(time: @escaping @Sendable () -> Duration) {
    self.time = time
  }

  /// Counts a request, and refuses it with 429 when it is one too many.
  func admit(
    _ kind: ConnectorRoute.Kind, _ conversation: String, of bot: String
  ) throws(ConnectorFailure) {
    typealias Charge = RateLedger.Charge
    let thread = conversation.prefix { $0 != ";" }
    var charges = [Charge(key: "bot \(bot)", limit: Self.tenant)]
    charges += (Self.thread[kind] ?? []).map {
      Charge(key: "\(kind) \(bot) \(thread) \($0.window)", limit: $0)
    }
    let counted = charges
    let now = time()
    guard let wait = ledger.withLock({ $0.count(counted, at: now) }) else { return }
    throw .tooMany(waiting: max(1, Int((wait / .seconds(1)).rounded(.up))))
  }
}
