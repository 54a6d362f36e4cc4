/// What Microsoft asks for before it answers the chat routes, the least first.
extension Permissions {
  static let listChats = Permissions(
    delegated: "Chat.ReadBasic Chat.Read Chat.ReadWrite",
    application: "Chat.ReadBasic.All Chat.Read.All Chat.ReadWrite.All")

  static let listMyChats = Permissions(
    delegated: "Chat.ReadBasic Chat.Read Chat.ReadWrite",
    application: "Chat.ReadBasic.All Chat.Read.All Chat.ReadWrite.All")

  static let listChatsOfUser = Permissions(
    delegated: "Chat.ReadBasic Chat.Read Chat.ReadWrite",
    application: "Chat.ReadBasic.All Chat.ReadWrite.All")

  static let createChat = Permissions(
    delegated: "Chat.Create Chat.ReadWrite",
    application: "Chat.Create")

  static let readChat = Permissions(
    delegated: "Chat.ReadBasic Chat.ReadWrite Chat.Read",
    application: """
      ChatSettings.ReadWrite.Chat Chat.ReadBasic.All ChatSettings.Read.Chat Chat.Manage.Chat
      Chat.Read.All
      """)

  static let readMyChat = Permissions(
    delegated: "Chat.ReadBasic Chat.Read Chat.ReadWrite",
    application: """
      Chat.ReadBasic.WhereInstalled ChatSettings.Read.Chat ChatSettings.ReadWrite.Chat
      Chat.Manage.Chat Chat.ReadBasic.All Chat.Read.All Chat.ReadWrite.All
      """)

  static let readChatOfUser = Permissions(
    delegated: "Chat.ReadBasic Chat.Read Chat.ReadWrite",
    application: """
      Chat.ReadBasic.WhereInstalled ChatSettings.Read.Chat ChatSettings.ReadWrite.Chat
      Chat.Manage.Chat Chat.ReadBasic.All Chat.Read.All Chat.ReadWrite.All
      """)

  static let updateChat = Permissions(
    delegated: "Chat.ReadWrite",
    application: "ChatSettings.ReadWrite.Chat Chat.ReadWrite.All")

  static let listChatMembers = Permissions(
    delegated: """
      Chat.ReadBasic ChatMember.ReadWrite Chat.Read Chat.ReadWrite ChatMember.Read
      """,
    application: """
      Chat.Manage.Chat ChatMember.Read.All ChatMember.Read.Chat Chat.ReadBasic.All
      ChatMember.ReadWrite.All Chat.Read.All Chat.ReadWrite.All
      """)

  static let readChatMember = Permissions(
    delegated: """
      Chat.ReadBasic ChatMember.ReadWrite Chat.Read Chat.ReadWrite ChatMember.Read
      """,
    application: """
      ChatMember.Read.All ChatMember.ReadWrite.All ChatMember.Read.Chat
      TeamMember.Read.Group Chat.Manage.Chat Chat.ReadBasic.All Chat.Read.All
      Chat.ReadWrite.All
      """)

  static let addChatMember = Permissions(
    delegated: "ChatMember.ReadWrite Chat.ReadWrite",
    application: "Chat.Manage.Chat ChatMember.ReadWrite.All Chat.ReadWrite.All")

  static let removeChatMember = Permissions(
    delegated: "ChatMember.ReadWrite",
    application: "ChatMember.ReadWrite.All Chat.Manage.Chat")
}
