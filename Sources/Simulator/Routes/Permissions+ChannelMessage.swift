/// What Microsoft asks for before it answers the channelMessage routes, the least first.
extension Permissions {
  static let listChannelMessages = Permissions(
    delegated: "ChannelMessage.Read.All Group.Read.All Group.ReadWrite.All",
    application: """
      ChannelMessage.Read.Group Group.Read.All ChannelMessage.Read.All Group.ReadWrite.All
      """)

  static let readChannelMessage = Permissions(
    delegated: "ChannelMessage.Read.All Group.Read.All Group.ReadWrite.All",
    application: """
      ChannelMessage.Read.Group Group.Read.All ChannelMessage.Read.All Group.ReadWrite.All
      """)

  static let sendChannelMessage = Permissions(
    delegated: "ChannelMessage.Send Group.ReadWrite.All",
    application: "Teamwork.Migrate.All")

  static let updateChannelMessage = Permissions(
    delegated: "ChannelMessage.ReadWrite Group.ReadWrite.All",
    application: """
      ChannelMessage.UpdatePolicyViolation.All Group.ReadWrite.All Teamwork.Migrate.All
      """)

  static let deleteChannelMessage = Permissions(
    delegated: "ChannelMessage.ReadWrite",
    application: "")

  static let listReplies = Permissions(
    delegated: "ChannelMessage.Read.All Group.Read.All Group.ReadWrite.All",
    application: """
      ChannelMessage.Read.Group Group.Read.All ChannelMessage.Read.All Group.ReadWrite.All
      """)

  static let readReply = Permissions(
    delegated: "ChannelMessage.Read.All Group.Read.All Group.ReadWrite.All",
    application: """
      ChannelMessage.Read.Group Group.Read.All ChannelMessage.Read.All Group.ReadWrite.All
      """)

  static let sendReply = Permissions(
    delegated: "ChannelMessage.Send Group.ReadWrite.All",
    application: "Teamwork.Migrate.All")

  static let updateReply = Permissions(
    delegated: "ChannelMessage.ReadWrite Group.ReadWrite.All",
    application: """
      ChannelMessage.UpdatePolicyViolation.All Group.ReadWrite.All Teamwork.Migrate.All
      """)

  static let deleteReply = Permissions(
    delegated: "ChannelMessage.ReadWrite",
    application: "")
}
