import Synchronization

/// How many requests are being worked on, and whether one more may be.
final class Occupancy: Sendable {
  private let count = Mutex(0)
  private let most: Int

  init(most: Int) {
    self.most = most
  }

  /// Does the work, or refuses where too much is under way.
  func whileInside<Value>(
    _ body: () async throws(Refusal) -> Value
  ) async throws(Refusal) -> Value {
    let mayEnter = count.withLock { count in
      guard count < most else { return false }
      count += 1
      return true
    }
    guard mayEnter else { throw .busy }
    defer { count.withLock { $0 -= 1 } }
    return try await body()
  }
}
