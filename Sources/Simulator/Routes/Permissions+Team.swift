/// What Microsoft asks for before it answers the team routes, the least first.
extension Permissions {
  static let listMyTeams = Permissions(
    delegated: """
      Team.ReadBasic.All AgentIdUser.ReadWrite.All AgentIdUser.ReadWrite.IdentityParentedBy
      Directory.Read.All TeamSettings.ReadWrite.All User.Read.All Directory.ReadWrite.All
      User.ReadWrite.All TeamSettings.Read.All
      """,
    application: "Team.ReadBasic.All TeamSettings.Read.All TeamSettings.ReadWrite.All")

  static let listTeamsOfUser = Permissions(
    delegated: """
      Team.ReadBasic.All AgentIdUser.ReadWrite.All AgentIdUser.ReadWrite.IdentityParentedBy
      Directory.Read.All TeamSettings.ReadWrite.All User.Read.All Directory.ReadWrite.All
      User.ReadWrite.All TeamSettings.Read.All
      """,
    application: """
      Team.ReadBasic.All AgentIdUser.ReadWrite.All AgentIdUser.ReadWrite.IdentityParentedBy
      Directory.Read.All TeamSettings.Read.All TeamSettings.ReadWrite.All User.Read.All
      Directory.ReadWrite.All User.ReadWrite.All
      """)

  static let listTeams = Permissions(
    delegated: "Team.ReadBasic.All TeamSettings.ReadWrite.All TeamSettings.Read.All",
    application: "Team.ReadBasic.All TeamSettings.Read.All TeamSettings.ReadWrite.All")

  static let readTeam = Permissions(
    delegated: """
      Team.ReadBasic.All TeamSettings.ReadWrite.All Directory.Read.All Group.Read.All
      Directory.ReadWrite.All Group.ReadWrite.All TeamSettings.Read.All
      """,
    application: """
      TeamSettings.Read.Group TeamSettings.ReadWrite.Group Directory.Read.All Group.Read.All
      Team.ReadBasic.All TeamSettings.Read.All TeamSettings.ReadWrite.All
      Directory.ReadWrite.All Group.ReadWrite.All
      """)

  static let readPrimaryChannel = Permissions(
    delegated: """
      Channel.ReadBasic.All ChannelSettings.Read.All ChannelSettings.ReadWrite.All
      """,
    application: """
      ChannelSettings.Read.Group Channel.ReadBasic.All ChannelSettings.Read.All
      ChannelSettings.ReadWrite.All ChannelSettings.ReadWrite.Group
      """)

  static let listTeamMembers = Permissions(
    delegated: "TeamMember.Read.All TeamMember.ReadWrite.All",
    application: "TeamMember.Read.Group TeamMember.ReadWrite.All TeamMember.Read.All")

  static let readTeamMember = Permissions(
    delegated: "TeamMember.Read.All TeamMember.ReadWrite.All",
    application: "TeamMember.Read.Group TeamMember.ReadWrite.All TeamMember.Read.All")

  static let addTeamMember = Permissions(
    delegated: "TeamMember.ReadWriteNonOwnerRole.All TeamMember.ReadWrite.All",
    application: "TeamMember.ReadWriteNonOwnerRole.All TeamMember.ReadWrite.All")

  static let addTeamMembers = Permissions(
    delegated: "TeamMember.ReadWriteNonOwnerRole.All TeamMember.ReadWrite.All",
    application: "TeamMember.ReadWriteNonOwnerRole.All TeamMember.ReadWrite.All")

  static let removeTeamMembers = Permissions(
    delegated: "TeamMember.ReadWrite.All", application: "TeamMember.ReadWrite.All")

  static let updateTeamMember = Permissions(
    delegated: "TeamMember.ReadWriteNonOwnerRole.All TeamMember.ReadWrite.All",
    application: "TeamMember.ReadWriteNonOwnerRole.All TeamMember.ReadWrite.All")

  static let removeTeamMember = Permissions(
    delegated: "TeamMember.ReadWriteNonOwnerRole.All TeamMember.ReadWrite.All",
    application: "TeamMember.ReadWriteNonOwnerRole.All TeamMember.ReadWrite.All")

  static let listAssociatedTeams = Permissions(
    delegated: "Team.ReadBasic.All TeamSettings.ReadWrite.All TeamSettings.Read.All",
    application: "Team.ReadBasic.All TeamSettings.Read.All TeamSettings.ReadWrite.All")
}
