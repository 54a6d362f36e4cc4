import GRDB
import HTTPTypes

/// What bots say in conversations, change, and take back.
enum ActivityRoutes {
  private static let collection = "/v3/conversations/{conversation}/activities"

  static let all = [
    ConnectorRoute(.post, collection, .send) { call in try await send(call) },
    ConnectorRoute(.post, collection + "/history", .send) { call in
      let activities = try call.object()["activities"]?.array ?? []
      guard !activities.isEmpty, activities.count <= mostOfHistory else {
        throw ConnectorFailure.badArgument(
          "A transcript has 1 to \(mostOfHistory) activities.")
      }
      let now = call.tenant.now
      let last = try await call.tenant.write { db in
        let conversation = try call.conversation(db)
        try conversation.requireWritable(db)
        return try activities.map {
          try post(db, $0, in: conversation, under: conversation.thread, call.bot, at: now)
        }.last
      }
      return created(last)
    },
    ConnectorRoute(.post, collection + "/{activity}", .send) { call in
      try await send(call, replyingTo: call["activity"])
    },
    ConnectorRoute(.put, collection + "/{activity}", .send) { call in
      let activity = try call.object()
      let now = call.tenant.now
      try await call.tenant.write { db in
        let message = try own(db, call)
        let draft = try ActivityDraft(db, activity, bot: call.bot)
        try message.replace(db, with: draft, at: now)
      }
      return .ok(["id": .string(call["activity"])])
    },
    ConnectorRoute(.delete, collection + "/{activity}", .send) { call in
      let now = call.tenant.now
      try await call.tenant.write { db in try own(db, call).markDeleted(db, at: now) }
      return Answer(status: .ok)
    },
  ]

  private static let mostOfHistory = 100

  /// Kinds of activity that show nothing for long, and leave nothing behind.
  private static let fleeting: Set<String> = ["typing"]

  private static func send(_ call: ConnectorCall, replyingTo reply: String? = nil) async throws
    -> Answer
  {
    let activity = try call.object()
    let now = call.tenant.now
    let id = try await call.tenant.write { db in
      let conversation = try call.conversation(db)
      try conversation.requireWritable(db)
      let answered = try (reply ?? activity["replyToId"]?.string).flatMap { id in
        reply == nil && conversation.isFlat ? nil : try conversation.message(db, id)
      }
      let root = answered.map { $0.parent == 0 ? $0.id : $0.parent }
      return try post(
        db, activity, in: conversation, under: root ?? conversation.thread, call.bot, at: now)
    }
    return created(id)
  }

  private static func created(_ id: Int?) -> Answer {
    .created(id.map { ["id": .string(String($0))] } ?? [:])
  }

  /// Stores what a bot says; nothing is kept of what shows for a moment only.
  ///
  /// - Returns: The id of the new message.
  static func post(
    _ db: Database, _ activity: Document, in conversation: BotConversation, under root: Int?,
    _ bot: BotRegistration, at now: Instant
  ) throws -> Int {
    let type = activity["type"]?.string ?? "message"
    let id = try Message.newID(db, in: conversation.place, at: now)
    guard !fleeting.contains(type) else { return id }
    guard type == "message" else {
      throw ConnectorFailure.badArgument("Activities of type '\(type)' are not supported.")
    }
    let draft = try ActivityDraft(db, activity, bot: bot)
    var parent = 0
    if case .channel = conversation.kind, let root {
      parent = try conversation.message(db, String(root)).id
    }
    try Message(draft, place: conversation.place, id: id, parent: parent, bot: bot).insert(db)
    if conversation.isFlat { try Chat.touch(db, conversation.place, at: id) }
    return id
  }

  /// The message that the path names, which must be the bot's own.
  private static func own(_ db: Database, _ call: ConnectorCall) throws -> Message {
    let conversation = try call.conversation(db)
    let message = try conversation.message(db, call["activity"])
    guard message.authorID == call.bot.accountID else { throw ConnectorFailure.notItsMessage }
    try conversation.requireWritable(db)
    return message
  }
}

extension BotConversation {
  /// Whether it has no threads.
  var isFlat: Bool {
    guard case .channel = kind else { return true }
    return false
  }
}
