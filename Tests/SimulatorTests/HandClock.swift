import Foundation
import Synchronization

/// A clock that a test moves by hand.
final class HandClock: Sendable {
  private let time = Mutex(Date(timeIntervalSince1970: 1_780_000_000))
  func now() -> Date { time.withLock { $0 } }
  func advance(_ seconds: Double) { time.withLock { $0 += seconds } }
}
