package import Documents
package import Foundation
import GRDB

/// What one bot knows of those whom it reaches, in one file of the data folder.
///
/// Prompts and the bot's endpoint share it. All of it can be found out again, so whoever cannot read it works
/// without.
package struct ContactStore: Sendable {
  let file: RecordsFile
  /// The bot's id; several bots of one person share the file, and nothing in it.
  let bot: String
  package var path: String { file.path }

  /// The most conversations, and the most accounts, that are kept of a bot.
  package static let most = 500

  /// Opens the store, and makes it where it is missing.
  ///
  /// - Throws: ``RecordsError`` where no file can be made or read.
  package static func open(at path: String, of bot: String) throws(RecordsError) -> ContactStore {
    ContactStore(
      file: try RecordsFile.open(at: path, steps: ContactSchema.steps), bot: bot.lowercased())
  }
}

/// Conversations with people: the one that was looked for longest ago goes first.
extension ContactStore {
  /// The conversation with a person, by their id in Entra ID.
  package func conversation(with person: String) throws(RecordsError) -> String? {
    try used("conversation", key: "person", person.lowercased(), column: "id")
  }

  /// Keeps a conversation as the newest.
  package func keep(conversation id: String, with person: String) throws(RecordsError) {
    try kept("conversation", key: "person", person.lowercased(), column: "id", id)
  }

  /// Forgets a conversation that the connector does not know any more.
  package func forgetConversation(with person: String) throws(RecordsError) {
    try file.write { db in
      try db.execute(
        sql: "DELETE FROM conversation WHERE bot = ? AND person = ?",
        arguments: [bot, person.lowercased()])
    }
  }
}

/// Who the connector's ids belong to, kept as conversations are.
extension ContactStore {
  /// What the connector told of an account, by its `29:…` id; `nil` where it did so before a time.
  package func account(_ id: String, since time: Date) throws(RecordsError) -> JSON? {
    try used(
      "account", key: "id", id, column: "facts",
      where: "readAt >= \(time.timeIntervalSince1970)"
    ).flatMap { try? JSON(parsing: $0) }
  }

  /// Keeps an account as the newest.
  package func keep(account facts: JSON, as id: String, at time: Date) throws(RecordsError) {
    try kept(
      "account", key: "id", id, column: "facts", facts.text(),
      beside: ("readAt", time.timeIntervalSince1970))
  }

  /// Forgets somebody whom the connector does not know any more.
  package func forgetAccount(_ id: String) throws(RecordsError) {
    try file.write { db in
      try db.execute(
        sql: "DELETE FROM account WHERE bot = ? AND id = ?", arguments: [bot, id])
    }
  }
}

extension ContactStore {
  /// Reads one text, and moves it to the newest end, unless it is there.
  private func used(
    _ table: String, key: String, _ value: String, column: String, where condition: String = "TRUE"
  ) throws(RecordsError) -> String? {
    let found = try file.read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT \(column) AS text,
            turn = (SELECT max(turn) FROM \(table) WHERE bot = ?1) AS isNewest
          FROM \(table) WHERE bot = ?1 AND \(key) = ?2 AND \(condition)
          """, arguments: [bot, value])
    }
    guard let found else { return nil }
    let isNewest: Bool = found["isNewest"]
    if !isNewest {
      // Two who read at once move it twice, which leaves it where it belongs.
      try file.write { db in
        try db.execute(
          sql: """
            UPDATE \(table) SET turn = 1 + (SELECT max(turn) FROM \(table) WHERE bot = ?1)
            WHERE bot = ?1 AND \(key) = ?2
            """, arguments: [bot, value])
      }
    }
    return found["text"]
  }

  /// Writes one text at the newest end, and lets go of the oldest above the limit.
  private func kept(
    _ table: String, key: String, _ value: String, column: String, _ text: String,
    beside further: (column: String, value: Double)? = nil
  ) throws(RecordsError) {
    let columns = further.map { ", \($0.column)" } ?? ""
    let values = further.map { ", \($0.value)" } ?? ""
    try file.write { db in
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO \(table) (bot, \(key), \(column), turn\(columns))
          VALUES (?1, ?2, ?3,
            1 + coalesce((SELECT max(turn) FROM \(table) WHERE bot = ?1), 0)\(values))
          """, arguments: [bot, value, text])
      try db.execute(
        sql: """
          DELETE FROM \(table) WHERE bot = ?1 AND \(key) IN (
            SELECT \(key) FROM \(table) WHERE bot = ?1 ORDER BY turn DESC LIMIT -1 OFFSET ?2)
          """, arguments: [bot, Self.most])
    }
  }
}
