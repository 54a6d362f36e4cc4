package import Foundation
import GRDB

/// Something that happened behind the prompt, and is told above it.
package struct Notice: Sendable, Hashable {
  /// What happened.
  package enum Kind: String, Sendable, CaseIterable {
    /// A person answered a question.
    case answer
    /// A direct message opened an incident.
    case opened
    /// A note came from a channel.
    case note
    /// Somebody wrote to the bot, and it was none of its commands.
    case message
    /// The bot was added to a team, or removed from one.
    case membership
    /// A hook failed, hung or said too much.
    case hook
    /// An activity could not be handled.
    case failure
  }

  package let number: Int64
  package let kind: Kind
  /// The question's text, the incident's number, the team's name or the hook's key.
  package let subject: String
  /// Whose doing it was.
  package let person: String?
  package let text: String
  package let postedAt: Date
}

extension IncidentStore {
  /// The most that are kept; older ones were told long ago.
  private static let mostNotices = 1000

  /// Posts a notice; one from the same source is posted once.
  package func post(
    _ kind: Notice.Kind, _ subject: String, person: String? = nil, _ text: String,
    source: String? = nil, at time: Date
  ) throws(RecordsError) {
    try file.write { db in
      try db.execute(
        sql: """
          INSERT INTO notice (kind, subject, person, text, source, postedAt)
          VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (source) DO NOTHING
          """,
        arguments: [kind.rawValue, subject, person, text, source, time.timeIntervalSince1970])
      try db.execute(
        sql: "DELETE FROM notice WHERE number <= ?",
        arguments: [db.lastInsertedRowID - Int64(Self.mostNotices)])
    }
  }

  /// The number of the newest notice; 0 for none.
  package func newestNotice() throws(RecordsError) -> Int64 {
    try file.read { try Int64.fetchOne($0, sql: "SELECT max(number) FROM notice") ?? 0 }
  }

  /// What was posted after a number, oldest first.
  package func notices(after number: Int64) throws(RecordsError) -> [Notice] {
    try file.read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM notice WHERE number > ? ORDER BY number",
        arguments: [number]
      ).compactMap(Notice.init)
    }
  }
}

extension Notice {
  fileprivate init?(_ row: Row) {
    guard let kind = Kind(rawValue: row["kind"]) else { return nil }
    self.init(
      number: row["number"], kind: kind, subject: row["subject"], person: row["person"],
      text: row["text"], postedAt: Date(timeIntervalSince1970: row["postedAt"]))
  }
}
