import GRDB
import HTTPTypes

/// Answers in a chat that show the messages that they answer.
enum QuoteRoutes {
  static let all = [
    Route(.post, "/chats/{chat}/messages/replyWithQuote", .replyWithQuote) { call in
      let request = try call.object()
      let ids = (request["messageIds"]?.array ?? []).compactMap(\.string)
      guard !ids.isEmpty, ids.count <= most, let reply = request["replyMessage"] else {
        throw GraphFailure.badRequest(
          "A quote needs a 'replyMessage', and between 1 and \(most) 'messageIds'.")
      }
      let draft = try MessageDraft(reply)
      let author = try await call.author()
      let now = call.tenant.now
      let (chat, message) = try await call.tenant.write { db in
        let chat = try Chat.find(db, call["chat"], for: call.caller)
        let quoted = try ids.map { try Message.find(db, $0, in: chat.id) }
        let id = try Message.newID(db, in: chat.id, at: now)
        var message = Message(draft, place: chat.id, id: id, author: author)
        message.content = draft.content(ofMessageAt: message.address(below: call.root, team: nil))
        message.quote(quoted)
        try message.insert(db)
        for hosted in draft.hostedContents {
          try hosted.insert(db, place: chat.id, message: id)
        }
        try Chat.touch(db, chat.id, at: id)
        return (chat, message)
      }
      let context = call.context(chat.shape + "/messages/$entity")
      return .ok(message.document(inChatFor: call).preceded(by: ["@odata.context": context]))
    }
  ]

  /// The most messages that one answer quotes.
  private static let most = 10
}
