import Foundation
import GRDB

extension IncidentStore {
  /// Keeps where an incident is mirrored; one place a team.
  package func keep(_ mirror: Mirror) throws(RecordsError) {
    try file.write { db in
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO mirror (incident, teamID, teamName, channelID, channelName, content,
            direction, closesChannel, isAnnounced)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          mirror.incident, mirror.teamID, mirror.teamName, mirror.channelID, mirror.channelName,
          mirror.content.rawValue, mirror.direction.rawValue, mirror.closesChannel,
          mirror.isAnnounced,
        ])
    }
  }

  /// Every place that is mirrored, or those of one incident.
  package func mirrors(of incident: Int64? = nil) throws(RecordsError) -> [Mirror] {
    try mirrors("?1 IS NULL OR incident = ?1", [incident])
  }

  /// The incidents that are mirrored in a channel, the open ones.
  package func mirrors(in channel: String) throws(RecordsError) -> [Mirror] {
    try mirrors(
      """
      channelID = ?1 AND incident IN (SELECT number FROM incident WHERE closedAt IS NULL)
      """, [channel])
  }

  /// Forgets every mirror in a channel, which is gone.
  package func forgetMirrors(in channel: String) throws(RecordsError) {
    try file.write { db in
      try db.execute(sql: "DELETE FROM mirror WHERE channelID = ?", arguments: [channel])
    }
  }

  /// Forgets one mirror, whose channel stays.
  package func forget(_ mirror: Mirror) throws(RecordsError) {
    try file.write { db in
      try db.execute(
        sql: "DELETE FROM mirror WHERE incident = ? AND teamID = ?",
        arguments: [mirror.incident, mirror.teamID])
    }
  }

  private func mirrors(
    _ condition: String, _ arguments: StatementArguments
  ) throws(RecordsError) -> [Mirror] {
    try file.read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM mirror WHERE \(condition) ORDER BY incident, teamName",
        arguments: arguments
      ).map(Mirror.init)
    }
  }
}

extension Mirror {
  fileprivate init(_ row: Row) {
    self.init(
      incident: row["incident"], team: (row["teamID"], row["teamName"]),
      channel: (row["channelID"], row["channelName"]))
    content = Content(rawValue: row["content"]) ?? .none
    direction = Direction(rawValue: row["direction"]) ?? .both
    closesChannel = row["closesChannel"]
    isAnnounced = row["isAnnounced"]
  }
}
