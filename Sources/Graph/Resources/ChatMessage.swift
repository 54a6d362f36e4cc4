package import Documents

/// A message in a channel or a chat, or a reply to one.
package struct ChatMessage: DocumentView, Hashable {
  package let document: JSON

  package init(document: JSON) {
    self.document = document
  }

  package var id: String { text("id") ?? "" }
  /// The message this one answers; none for one that begins a conversation.
  package var replyToID: String? { text("replyToId") }
  package var subject: String? { text("subject") }
  package var summary: String? { text("summary") }
  /// The text as sent, HTML or plain; see `bodyType`.
  package var body: String? { text("body.content") }
  /// `html` or `text`.
  package var bodyType: String? { text("body.contentType") }
  /// `normal`, `high` or `urgent`.
  package var importance: String? { text("importance") }
  /// `message`, or `systemEventMessage` for what Teams itself tells.
  package var messageType: String? { text("messageType") }
  package var isSystemMessage: Bool { messageType.map { $0 != "message" } ?? false }
  package var isDeleted: Bool { deletedDateTime != nil }

  /// Who wrote it; none for system messages and senders who are gone.
  package var fromName: String? {
    text("from.user.displayName") ?? text("from.application.displayName")
      ?? text("from.device.displayName")
  }
  /// The id of the person who wrote it.
  package var fromUserID: String? { text("from.user.id") }

  package var teamID: String? { text("channelIdentity.teamId") }
  package var channelID: String? { text("channelIdentity.channelId") }
  package var chatID: String? { text("chatId") }

  package var mentions: [Mention] { views("mentions") }
  package var attachments: [Attachment] { views("attachments") }
  package var reactions: [Reaction] { views("reactions") }
  /// The replies, where the request expanded them.
  package var replies: [ChatMessage] { views("replies") }

  package var createdDateTime: String? { text("createdDateTime") }
  package var lastModifiedDateTime: String? { text("lastModifiedDateTime") }
  package var lastEditedDateTime: String? { text("lastEditedDateTime") }
  package var deletedDateTime: String? { text("deletedDateTime") }
  package var webUrl: String? { text("webUrl") }
}
