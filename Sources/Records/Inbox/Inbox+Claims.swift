package import Foundation
import GRDB

extension Inbox {
  /// Takes activities for oneself, so that nobody else handles them.
  ///
  /// What a living process has taken stays its own. What a process took that is gone is free again: it may
  /// have ended before the work or after it, and ``ReceivedActivity/claims`` tells the next one so.
  ///
  /// - Returns: The ones that are the claimant's now, in the order of their numbers.
  package func claim(
    _ numbers: [Int64], by claimant: ProcessIdentity = .current
  ) throws(RecordsError) -> [ReceivedActivity] {
    try write { db in
      let free = try String.fetchSet(
        db,
        sql: """
          SELECT DISTINCT claimant FROM activity WHERE handledAt IS NULL AND claimant IS NOT NULL
          """
      ).filter { ProcessIdentity($0)?.isAlive != true }
      var claimed: [ReceivedActivity] = []
      for number in numbers.sorted() {
        let row = try Row.fetchOne(
          db,
          sql: """
            UPDATE activity SET claimant = ?, claims = claims + 1
            WHERE number = ? AND handledAt IS NULL
              AND (claimant IS NULL OR claimant IN (SELECT value FROM json_each(?)))
            RETURNING number, key, receivedAt, document, claims, handledAt
            """,
          arguments: [claimant.text, number, Self.list(free)])
        if let row { claimed.append(ReceivedActivity(row)) }
      }
      return claimed
    }
  }

  /// Marks activities as handled.
  ///
  /// - Returns: How many of them were not before.
  @discardableResult
  package func finish(_ numbers: [Int64], at time: Date) throws(RecordsError) -> Int {
    try write { db in
      try numbers.reduce(into: 0) { count, number in
        try db.execute(
          sql: "UPDATE activity SET handledAt = ? WHERE number = ? AND handledAt IS NULL",
          arguments: [time.timeIntervalSince1970, number])
        count += db.changesCount
      }
    }
  }

  /// Gives back what was claimed and not handled.
  package func release(
    _ numbers: [Int64], by claimant: ProcessIdentity = .current
  ) throws(RecordsError) {
    try write { db in
      for number in numbers {
        try db.execute(
          sql: """
            UPDATE activity SET claimant = NULL
            WHERE number = ? AND claimant = ? AND handledAt IS NULL
            """,
          arguments: [number, claimant.text])
      }
    }
  }

  private static func list(_ texts: Set<String>) -> String {
    "["
      + texts.sorted().map { "\"\($0.filter { $0.isNumber || $0 == ":" })\"" }
      .joined(separator: ",") + "]"
  }
}
