import GRDB
import HTTPTypes

/// Reactions to messages, and taking back that a message was deleted.
enum ReactionRoutes {
  private static let channel = "/teams/{team}/channels/{channel}/messages/{message}"
  private static let chat = "/users/{user}/chats/{chat}/messages/{message}"

  static let all =
    reactions(channel, .reactInChannel) + reactions(channel + "/replies/{reply}", .reactInChannel)
    + reactions(chat, .reactInChat)
    + reactions("/chats/{chat}/messages/{message}", .reactInChat)
    + [
      undo(channel, .deleteChannelMessage), undo(channel + "/replies/{reply}", .deleteReply),
      undo(chat, .deleteChatMessage),
    ]

  private static func reactions(_ message: String, _ permissions: Permissions) -> [Route] {
    [
      reaction(message + "/setReaction", permissions) { db, message, type, person, now in
        try message.react(db, with: type, person, at: now)
      },
      reaction(message + "/unsetReaction", permissions) { db, message, type, person, now in
        try message.unreact(db, with: type, person, at: now)
      },
    ]
  }

  private static func reaction(
    _ template: String, _ permissions: Permissions,
    work: @escaping @Sendable (Database, Message, String, Person, Instant) throws -> Void
  ) -> Route {
    Route(.post, template, permissions) { call in
      guard let type = try call.object()["reactionType"]?.string, !type.isEmpty,
        type.utf8.count <= 64
      else {
        throw GraphFailure.badRequest("Invalid reactionType specified in the request body.")
      }
      _ = try await call.chatOwner()
      let person = try await call.author()
      let now = call.tenant.now
      try await call.tenant.write { db in
        let message = try MessageSite(db, call, forWriting: true).message
        guard message.deletedAt == nil else { throw GraphFailure.unknownMessage }
        try work(db, message, type, person, now)
      }
      return .noContent
    }
  }

  private static func undo(_ message: String, _ permissions: Permissions) -> Route {
    Route(.post, message + "/undoSoftDelete", permissions) { call in
      _ = try await call.chatOwner()
      let now = call.tenant.now
      try await call.tenant.write { db in
        try MessageSite(db, call, forWriting: true).message
          .undoSoftDelete(db, by: call.caller, at: now)
      }
      return .noContent
    }
  }
}
