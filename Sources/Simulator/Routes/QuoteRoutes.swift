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
        message.contentType = "html"
        message.content =
          quoted.map { "<attachment id=\"\($0.id)\"></attachment>" }.joined()
          + draft.content
        message.attachments = .array(
          quoted.map(reference) + (draft.attachments.array ?? []))
        try message.insert(db)
        try Chat.touch(db, chat.id, at: id)
        return (chat, message)
      }
      let context = call.context(chat.shape + "/messages/$entity")
      return .ok(message.document(inChatFor: call).preceded(by: ["@odata.context": context]))
    }
  ]

  /// The most messages that one answer quotes.
  private static let most = 10

  /// The attachment that stands for a quoted message; its content is JSON inside a string.
  private static func reference(to message: Message) -> Document {
    let content: Document = [
      "messageId": .string(String(message.id)),
      "messagePreview": message.deletedAt == nil ? .string(message.content) : "",
      "messageSender": message.author,
    ]
    return [
      "id": .string(String(message.id)), "contentType": "messageReference", "contentUrl": nil,
      "content": .string(content.jsonText), "name": nil, "thumbnailUrl": nil, "teamsAppId": nil,
    ]
  }
}
