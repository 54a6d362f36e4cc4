import CommandKit
import Graph

extension ChatMessage {
  /// What is shown of one message.
  static let columns: [Column<ChatMessage>] = [
    Column("From", \.fromName),
    Column("Sent", time: { $0.createdDateTime }),
    Column("Subject", \.subject),
    Column("Importance", \.importance),
    Column("Message", { MessageText.text(of: $0) }),
    Column("Attachments", { $0.attachments.compactMap(\.name).joined(separator: ", ") }),
    Column("Address", \.webUrl),
    Column("ID", as: .id, \.id),
  ]
}
