/// So much in a stretch of time.
package struct Rate: Sendable, Hashable {
  package let count: Int
  package let window: Duration

  package init(_ count: Int, per window: Duration) {
    self.count = count
    self.window = window
  }

  /// So many in every second.
  package static func second(_ count: Int) -> Rate { Rate(count, per: .seconds(1)) }

  /// So many in every minute.
  package static func minute(_ count: Int) -> Rate { Rate(count, per: .seconds(60)) }
}
