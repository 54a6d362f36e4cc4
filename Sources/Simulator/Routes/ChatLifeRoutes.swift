import GRDB
import HTTPTypes

/// What a person does with a chat for himself or herself, and how chats are deleted and come back.
enum ChatLifeRoutes {
  static let all = [
    forUser("hideForUser", .hideChat) { _ in ("isHidden = 1", []) },
    forUser("unhideForUser", .hideChat) { _ in ("isHidden = 0", []) },
    forUser("markChatReadForUser", .hideChat) { _ in ("readAt = NULL", []) },
    forUser("markChatUnreadForUser", .hideChat) { request in
      guard let text = request["lastMessageReadDateTime"]?.string, !text.isEmpty else {
        return ("readAt = 0", [])
      }
      guard let time = Instant(text: text) else {
        throw GraphFailure.badRequest(
          "Invalid value '\(text)' for property 'lastMessageReadDateTime'.")
      }
      return ("readAt = ?", [time.milliseconds.databaseValue])
    },
    Route(.delete, "/chats/{chat}", .deleteChat) { call in
      try requireAdministrator(call)
      let now = call.tenant.now
      try await call.tenant.write { db in
        let id = try Chat.findForAnyone(db, call["chat"]).id
        try Chat.setDeleted(db, id, at: now)
      }
      return .noContent
    },
    Route(.get, "/teamwork/deletedChats/{chat}", .deleteChat) { call in
      try requireAdministrator(call)
      try await call.tenant.read { db in try Chat.requireDeleted(db, call["chat"]) }
      return call.entity(["id": .string(call["chat"])], shape: "teamwork/deletedChats")
    },
    Route(.post, "/teamwork/deletedChats/{chat}/undoDelete", .deleteChat) { call in
      try requireAdministrator(call)
      try await call.tenant.write { db in
        try Chat.requireDeleted(db, call["chat"])
        try Chat.setDeleted(db, call["chat"], at: nil)
      }
      return .noContent
    },
  ]

  /// An action that changes how its caller sees the chat.
  private static func forUser(
    _ action: String, _ permissions: Permissions,
    change: @escaping @Sendable (Document) throws -> (String, [DatabaseValue])
  ) -> Route {
    Route(.post, "/chats/{chat}/\(action)", permissions) { call in
      let request = try call.object()
      let me = try call.me
      guard let user = request["user"]?["id"]?.string else {
        throw GraphFailure.badRequest("The 'user' property is required.")
      }
      guard user.lowercased() == me else {
        throw GraphFailure.forbidden("User '\(me)' can't act for user '\(user)'.")
      }
      let (assignment, values) = try change(request)
      try await call.tenant.write { db in
        let chat = try Chat.find(db, call["chat"], for: call.caller)
        try db.execute(
          sql: "UPDATE members SET \(assignment) WHERE place = ? AND person = ?",
          arguments: StatementArguments(values + [chat.id.databaseValue, me.databaseValue]))
      }
      return .noContent
    }
  }

  private static func requireAdministrator(_ call: Call) throws(GraphFailure) {
    guard call.caller.seesEveryTeam else {
      throw .forbidden("Only administrators can delete chats and bring them back.")
    }
  }
}
