/// How long work of Graph's is waited for, and how often it is looked at meanwhile.
struct OperationPatience: Sendable {
  /// When nobody waits any longer.
  static let limit = Duration.seconds(300)

  /// The wait before the next look; `nil` when it was long enough.
  ///
  /// Most work is over in seconds. What takes longer is looked at as seldom as Microsoft asks.
  static func delay(after waited: Duration) -> Duration? {
    switch waited {
    case ..<Duration.seconds(10): .seconds(1)
    case ..<Duration.seconds(60): .seconds(5)
    case ..<limit: .seconds(30)
    default: nil
    }
  }
}
