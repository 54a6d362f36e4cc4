import GRDB
import HTTPTypes

/// The messages that begin a conversation in a channel.
enum ChannelMessageRoutes {
  static let all = [
    Route(
      .get, "/teams/{team}/channels/{channel}/messages", .listChannelMessages, query: listQuery
    ) { call in
      let room = try await call.tenant.read { db in try ChannelRoom(db, call) }
      let inlinesReplies = call.query.expand.contains("replies")
      return try await call.collection(
        Message.chains(in: room.channel.id), shape: room.shape
      ) { db, row in
        let message = try Message(row)
        let document = room.document(message, call)
        guard inlinesReplies else { return document }
        return document.followed(by: try room.replies(db, to: message, call))
      }
    },
    Route(.post, "/teams/{team}/channels/{channel}/messages", .sendChannelMessage) { call in
      let draft = try MessageDraft(try call.object())
      return try await send(draft, call, parent: nil)
    },
    Route(
      .get, "/teams/{team}/channels/{channel}/messages/{message}", .readChannelMessage,
      query: .entity
    ) { call in
      let (room, message) = try await call.tenant.read { db in
        let room = try ChannelRoom(db, call)
        return (room, try Message.find(db, call["message"], in: room.channel.id))
      }
      return call.entity(room.document(message, call), shape: room.shape)
    },
    Route(
      .patch, "/teams/{team}/channels/{channel}/messages/{message}", .updateChannelMessage
    ) { call in
      try await edit(call, parent: nil)
    },
    Route(
      .post, "/teams/{team}/channels/{channel}/messages/{message}/softDelete",
      .deleteChannelMessage
    ) { call in
      try await delete(call, parent: nil)
    },
  ]

  static let listQuery = QueryRules.collection(
    [.top, .expand], standard: 20, most: 50, expandable: ["replies"], refusal: .attribute)

  /// Stores a new message; with a parent it is a reply.
  static func send(_ draft: MessageDraft, _ call: Call, parent: String?) async throws -> Answer {
    let author = try await call.author()
    let now = call.tenant.now
    let (room, message) = try await call.tenant.write { db in
      let room = try ChannelRoom(db, call, forWriting: true)
      let root = try parent.map { try Message.find(db, $0, in: room.channel.id).id }
      let id = try Message.newID(db, in: room.channel.id, at: now)
      var message = Message(
        draft, place: room.channel.id, id: id, parent: root ?? 0, author: author)
      message.content = draft.content(
        ofMessageAt: message.address(below: call.root, team: room.channel.team))
      try message.insert(db)
      for hosted in draft.hostedContents {
        try hosted.insert(db, place: message.place, message: id)
      }
      return (room, message)
    }
    let shape = parent.map { room.shape + "('\($0)')/replies" } ?? room.shape
    let front: Document.Fields = ["@odata.context": call.context(shape + "/$entity")]
    return .created(room.document(message, call).preceded(by: front))
  }

  static func edit(_ call: Call, parent: String?) async throws -> Answer {
    let request = try call.object()
    let now = call.tenant.now
    try await call.tenant.write { db in
      let room = try ChannelRoom(db, call, forWriting: true)
      let message = try Message.find(
        db, call[parent == nil ? "message" : "reply"], in: room.channel.id, parent: parent)
      try message.change(
        db, as: request, at: message.address(below: call.root, team: room.channel.team),
        by: call.caller, at: now)
    }
    return .noContent
  }

  static func delete(_ call: Call, parent: String?) async throws -> Answer {
    let now = call.tenant.now
    try await call.tenant.write { db in
      let room = try ChannelRoom(db, call, forWriting: true)
      let message = try Message.find(
        db, call[parent == nil ? "message" : "reply"], in: room.channel.id, parent: parent)
      try message.softDelete(db, by: call.caller, at: now)
    }
    return .noContent
  }
}
