/// What Microsoft asks for before chats are hidden, pinned to or deleted, the least first.
extension Permissions {
  static let hideChat = Permissions(delegated: "Chat.ReadWrite", application: "")

  static let deleteChat = Permissions(
    delegated: "Chat.ManageDeletion.All",
    application: "Chat.ManageDeletion.Chat Chat.ManageDeletion.All")

  static let listPinnedMessages = Permissions(
    delegated: "Chat.Read Chat.ReadWrite",
    application: "ChatMessage.Read.All Chat.ReadWrite.All Chat.Read.All")

  static let pinMessage = Permissions(
    delegated: "ChatMessage.Send Chat.ReadWrite", application: "Chat.ReadWrite.All")

  static let unpinMessage = Permissions(
    delegated: "Chat.ReadWrite", application: "Chat.ReadWrite.All")

  static let listChatMembersOfUser = Permissions(
    delegated: "ChatMember.Read Chat.Read Chat.ReadBasic Chat.ReadWrite ChatMember.ReadWrite",
    application: """
      ChatMember.Read.All ChatMember.Read.Chat Chat.Manage.Chat Chat.ReadBasic.All
      ChatMember.ReadWrite.All Chat.Read.All Chat.ReadWrite.All
      """)

  static let readChatMessageOfUser = Permissions(
    delegated: "Chat.Read Chat.ReadWrite Group.Read.All Group.ReadWrite.All",
    application: """
      ChatMessage.Read.Chat Group.Read.All Chat.Read.All Chat.ReadWrite.All Group.ReadWrite.All
      """)

  static let readMyChatMessage = Permissions(
    delegated: "Chat.Read Chat.ReadWrite Group.Read.All Group.ReadWrite.All",
    application: "ChatMessage.Read.Chat Chat.Read.All Chat.ReadWrite.All")
}
