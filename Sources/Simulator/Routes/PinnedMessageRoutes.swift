import GRDB
import HTTPTypes

/// The messages that stand at the top of a chat.
enum PinnedMessageRoutes {
  static let all = [
    Route(
      .get, "/chats/{chat}/pinnedMessages", .listPinnedMessages,
      query: QueryRules(options: [.expand, .skiptoken], expandable: ["message"])
    ) { call in
      let chat = try await call.tenant.read { db in
        try Chat.find(db, call["chat"], for: call.caller)
      }
      let listing = Listing(
        columns: "pins.message AS pinned, messages.*",
        tables: "pins JOIN messages ON messages.place = pins.chat AND messages.id = pins.message",
        condition: "pins.chat = ?", arguments: [chat.id.databaseValue],
        order: [Listing.Term("pins.seq")])
      let shape =
        call.query.expand.isEmpty
        ? chat.shape + "/pinnedMessages"
        : chat.shape + "/pinnedMessages(message())"
      return try await call.collection(listing, shape: shape) { _, row in
        let pin: Document = ["id": .string(String(row["pinned"] as Int))]
        guard call.query.expand.contains("message") else { return pin }
        return pin.followed(by: ["message": try Message(row).document(inChatFor: call)])
      }
    },
    Route(.post, "/chats/{chat}/pinnedMessages", .pinMessage) { call in
      let link = try call.object()["message@odata.bind"]?.string ?? ""
      let segments = RequestPath(link[...]).segments
      guard segments.count >= 2, segments[segments.count - 2].name == "messages" else {
        throw GraphFailure.badRequest(
          "Bad Request: 'message@odata.bind' field is missing in the request.")
      }
      let key = segments[segments.count - 1].text
      let (chat, id) = try await call.tenant.write { db in
        let chat = try Chat.find(db, call["chat"], for: call.caller)
        let message = try Message.find(db, key, in: chat.id)
        guard message.deletedAt == nil else { throw GraphFailure.unknownMessage }
        try db.execute(
          sql: "INSERT OR IGNORE INTO pins (chat, message) VALUES (?, ?)",
          arguments: [chat.id, message.id])
        guard db.changesCount > 0 else {
          throw GraphFailure.conflict("The message '\(message.id)' is already pinned.")
        }
        return (chat, message.id)
      }
      return .created([
        "@odata.context": call.context(chat.shape + "/pinnedMessages/$entity"),
        "id": .string(String(id)),
      ])
    },
    Route(.delete, "/chats/{chat}/pinnedMessages/{pin}", .unpinMessage) { call in
      try await call.tenant.write { db in
        let chat = try Chat.find(db, call["chat"], for: call.caller)
        try db.execute(
          sql: "DELETE FROM pins WHERE chat = ? AND message = ?",
          arguments: [chat.id, Int(call["pin"]) ?? 0])
        guard db.changesCount > 0 else {
          throw GraphFailure.notFound("No pinned message found with id '\(call["pin"])'.")
        }
      }
      return .noContent
    },
  ]
}
