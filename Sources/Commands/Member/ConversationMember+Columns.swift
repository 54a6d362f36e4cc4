import CommandKit
import Graph

extension ConversationMember {
  /// What is shown of members.
  static let columns: [Column<ConversationMember>] = [
    Column("NAME", \.displayName),
    Column("ROLE", \.role),
    Column("MAIL", \.email),
    Column("ID", as: .id, \.userID),
  ]
}
