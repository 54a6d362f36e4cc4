/// What Microsoft asks for before images are read and messages reacted to, the least first.
extension Permissions {
  static let readHostedContent = Permissions(
    delegated: "Chat.Read Chat.ReadWrite Group.Read.All Group.ReadWrite.All",
    application: """
      ChatMessage.Read.Chat Group.Read.All Chat.Read.All Chat.ReadWrite.All Group.ReadWrite.All
      """)

  static let reactInChannel = Permissions(delegated: "ChannelMessage.Send", application: "")

  static let reactInChat = Permissions(
    delegated: "ChatMessage.Send Chat.ReadWrite", application: "")

  static let replyWithQuote = Permissions(delegated: "ChatMessage.Send", application: "")
}
