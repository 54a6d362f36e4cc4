import GRDB
import HTTPTypes

/// The messages of chats.
enum ChatMessageRoutes {
  static let all = [
    list("/chats/{chat}/messages", .listChatMessages),
    list("/me/chats/{chat}/messages", .listMyChatMessages),
    list("/users/{user}/chats/{chat}/messages", .listChatMessagesOfUser),
    Route(.post, "/chats/{chat}/messages", .sendChatMessage) { call in
      let draft = try MessageDraft(try call.object())
      let author = try await call.author()
      let now = call.tenant.now
      let (chat, message) = try await call.tenant.write { db in
        let chat = try Chat.find(db, call["chat"], for: call.caller)
        let id = try Message.newID(db, in: chat.id, at: now)
        var message = Message(draft, place: chat.id, id: id, author: author)
        message.content = draft.content(ofMessageAt: message.address(below: call.root, team: nil))
        try message.insert(db)
        for hosted in draft.hostedContents {
          try hosted.insert(db, place: chat.id, message: id)
        }
        try Chat.touch(db, chat.id, at: id)
        return (chat, message)
      }
      let context = call.context(chat.shape + "/messages/$entity")
      return .created(message.document(inChatFor: call).preceded(by: ["@odata.context": context]))
    },
    read("/chats/{chat}/messages/{message}", .readChatMessage),
    read("/me/chats/{chat}/messages/{message}", .readMyChatMessage),
    read("/users/{user}/chats/{chat}/messages/{message}", .readChatMessageOfUser),
    Route(.patch, "/chats/{chat}/messages/{message}", .updateChatMessage) { call in
      let request = try call.object()
      let now = call.tenant.now
      try await call.tenant.write { db in
        let chat = try Chat.find(db, call["chat"], for: call.caller)
        let message = try Message.find(db, call["message"], in: chat.id)
        try message.change(
          db, as: request, at: message.address(below: call.root, team: nil), by: call.caller,
          at: now)
      }
      return .noContent
    },
    Route(
      .post, "/users/{user}/chats/{chat}/messages/{message}/softDelete", .deleteChatMessage
    ) { call in
      _ = try await call.chatOwner()
      let now = call.tenant.now
      try await call.tenant.write { db in
        let chat = try Chat.find(db, call["chat"], for: call.caller)
        try Message.find(db, call["message"], in: chat.id)
          .softDelete(db, by: call.caller, at: now)
      }
      return .noContent
    },
  ]

  private static let listQuery = QueryRules.collection(
    [.top, .orderby, .filter], standard: 20, most: 50)

  private static func list(_ template: String, _ permissions: Permissions) -> Route {
    Route(.get, template, permissions, query: listQuery) { call in
      _ = try await call.chatOwner()
      let (chat, start) = try await call.tenant.read { db in
        let chat = try Chat.find(db, call["chat"], for: call.caller)
        let start = try call.caller.personID.flatMap {
          try Membership.historyStart(db, of: $0, in: chat.id)
        }
        return (chat, start ?? 0)
      }
      try requireSupported(call.query)
      return try await call.collection(
        Message.inChat(chat.id, from: start), shape: chat.shape + "/messages"
      ) { _, row in try Message(row).document(inChatFor: call) }
    }
  }

  private static func read(_ template: String, _ permissions: Permissions) -> Route {
    Route(.get, template, permissions, query: .entity) { call in
      _ = try await call.chatOwner()
      let (chat, message) = try await call.tenant.read { db in
        let chat = try Chat.find(db, call["chat"], for: call.caller)
        return (chat, try Message.find(db, call["message"], in: chat.id))
      }
      return call.entity(message.document(inChatFor: call), shape: chat.shape + "/messages")
    }
  }

  /// Teams sorts these messages downwards only, and filters by creation only to the past.
  private static func requireSupported(_ query: QueryOptions) throws(GraphFailure) {
    for order in query.order where !order.isDescending {
      throw .badRequest(
        "QueryOptions to order by '\(order.property)' in ascending direction is not supported.")
    }
    if query.filter?.comparesUpwards(property: "createdDateTime") == true {
      throw .badRequest("Filtering by 'createdDateTime' with 'gt' is not supported.")
    }
  }
}

extension FilterExpression {
  /// Whether some part asks for what is later than a moment.
  fileprivate func comparesUpwards(property: String) -> Bool {
    switch self {
    case .and(let left, let right), .or(let left, let right):
      left.comparesUpwards(property: property) || right.comparesUpwards(property: property)
    case .not(let inner): inner.comparesUpwards(property: property)
    case .compare(property, .gt, _), .compare(property, .ge, _): true
    case .compare, .call, .among, .any: false
    }
  }
}
