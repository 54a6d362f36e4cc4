import GRDB
import HTTPTypes

/// Chats: one-on-one, group and meeting.
enum ChatRoutes {
  static let all = [
    Route(.get, "/chats", .listChats, query: listQuery) { call in
      guard !call.caller.isApp else {
        throw GraphFailure.preconditionFailed(
          "Requested API is not supported in application-only context")
      }
      return try await list(of: try call.me, call)
    },
    Route(.get, "/me/chats", .listMyChats, query: listQuery) { call in
      try await list(of: try call.me, call)
    },
    Route(.get, "/users/{user}/chats", .listChatsOfUser, query: listQuery) { call in
      try await list(of: try await call.chatOwner() ?? "", call)
    },
    Route(.post, "/chats", .createChat) { call in try await create(call, try call.object()) },
    Route(.patch, "/chats/{chat}", .updateChat) { call in
      guard let topic = try call.object()["topic"] else {
        throw GraphFailure.badRequest("The 'topic' property is required to update a chat.")
      }
      try Chat.checkTopic(topic)
      let now = call.tenant.now
      let document = try await call.tenant.write { db in
        let chat = try Chat.find(db, call["chat"], for: call.caller)
        guard chat.kind == .group else {
          throw GraphFailure.badRequest("The topic can only be set for group chats.")
        }
        try db.execute(
          sql: "UPDATE chats SET topic = ?, topicKey = ?, updatedAt = ? WHERE id = ?",
          arguments: [
            topic.string, topic.string?.lowercased(), now.milliseconds, chat.id,
          ])
        return try printed(
          db, try Chat.find(db, chat.id, for: call.caller), to: call.caller.personID, call)
      }
      return call.entity(document, shape: "chats")
    },
    read("/chats/{chat}", .readChat), read("/me/chats/{chat}", .readMyChat),
    read("/users/{user}/chats/{chat}", .readChatOfUser),
  ]

  private static let listQuery = QueryRules.collection(
    [.expand, .top, .filter, .orderby, .select], standard: 20, most: 50,
    expandable: ["members", "lastMessagePreview"])

  private static func read(_ template: String, _ permissions: Permissions) -> Route {
    let query = QueryRules(
      options: [.select, .expand], expandable: ["members", "lastMessagePreview"])
    return Route(.get, template, permissions, query: query) { call in
      let owner = try await call.chatOwner()
      let document = try await call.tenant.read { db in
        let chat = try Chat.find(db, call["chat"], for: call.caller)
        if let owner, try Membership.role(db, of: owner, in: chat.id) == nil {
          throw GraphFailure.forbidden("InsufficientPrivileges")
        }
        return try printed(db, chat, to: owner, call)
          .followed(by: try expansion(db, of: chat, call))
      }
      return call.entity(document, shape: "chats\(expanded(call))")
    }
  }

  private static func expanded(_ call: Call) -> String {
    call.query.expand.isEmpty
      ? "" : "(" + call.query.expand.sorted().map { "\($0)()" }.joined(separator: ",") + ")"
  }

  private static func list(of person: String, _ call: Call) async throws -> Answer {
    for order in call.query.order {
      guard order.property == "lastMessagePreview/createdDateTime", order.isDescending else {
        throw GraphFailure.badRequest(
          "QueryOptions to order by '\(order.property)' is not supported in the given direction.")
      }
    }
    return try await call.collection(
      Chat.listing(of: person), shape: "chats\(expanded(call))"
    ) { db, row in
      let chat = Chat(row)
      return chat.document(tenantID: call.tenant.profile.id, to: Chat.Viewpoint(row))
        .followed(by: try expansion(db, of: chat, call))
    }
  }

  /// The relationships that the client asked to have printed with a chat.
  private static func expansion(
    _ db: Database, of chat: Chat, _ call: Call
  ) throws -> Document.Fields {
    var fields: Document.Fields = [:]
    if call.query.expand.contains("lastMessagePreview") {
      fields["lastMessagePreview"] = try Message.preview(db, of: chat.id, call)
    }
    if call.query.expand.contains("members") {
      let page = try Membership.listing(of: chat.id).page(db, after: nil, size: 250)
      fields["members@odata.context"] = call.context("\(chat.shape)/members")
      fields["members"] = .array(
        page.rows.map { Membership.threadMember($0, tenantID: call.tenant.profile.id) })
    }
    return fields
  }

  private static func create(_ call: Call, _ request: Document) async throws -> Answer {
    let now = call.tenant.now
    let document = try await call.tenant.write { db in
      let chat = try Chat.create(db, request, for: call.caller, at: now)
      return try printed(db, chat, to: call.caller.personID, call)
    }
    let front: Document.Fields = ["@odata.context": call.context("chats/$entity")]
    return .created(document.preceded(by: front))
  }

  /// The chat as it looks to a person; nil for an app that names nobody.
  private static func printed(
    _ db: Database, _ chat: Chat, to person: String?, _ call: Call
  ) throws -> Document {
    let viewpoint = try person.flatMap { try Chat.viewpoint(db, of: $0, in: chat.id) }
    return chat.document(tenantID: call.tenant.profile.id, to: viewpoint)
  }
}

extension Call {
  /// Whose chats are asked for: people see their own only; nil for an app that names nobody.
  func chatOwner() async throws -> String? {
    guard let key = parameters["user"] else { return caller.personID }
    let person = try await tenant.read { db in try Person.find(db, key) }
    guard let person else { throw GraphFailure.unknownDirectoryObject(key) }
    if let me = caller.personID, me != person.id {
      throw GraphFailure.forbidden(
        "User '\(me)' is not allowed to access the chats of user '\(person.id)'.")
    }
    return person.id
  }
}
