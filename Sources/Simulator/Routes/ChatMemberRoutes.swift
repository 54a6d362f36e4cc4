import GRDB
import HTTPTypes

/// The members of chats.
enum ChatMemberRoutes {
  static let all =
    reads("/chats/{chat}/members", .listChatMembers, .readChatMember)
    + reads("/users/{user}/chats/{chat}/members", .listChatMembersOfUser, .listChatMembersOfUser)
    + changes

  private static let changes = [
    Route(.post, "/chats/{chat}/members", .addChatMember) { call in
      let request = try call.object()
      let now = call.tenant.now
      let location = try await call.tenant.write { db in
        let chat = try changeable(db, call)
        let person = try Person.bound(db, in: request)
        let asked = try Membership.Role(requested: request["roles"], for: person)
        let role: Membership.Role = asked == .guest ? .guest : .owner
        let history = try historyStart(request, otherwise: now)
        guard
          try Membership.add(db, person.id, to: chat.id, as: role, historyFrom: history)
        else {
          throw GraphFailure.conflict("User '\(person.id)' is already a member of the chat.")
        }
        let id = Membership.id(
          of: person.id, inThread: chat.id, tenantID: call.tenant.profile.id)
        return "/chats/\(chat.id)/members/\(id)"
      }
      return Answer(status: .created, headers: [.location: location])
    },
    Route(.delete, "/chats/{chat}/members/{member}", .removeChatMember) { call in
      try await call.tenant.write { db in
        let chat = try changeable(db, call)
        let row = try Membership.row(db, call["member"], in: chat.id)
        try db.execute(sql: "DELETE FROM members WHERE seq = ?", arguments: [row["seq"] as Int])
      }
      return .noContent
    },
  ]

  private static func reads(
    _ template: String, _ listing: Permissions, _ reading: Permissions
  ) -> [Route] {
    [
      Route(
        .get, template, listing, query: QueryRules(options: [.filter, .select, .skiptoken])
      ) { call in
        _ = try await call.chatOwner()
        let chat = try await call.tenant.read { db in
          try Chat.find(db, call["chat"], for: call.caller)
        }
        return try await call.collection(
          Membership.listing(of: chat.id), shape: chat.shape + "/members"
        ) { _, row in Membership.threadMember(row, tenantID: call.tenant.profile.id) }
      },
      Route(.get, template + "/{member}", reading) { call in
        _ = try await call.chatOwner()
        let (chat, document) = try await call.tenant.read { db in
          let chat = try Chat.find(db, call["chat"], for: call.caller)
          let row = try Membership.row(db, call["member"], in: chat.id)
          return (chat, Membership.threadMember(row, tenantID: call.tenant.profile.id))
        }
        return call.entity(document, shape: chat.shape + "/members")
      },
    ]
  }

  private static func changeable(_ db: Database, _ call: Call) throws -> Chat {
    let chat = try Chat.find(db, call["chat"], for: call.caller)
    guard chat.kind != .oneOnOne else {
      throw GraphFailure.forbidden("The roster of a one on one chat can't be changed.")
    }
    return chat
  }

  /// From when on a new member sees the chat: from now, unless the request says otherwise.
  private static func historyStart(
    _ request: Document, otherwise now: Instant
  ) throws(GraphFailure) -> Instant? {
    guard let text = request["visibleHistoryStartDateTime"]?.string else { return now }
    if text.hasPrefix("0001-01-01") { return nil }
    guard let start = Instant(text: text) else {
      throw .badRequest("Invalid value '\(text)' for property 'visibleHistoryStartDateTime'.")
    }
    return start
  }
}
