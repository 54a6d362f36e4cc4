import GRDB
import HTTPTypes

/// Who is in a conversation.
enum RosterRoutes {
  private static let conversation = "/v3/conversations/{conversation}"
  private static let pageSizes = 50...500
  /// The most people that are told at once; larger rosters come in pages only.
  private static let most = 10_000

  static let all = [
    ConnectorRoute(.get, conversation + "/members", .look) { call in
      .ok(.array(try await members(call)))
    },
    ConnectorRoute(.get, conversation + "/activities/{activity}/members", .look) { call in
      try await call.tenant.read { db in
        _ = try call.conversation(db).message(db, call["activity"])
      }
      return .ok(.array(try await members(call)))
    },
    ConnectorRoute(.get, conversation + "/pagedmembers", .look) { call in try await page(call) },
    ConnectorRoute(.get, conversation + "/members/{member}", .look) { call in
      let tenantID = call.tenant.profile.id
      return .ok(
        try await call.tenant.read { db in
          let roster = try call.conversation(db).roster
          let account = ChannelAccount(bot: call.bot)
          guard let row = try account.find(db, call["member"]),
            try Membership.role(db, of: row["id"], in: roster) != nil
          else { throw ConnectorFailure.unknownMember }
          return account.member(row, tenantID: tenantID)
        })
    },
    ConnectorRoute(.delete, conversation + "/members/{member}") { call in
      try await call.tenant.write { db in try remove(db, call) }
      return .ok([:])
    },
  ]

  /// Takes somebody out of a group chat; who is in a team or a one-on-one chat is not the bot's to say.
  private static func remove(_ db: Database, _ call: ConnectorCall) throws {
    let found = try call.conversation(db)
    guard case .groupChat = found.kind else { throw ConnectorFailure.notOffered }
    let row = try ChannelAccount(bot: call.bot).find(db, call["member"]).flatMap { person in
      try Row.fetchOne(
        db, sql: "SELECT * FROM members WHERE place = ? AND person = ?",
        arguments: [found.roster, person["id"] as String])
    }
    guard let row else { throw ConnectorFailure.unknownMember }
    do {
      try Membership.remove(db, row)
    } catch is GraphFailure {
      throw ConnectorFailure.badArgument("The last owner of a chat stays.")
    }
  }

  private static func members(_ call: ConnectorCall) async throws -> [Document] {
    try await call.tenant.read { db in
      try rows(db, in: call.conversation(db).roster, after: 0, limit: most)
        .map { ChannelAccount(bot: call.bot).member($0, tenantID: call.tenant.profile.id) }
    }
  }

  private static func page(_ call: ConnectorCall) async throws -> Answer {
    let asked = call.query["pageSize"].flatMap { Int($0) } ?? pageSizes.upperBound
    let size = min(max(asked, pageSizes.lowerBound), pageSizes.upperBound)
    let token = call.query["continuationToken"]
    guard let start = token.map({ Int($0) }) ?? 0 else {
      throw ConnectorFailure.badArgument("Invalid continuation token.")
    }
    return try await call.tenant.read { db in
      let found = try rows(
        db, in: call.conversation(db).roster, after: start, limit: size + 1)
      let shown = found.prefix(size)
      var fields: Document.Fields = [:]
      if found.count > size, let last = shown.last {
        fields["continuationToken"] = .string(String(last["memberNumber"] as Int))
      }
      fields["members"] = .array(
        shown.map { ChannelAccount(bot: call.bot).member($0, tenantID: call.tenant.profile.id) })
      return .ok(.object(fields))
    }
  }

  private static func rows(
    _ db: Database, in roster: String, after number: Int, limit: Int
  ) throws -> [Row] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT people.*, members.seq AS memberNumber FROM members
          JOIN people ON people.id = members.person
        WHERE place = ? AND members.seq > ? ORDER BY members.seq LIMIT ?
        """,
      arguments: [roster, number, limit])
  }
}
