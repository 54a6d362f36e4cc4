import HTTPTypes

/// The replies to the messages of channels.
enum ReplyRoutes {
  private static let collection = "/teams/{team}/channels/{channel}/messages/{message}/replies"

  static let all = [
    Route(
      .get, collection, .listReplies,
      query: .collection([.top], standard: 20, most: 50, refusal: .attribute)
    ) { call in
      let (room, root) = try await call.tenant.read { db in
        let room = try ChannelRoom(db, call)
        return (room, try Message.find(db, call["message"], in: room.channel.id))
      }
      return try await call.collection(
        Message.replies(to: root.id, in: room.channel.id), shape: shape(room, call)
      ) { _, row in room.document(try Message(row), call) }
    },
    Route(.post, collection, .sendReply) { call in
      let draft = try MessageDraft(try call.object())
      return try await ChannelMessageRoutes.send(draft, call, parent: call["message"])
    },
    Route(.get, collection + "/{reply}", .readReply, query: .entity) { call in
      let (room, reply) = try await call.tenant.read { db in
        let room = try ChannelRoom(db, call)
        return (
          room,
          try Message.find(db, call["reply"], in: room.channel.id, parent: call["message"])
        )
      }
      return call.entity(room.document(reply, call), shape: shape(room, call))
    },
    Route(.patch, collection + "/{reply}", .updateReply) { call in
      try await ChannelMessageRoutes.edit(call, parent: call["message"])
    },
    Route(.post, collection + "/{reply}/softDelete", .deleteReply) { call in
      try await ChannelMessageRoutes.delete(call, parent: call["message"])
    },
  ]

  private static func shape(_ room: ChannelRoom, _ call: Call) -> String {
    room.shape + "('\(call["message"])')/replies"
  }
}
