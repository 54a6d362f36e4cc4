import GRDB
import HTTPTypes

/// How bots begin conversations, and which they have.
enum ConversationRoutes {
  private static let page = 100

  static let all = [
    ConnectorRoute(.get, "/v3/conversations", .look) { call in
      let start = call.query["continuationToken"].flatMap { Int($0) } ?? 0
      let ids = try await call.tenant.read { db in
        try conversations(db, call.bot, from: start, limit: page + 1)
      }
      var fields: Document.Fields = [
        "conversations": .array(
          ids.prefix(page).map { ["id": .string($0), "members": []] })
      ]
      if ids.count > page { fields["continuationToken"] = .string(String(start + page)) }
      return .ok(.object(fields))
    },
    ConnectorRoute(.post, "/v3/conversations", .create) { call in
      let request = try call.object()
      let now = call.tenant.now
      return try await call.tenant.write { db in
        try requireOwn(request, call)
        let isThread = request["channelData"]?["channel"]?["id"]?.string != nil
        return try isThread ? begin(db, request, call, at: now) : meet(db, request, call, at: now)
      }
    },
  ]

  /// Refuses a bot that is another one, and another tenant.
  private static func requireOwn(_ request: Document, _ call: ConnectorCall) throws {
    if let id = request["bot"]?["id"]?.string {
      let bare = id.hasPrefix("28:") ? String(id.dropFirst(3)) : id
      guard bare.lowercased() == call.bot.id else {
        throw ConnectorFailure.badArgument("The bot of the request is not the one of its token.")
      }
    }
    let tenant = request["channelData"]?["tenant"]?["id"]?.string ?? request["tenantId"]?.string
    guard tenant == nil || tenant?.lowercased() == call.tenant.profile.id else {
      throw ConnectorFailure.badArgument("Unknown tenant.")
    }
  }

  /// Begins a thread in a channel with a first message.
  private static func begin(
    _ db: Database, _ request: Document, _ call: ConnectorCall, at now: Instant
  ) throws -> Answer {
    let channel = request["channelData"]?["channel"]?["id"]?.string ?? ""
    let conversation = try BotConversation(db, channel, bot: call.bot)
    guard case .channel = conversation.kind, conversation.thread == nil,
      let activity = request["activity"], activity.fields != nil
    else { throw incorrect }
    try conversation.requireWritable(db)
    let id = try ActivityRoutes.post(
      db, activity, in: conversation, under: nil, call.bot, at: now)
    return .created([
      "id": .string("\(conversation.place);messageid=\(id)"), "activityId": .string(String(id)),
      "serviceUrl": .string(call.serviceURL),
    ])
  }

  /// Makes the conversation with one person, or finds it.
  private static func meet(
    _ db: Database, _ request: Document, _ call: ConnectorCall, at now: Instant
  ) throws -> Answer {
    let tenant = request["channelData"]?["tenant"]?["id"] ?? request["tenantId"]
    let members = request["members"]?.array ?? []
    guard request["isGroup"]?.bool != true, members.count == 1, tenant?.string != nil,
      let id = members[0]["id"]?.string
    else { throw incorrect }
    guard let row = try ChannelAccount(bot: call.bot).find(db, id) else {
      throw ConnectorFailure.badArgument("Unknown member '\(id.prefix(200))'.")
    }
    let conversation = try BotConversation.open(
      db, with: Person(row), bot: call.bot, at: now)
    var fields: Document.Fields = ["id": .string(conversation.id(for: call.bot))]
    if let activity = request["activity"], activity.fields != nil {
      let message = try ActivityRoutes.post(
        db, activity, in: conversation, under: nil, call.bot, at: now)
      fields["activityId"] = .string(String(message))
    }
    fields["serviceUrl"] = .string(call.serviceURL)
    return .created(.object(fields))
  }

  private static var incorrect: ConnectorFailure {
    .badArgument("Incorrect conversation creation parameters.")
  }

  private static func conversations(
    _ db: Database, _ bot: BotRegistration, from start: Int, limit: Int
  ) throws -> [String] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT channels.id AS id, NULL AS person FROM installations
          JOIN apps ON apps.id = installations.app JOIN channels ON channels.team = place
          WHERE bot = :bot AND isGeneral AND deletedAt IS NULL
        UNION ALL SELECT chats.id, NULL FROM installations
          JOIN apps ON apps.id = installations.app JOIN chats ON chats.id = place
          WHERE bot = :bot AND deletedAt IS NULL
        UNION ALL SELECT chats.id, members.person FROM chats
          JOIN members ON members.place = chats.id
          WHERE instr(chats.id, :bot) > 0 AND deletedAt IS NULL
        LIMIT :limit OFFSET :start
        """,
      arguments: ["bot": bot.id, "limit": limit, "start": max(0, start)])
    return rows.map { row in
      guard let person = row["person"] as String? else { return row["id"] }
      return ChannelAccount(bot: bot).conversation(with: person)
    }
  }
}
