import CommandKit
package import Documents
package import Graph

/// A chat and the name that it goes by.
package struct ChatRow: Listed {
  package let chat: Chat
  package let title: String

  package var document: JSON { chat.document }
  package var reference: String { chat.id }

  /// What is shown of one chat.
  static let columns: [Column<ChatRow>] = [
    Column("Chat", \.title),
    Column("Kind", \.chat.chatType),
    Column("Members", { $0.chat.members.map(\.displayName).joined(separator: ", ") }),
    Column("Created", time: { $0.chat.createdDateTime }),
    Column("Updated", time: { $0.chat.lastUpdatedDateTime }),
    Column("Address", \.chat.webUrl),
    Column("ID", as: .id, \.chat.id),
  ]
}
