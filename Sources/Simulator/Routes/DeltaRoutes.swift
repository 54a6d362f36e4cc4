import GRDB
import HTTPTypes

/// What changed: people, groups with their members, and the messages of channels and chats.
enum DeltaRoutes {
  static let all = [
    Route(.get, "/users/delta", .followUsers, query: directoryQuery) { call in
      try await call.delta(people, directoryOptions(call))
    },
    Route(.get, "/groups/delta", .followGroups, query: directoryQuery) { call in
      try await call.delta(GroupFeed.source, directoryOptions(call))
    },
    Route(
      .get, "/teams/{team}/channels/{channel}/messages/delta", .followChannelMessages,
      query: messageQuery
    ) { call in
      let room = try await call.tenant.read { db in try ChannelRoom(db, call) }
      return try await call.delta(
        MessageFeed(place: room.channel.id, oldest: oldest(call)) { db, message, options in
          let document = room.document(message, call)
          guard options.expandsReplies else { return document }
          return document.followed(by: try room.replies(db, to: message, call))
        }.source, messageOptions(call))
    },
    Route(.get, "/chats/{chat}/messages/delta", .listChatMessages, query: messageQuery) { call in
      let chat = try await call.tenant.read { db in
        try Chat.find(db, call["chat"], for: call.caller)
      }
      return try await call.delta(
        MessageFeed(place: chat.id, oldest: oldest(call)) { _, message, _ in
          message.document(
            in: .chat, tenantID: call.tenant.profile.id, knowsNewMembers: call.knowsNewMembers)
        }.source, messageOptions(call))
    },
  ]

  private static let directoryQuery = QueryRules(options: [.select, .deltatoken, .skiptoken])
  private static let messageQuery = QueryRules(
    options: [.top, .filter, .expand, .deltatoken, .skiptoken],
    page: QueryRules.PageSize(standard: 20, most: 50), expandable: ["replies"])

  private static func directoryOptions(_ call: Call) -> DeltaOptions {
    var options = DeltaOptions()
    options.select = call.query.select
    return options
  }

  private static func messageOptions(_ call: Call) throws -> DeltaOptions {
    var options = DeltaOptions()
    options.top = call.query.top
    options.expandsReplies = call.query.expand.contains("replies")
    if let filter = call.query.filter {
      guard case .compare("lastModifiedDateTime", .gt, .instant(let since)) = filter else {
        throw GraphFailure.badRequest("Parameter 'Filter' not supported")
      }
      options.since = since
    }
    return options
  }

  /// Messages are followed for eight months back.
  private static func oldest(_ call: Call) -> Instant {
    call.tenant.now.advanced(seconds: -240 * 86_400)
  }

  private static let people = DeltaSource(
    feed: "users", shape: "users",
    walk: { db, place, size, options in
      let rows = try Row.fetchAll(
        db, sql: "SELECT * FROM people WHERE seq > ? ORDER BY seq LIMIT ?",
        arguments: [place.first ?? 0, size + 1])
      let page = rows.prefix(size)
      let next: [Int]? = rows.count > size ? page.last.map { [$0["seq"]] } : nil
      return (page.map { person($0, options) }, next)
    },
    changed: { db, entries, options in
      try entries.map { entry in
        let row = try Row.fetchOne(
          db, sql: "SELECT * FROM people WHERE id = ?", arguments: [entry.object])
        return row.map { person($0, options) } ?? GroupFeed.removed(entry.object)
      }
    })

  private static func person(_ row: Row, _ options: DeltaOptions) -> Document {
    let select = options.select.map { $0.contains("id") ? $0 : $0 + ["id"] }
    return Person.document(row, select: select)
  }
}

/// The messages of one place, as a feed.
struct MessageFeed: Sendable {
  let place: String
  let oldest: Instant
  let print: @Sendable (Database, Message, DeltaOptions) throws -> Document

  var source: DeltaSource {
    DeltaSource(
      feed: place, shape: "Collection(chatMessage)", page: 20, days: 30,
      walk: { db, at, size, options in
        let since = max(oldest, options.since ?? oldest)
        let start = at.count == 2 ? at : [Int.max, Int.max]
        let rows = try Row.fetchAll(
          db,
          sql: """
            SELECT * FROM messages WHERE place = ? AND parent = 0 AND activity > ?
              AND (activity, id) < (?, ?) AND modifiedAt > ? ORDER BY activity DESC, id DESC LIMIT ?
            """,
          arguments: [
            place, since.milliseconds, start[0], start[1], since.milliseconds, size + 1,
          ])
        let page = rows.prefix(size)
        let next: [Int]? = rows.count > size ? page.last.map { [$0["activity"], $0["id"]] } : nil
        return (try page.map { try document(db, $0, options) }, next)
      },
      changed: { db, entries, options in
        try entries.compactMap { entry in
          let row = try Row.fetchOne(
            db, sql: "SELECT * FROM messages WHERE place = ? AND id = ?",
            arguments: [place, Int(entry.object)])
          return try row.map { try document(db, $0, options) }
        }
      })
  }

  private func document(_ db: Database, _ row: Row, _ options: DeltaOptions) throws -> Document {
    try print(db, try Message(row), options)
      .preceded(by: ["@odata.type": "#microsoft.graph.chatMessage"])
  }
}
