import GRDB
import HTTPTypes

/// What bots may know of the teams that they are in.
enum BotTeamRoutes {
  static let all = [
    ConnectorRoute(.get, "/v3/teams/{team}", .look) { call in
      .ok(
        try await call.tenant.read { db in
          let (row, general) = try team(db, call)
          let id: String = row["id"]
          return [
            "id": .string(general), "name": .text(row["displayName"]), "type": "standard",
            "aadGroupId": .string(id), "channelCount": .number(try channels(db, of: id).count),
            "memberCount": .number(
              try Int.fetchOne(
                db, sql: "SELECT COUNT(*) FROM members WHERE place = ?", arguments: [id]) ?? 0),
            "tenantId": .string(call.tenant.profile.id),
          ]
        })
    },
    ConnectorRoute(.get, "/v3/teams/{team}/conversations", .look) { call in
      .ok([
        "conversations": .array(
          try await call.tenant.read { db in
            try channels(db, of: team(db, call).row["id"]).map { row in
              let isGeneral: Bool = row["isGeneral"]
              // The general channel goes by another name in every language.
              return [
                "id": .text(row["id"]), "name": isGeneral ? nil : .text(row["displayName"]),
                "type": .text(row["membershipType"]),
              ]
            }
          })
      ])
    },
  ]

  /// The team whose general channel has this id.
  private static func team(
    _ db: Database, _ call: ConnectorCall
  ) throws -> (row: Row, general: String) {
    let conversation = try BotConversation(db, call["team"], bot: call.bot)
    guard case .channel(let id) = conversation.kind,
      let row = try Row.fetchOne(db, sql: "SELECT * FROM teams WHERE id = ?", arguments: [id])
    else { throw ConnectorFailure.unknownConversation }
    return (row, try Channel.general(db, of: id)["id"])
  }

  private static func channels(_ db: Database, of team: String) throws -> [Row] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM channels
        WHERE team = ? AND deletedAt IS NULL AND membershipType = 'standard' ORDER BY seq
        """,
      arguments: [team])
  }
}
