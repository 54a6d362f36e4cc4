/// What Microsoft asks for before it answers the chatMessage routes, the least first.
extension Permissions {
  static let listChatMessages = Permissions(
    delegated: "Chat.Read Chat.ReadWrite",
    application: "ChatMessage.Read.Chat Chat.Read.All Chat.ReadWrite.All")

  static let readChatMessage = Permissions(
    delegated: "Chat.Read Chat.ReadWrite Group.Read.All Group.ReadWrite.All",
    application: """
      ChatMessage.Read.Chat Group.Read.All Chat.Read.All Group.ReadWrite.All
      """)

  static let sendChatMessage = Permissions(
    delegated: "ChatMessage.Send Chat.ReadWrite Group.ReadWrite.All",
    application: "Teamwork.Migrate.All")

  static let updateChatMessage = Permissions(
    delegated: "Chat.ReadWrite Group.ReadWrite.All",
    application: """
      Chat.UpdatePolicyViolation.All Teamwork.Migrate.All Chat.ReadWrite.All
      Group.ReadWrite.All
      """)

  static let deleteChatMessage = Permissions(
    delegated: "Chat.ReadWrite",
    application: "")

  static let listMyChatMessages = Permissions(
    delegated: "Chat.Read Chat.ReadWrite",
    application: "ChatMessage.Read.Chat Chat.Read.All Chat.ReadWrite.All")

  static let listChatMessagesOfUser = Permissions(
    delegated: "Chat.Read Chat.ReadWrite",
    application: "ChatMessage.Read.Chat Chat.Read.All Chat.ReadWrite.All")
}
