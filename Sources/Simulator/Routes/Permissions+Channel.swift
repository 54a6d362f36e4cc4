/// What Microsoft asks for before it answers the channel routes, the least first.
extension Permissions {
  static let listChannels = Permissions(
    delegated: """
      Channel.ReadBasic.All ChannelSettings.Read.All ChannelSettings.ReadWrite.All
      Directory.Read.All Group.Read.All Directory.ReadWrite.All Group.ReadWrite.All
      """,
    application: """
      ChannelSettings.Read.Group Channel.ReadBasic.All ChannelSettings.Read.All
      ChannelSettings.ReadWrite.All ChannelSettings.ReadWrite.Group Directory.Read.All
      Group.Read.All Directory.ReadWrite.All Group.ReadWrite.All
      """)

  static let listAllChannels = Permissions(
    delegated: """
      Channel.ReadBasic.All ChannelSettings.Read.All ChannelSettings.ReadWrite.All
      """,
    application: """
      Channel.ReadBasic.All ChannelSettings.Read.All ChannelSettings.ReadWrite.All
      """)

  static let createChannel = Permissions(
    delegated: "Channel.Create Directory.ReadWrite.All Group.ReadWrite.All",
    application: """
      Channel.Create.Group Channel.Create Teamwork.Migrate.All Directory.ReadWrite.All
      Group.ReadWrite.All
      """)

  static let readChannel = Permissions(
    delegated: """
      Channel.ReadBasic.All ChannelSettings.ReadWrite.All ChannelSettings.Read.All
      Directory.Read.All Group.Read.All Directory.ReadWrite.All Group.ReadWrite.All
      """,
    application: """
      ChannelSettings.Read.Group ChannelSettings.ReadWrite.Group Channel.ReadBasic.All
      ChannelSettings.Read.All ChannelSettings.ReadWrite.All Directory.Read.All
      Group.Read.All Directory.ReadWrite.All Group.ReadWrite.All
      """)

  static let updateChannel = Permissions(
    delegated: """
      ChannelSettings.ReadWrite.All Directory.ReadWrite.All Group.ReadWrite.All
      """,
    application: """
      ChannelSettings.ReadWrite.Group ChannelSettings.ReadWrite.All Directory.ReadWrite.All
      Group.ReadWrite.All
      """)

  static let deleteChannel = Permissions(
    delegated: "Channel.Delete.All Directory.ReadWrite.All Group.ReadWrite.All",
    application: """
      Channel.Delete.Group Channel.Delete.All Directory.ReadWrite.All Group.ReadWrite.All
      """)

  static let listChannelMembers = Permissions(
    delegated: "ChannelMember.Read.All ChannelMember.ReadWrite.All Group.Read.All",
    application: """
      ChannelMember.Read.Group ChannelMember.Read.All ChannelMember.ReadWrite.All
      ChannelMember.ReadWrite.Group
      """)

  static let readChannelMember = Permissions(
    delegated: "ChannelMember.Read.All ChannelMember.ReadWrite.All",
    application: """
      ChannelMember.Read.Group ChannelMember.Read.All ChannelMember.ReadWrite.All
      ChannelMember.ReadWrite.Group
      """)

  static let addChannelMember = Permissions(
    delegated: "ChannelMember.ReadWrite.All",
    application: "ChannelMember.ReadWrite.Group ChannelMember.ReadWrite.All")

  static let updateChannelMember = Permissions(
    delegated: """
      ChannelMember.ReadWrite.All Directory.ReadWrite.All Group.ReadWrite.All
      """,
    application: """
      ChannelMember.ReadWrite.Group ChannelMember.ReadWrite.All Directory.ReadWrite.All
      Group.ReadWrite.All
      """)

  static let removeChannelMember = Permissions(
    delegated: "ChannelMember.ReadWrite.All",
    application: "ChannelMember.ReadWrite.Group ChannelMember.ReadWrite.All")

  static let archiveChannel = Permissions(
    delegated: "ChannelSettings.ReadWrite.All", application: "ChannelSettings.ReadWrite.All")

  static let listAllChannelMembers = Permissions(
    delegated: "ChannelMember.Read.All ChannelMember.ReadWrite.All",
    application: """
      ChannelMember.Read.Group ChannelMember.Read.All ChannelMember.ReadWrite.All
      ChannelMember.ReadWrite.Group
      """)
}
