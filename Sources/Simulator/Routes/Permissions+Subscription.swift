/// What Microsoft asks of who subscribes: what it asks of who reads the messages.
extension Permissions {
  static let subscribeToChannel = Permissions(
    delegated: "ChannelMessage.Read.All", application: "ChannelMessage.Read.All")

  static let subscribeToAllChannels = Permissions(
    delegated: "", application: "ChannelMessage.Read.All")

  static let subscribeToChat = Permissions(
    delegated: "Chat.Read Chat.ReadWrite", application: "Chat.Read.All Chat.ReadWrite.All")

  static let subscribeToAllChats = Permissions(
    delegated: "", application: "Chat.Read.All Chat.ReadWrite.All")

  /// The permissions for all kinds of messages; each is asked for when one subscribes.
  static let subscribe = Permissions(
    delegated: "ChannelMessage.Read.All Chat.Read Chat.ReadWrite",
    application: "ChannelMessage.Read.All Chat.Read.All Chat.ReadWrite.All")
}
