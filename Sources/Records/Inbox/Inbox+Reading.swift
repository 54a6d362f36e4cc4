import Documents
import Foundation
import GRDB

extension Inbox {
  /// The revision of now; a different one from before means that it pays to read.
  package func revision() throws(RecordsError) -> Revision { try file.revision() }

  /// The number of the newest activity, behind which begins who follows from now on; 0 for none.
  package func newestNumber() throws(RecordsError) -> Int64 {
    try read { try Int64.fetchOne($0, sql: "SELECT max(number) FROM activity") ?? 0 }
  }

  /// What came after a number, oldest first.
  package func activities(
    after number: Int64, limit: Int = 500
  ) throws(RecordsError) -> [ReceivedActivity] {
    try rows("number > ?", [number], limit: limit)
  }

  /// What nobody has finished, oldest first.
  package func unhandled(
    after number: Int64 = 0, limit: Int = 500
  ) throws(RecordsError) -> [ReceivedActivity] {
    try rows("handledAt IS NULL AND number > ?", [number], limit: limit)
  }

  /// How many activities there are, and how many of them nobody has finished.
  package struct Counts: Sendable, Hashable {
    package let all: Int
    package let unhandled: Int

    package init(all: Int, unhandled: Int) {
      self.all = all
      self.unhandled = unhandled
    }
  }

  /// How many there are now.
  package func counts() throws(RecordsError) -> Counts {
    try read { db in
      let all = try Int.fetchOne(db, sql: "SELECT count(*) FROM activity") ?? 0
      let unhandled = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM activity WHERE handledAt IS NULL")
      return Counts(all: all, unhandled: unhandled ?? 0)
    }
  }

  private func rows(
    _ condition: String, _ arguments: StatementArguments, limit: Int
  ) throws(RecordsError) -> [ReceivedActivity] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT number, key, receivedAt, document, claims, handledAt FROM activity
          WHERE \(condition) ORDER BY number LIMIT \(limit)
          """,
        arguments: arguments
      ).map(ReceivedActivity.init)
    }
  }
}

extension ReceivedActivity {
  init(_ row: Row) {
    let text: String = row["document"]
    let handledAt: Double? = row["handledAt"]
    self.init(
      number: row["number"], key: row["key"],
      receivedAt: Date(timeIntervalSince1970: row["receivedAt"]),
      document: (try? JSON(parsing: text)) ?? .null, claims: row["claims"],
      handledAt: handledAt.map(Date.init(timeIntervalSince1970:)))
  }
}
