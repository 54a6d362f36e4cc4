package import Documents
package import Foundation
import GRDB

/// Who was in a conversation when it was last asked.
package struct KeptRoster: Sendable, Hashable {
  /// As the connector sent them (Bot connector, `TeamsChannelAccount`).
  package let members: [JSON]
  package let readAt: Date
}

extension ContactStore {
  /// Who is in a conversation, as far as it was asked.
  package func roster(of conversation: String) throws(RecordsError) -> KeptRoster? {
    let row = try file.read { db in
      try Row.fetchOne(
        db, sql: "SELECT members, readAt FROM roster WHERE bot = ? AND conversation = ?",
        arguments: [bot, conversation])
    }
    guard let row else { return nil }
    let text: String = row["members"]
    guard let members = try? JSON(parsing: text).array else { return nil }
    return KeptRoster(members: members, readAt: Date(timeIntervalSince1970: row["readAt"]))
  }

  /// Keeps who is in a conversation.
  ///
  /// - Parameters:
  ///   - members: Everybody in it.
  ///   - conversation: Its id in the connector.
  ///   - team: The id in Graph of the team whose members they are; `nil` for none.
  ///   - time: When they were read.
  /// - Throws: ``RecordsError`` where the file cannot be written.
  package func keep(
    roster members: [JSON], of conversation: String, in team: String?, at time: Date
  ) throws(RecordsError) {
    try file.write { db in
      try db.execute(
        sql: """
          INSERT INTO roster (bot, conversation, team, members, readAt) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (bot, conversation) DO UPDATE
            SET team = excluded.team, members = excluded.members, readAt = excluded.readAt
          """,
        arguments: [
          bot, conversation, team, JSON.array(members).text(), time.timeIntervalSince1970,
        ])
      try db.execute(
        sql: """
          DELETE FROM roster WHERE bot = ?1 AND conversation IN (
            SELECT conversation FROM roster WHERE bot = ?1 ORDER BY readAt DESC LIMIT -1 OFFSET ?2)
          """, arguments: [bot, Self.most])
    }
  }

  /// Forgets who is in a conversation; for a team's General channel, also who is in its other channels.
  package func forgetRosters(
    of conversation: String, andOfTeam team: String? = nil
  ) throws(RecordsError) {
    try file.write { db in
      try db.execute(
        sql: """
          DELETE FROM roster WHERE bot = ?1 AND (conversation = ?2
            OR team = coalesce(?3, (SELECT groupID FROM team WHERE bot = ?1 AND id = ?2)))
          """, arguments: [bot, conversation, team])
    }
  }
}

/// A team that a bot is in.
package struct KnownTeam: Sendable, Hashable {
  /// Its id in the connector, which is its General channel's.
  package let id: String
  /// Its id in Graph, where that was told.
  package let groupID: String?
  package let name: String

  package init(id: String, groupID: String?, name: String) {
    self.id = id
    self.groupID = groupID
    self.name = name
  }
}

extension ContactStore {
  /// The teams that the bot is known to be in, by name.
  package func teams() throws(RecordsError) -> [KnownTeam] {
    try file.read { db in
      try Row.fetchAll(
        db, sql: "SELECT id, groupID, name FROM team WHERE bot = ? ORDER BY name, id",
        arguments: [bot])
    }.map { KnownTeam(id: $0["id"], groupID: $0["groupID"], name: $0["name"]) }
  }

  /// Keeps a team by its newest name.
  package func keep(_ team: KnownTeam) throws(RecordsError) {
    try file.write { db in
      try db.execute(
        sql: """
          INSERT INTO team (bot, id, groupID, name) VALUES (?, ?, ?, ?)
          ON CONFLICT (bot, id) DO UPDATE
            SET groupID = coalesce(excluded.groupID, groupID), name = excluded.name
            WHERE name <> excluded.name OR groupID IS NOT coalesce(excluded.groupID, groupID)
          """, arguments: [bot, team.id, team.groupID, team.name])
    }
  }

  /// Forgets a team that the bot left, and who was in it.
  package func forgetTeam(_ id: String) throws(RecordsError) {
    try forgetRosters(of: id)
    try file.write { db in
      try db.execute(sql: "DELETE FROM team WHERE bot = ? AND id = ?", arguments: [bot, id])
    }
  }
}
