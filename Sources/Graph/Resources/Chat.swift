package import Documents

/// A chat: of two people, of a group, or of a meeting.
package struct Chat: DocumentView, Hashable {
  package let document: JSON

  package init(document: JSON) {
    self.document = document
  }

  package var id: String { text("id") ?? "" }
  /// The chat's name; one-on-one chats and many groups have none.
  package var topic: String? { text("topic") }
  /// `oneOnOne`, `group` or `meeting`.
  package var chatType: String? { text("chatType") }
  /// The members, where the request expanded them.
  package var members: [ConversationMember] { views("members") }
  /// The newest message in short, where the request asked for it.
  package var lastMessagePreview: ChatMessage? {
    guard let preview = document["lastMessagePreview"], !preview.isNull else { return nil }
    return ChatMessage(document: preview)
  }
  package var tenantID: String? { text("tenantId") }
  package var createdDateTime: String? { text("createdDateTime") }
  package var lastUpdatedDateTime: String? { text("lastUpdatedDateTime") }
  package var webUrl: String? { text("webUrl") }
  /// The link of the meeting that the chat belongs to, and who organizes it.
  package var joinWebUrl: String? { text("onlineMeetingInfo.joinWebUrl") }
  package var organizerID: String? { text("onlineMeetingInfo.organizer.id") }
}
