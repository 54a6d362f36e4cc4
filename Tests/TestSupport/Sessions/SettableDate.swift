package import Foundation

import Synchronization

/// A clock on the wall that only the test moves.
package final class SettableDate: Sendable {
  private let date: Mutex<Date>

  package init(_ date: Date = Date(timeIntervalSince1970: 1_800_000_000)) {
    self.date = Mutex(date)
  }

  package var now: Date { date.withLock { $0 } }

  package func advance(seconds: TimeInterval) {
    date.withLock { $0 += seconds }
  }
}
