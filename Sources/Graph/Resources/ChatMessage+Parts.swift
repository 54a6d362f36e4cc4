package import Documents

extension ChatMessage {
  /// Someone or something that a message speaks to by name.
  package struct Mention: DocumentView, Hashable {
    package let document: JSON

    package init(document: JSON) {
      self.document = document
    }

    /// The number by which the body's `at` element points here.
    package var id: Int? { document["id"]?.int }
    package var mentionText: String? { text("mentionText") }
    package var userID: String? { text("mentioned.user.id") }
  }

  /// A file, card or quoted message that hangs on a message.
  package struct Attachment: DocumentView, Hashable {
    package let document: JSON

    package init(document: JSON) {
      self.document = document
    }

    package var id: String { text("id") ?? "" }
    package var name: String? { text("name") }
    package var contentType: String? { text("contentType") }
    package var contentURL: String? { text("contentUrl") }
    package var content: String? { text("content") }
  }

  /// One person's reaction to a message.
  package struct Reaction: DocumentView, Hashable {
    package let document: JSON

    package init(document: JSON) {
      self.document = document
    }

    package var reactionType: String? { text("reactionType") }
    package var userID: String? { text("user.user.id") }
    package var createdDateTime: String? { text("createdDateTime") }
  }
}
