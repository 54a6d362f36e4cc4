/// What Microsoft asks for before teams and groups are made, changed or deleted, the least first.
extension Permissions {
  static let createTeam = Permissions(
    delegated: "Team.Create Directory.ReadWrite.All Group.ReadWrite.All",
    application: "Team.Create Teamwork.Migrate.All Directory.ReadWrite.All Group.ReadWrite.All")

  static let updateTeam = Permissions(
    delegated: "TeamSettings.ReadWrite.All Directory.ReadWrite.All Group.ReadWrite.All",
    application: """
      TeamSettings.ReadWrite.Group TeamSettings.ReadWrite.All Directory.ReadWrite.All
      Group.ReadWrite.All
      """)

  static let cloneTeam = Permissions(
    delegated: "Team.Create Directory.ReadWrite.All Group.ReadWrite.All",
    application: "Team.Create Directory.ReadWrite.All Group.ReadWrite.All")

  static let archiveTeam = Permissions(
    delegated: "TeamSettings.ReadWrite.All Directory.ReadWrite.All Group.ReadWrite.All",
    application: """
      TeamSettings.ReadWrite.Group TeamSettings.ReadWrite.All Directory.ReadWrite.All
      Group.ReadWrite.All
      """)

  static let readTeamOfGroup = Permissions(
    delegated: "Group.Read.All", application: "Group.Read.All")

  static let createTeamOfGroup = Permissions(
    delegated: "Group.ReadWrite.All Directory.ReadWrite.All",
    application: "Group.ReadWrite.All Directory.ReadWrite.All")

  static let createGroup = Permissions(
    delegated: """
      Group.ReadWrite.All Group-PreferredDataLocation.ReadWrite.All Directory.ReadWrite.All
      """,
    application: """
      Group.Create Group-PreferredDataLocation.ReadWrite.All Directory.ReadWrite.All
      Group.ReadWrite.All
      """)

  static let updateGroup = Permissions(
    delegated: """
      Group-NestingSupport.ReadWrite.All Group-PreferredDataLocation.ReadWrite.All
      Group.ManageProtection.All Directory.ReadWrite.All Group.ReadWrite.All
      """,
    application: """
      Group-NestingSupport.ReadWrite.All Group-PreferredDataLocation.ReadWrite.All
      Group.ManageProtection.All Directory.ReadWrite.All Group.ReadWrite.All
      """)

  static let deleteGroup = Permissions(
    delegated: "Group.ReadWrite.All", application: "Group.ReadWrite.All")

  static let addGroupMember = Permissions(
    delegated: "GroupMember.ReadWrite.All Group.ReadWrite.All Directory.ReadWrite.All",
    application: "GroupMember.ReadWrite.All Group.ReadWrite.All Directory.ReadWrite.All")

  static let removeGroupMember = Permissions(
    delegated: "GroupMember.ReadWrite.All Directory.ReadWrite.All Group.ReadWrite.All",
    application: "GroupMember.ReadWrite.All Directory.ReadWrite.All Group.ReadWrite.All")

  static let changeGroupOwners = Permissions(
    delegated: "Group.ReadWrite.All Directory.ReadWrite.All",
    application: "Group.ReadWrite.All Directory.ReadWrite.All")

  static let readDeletedItems = Permissions(
    delegated: "Group.Read.All Group.ReadWrite.All Directory.Read.All",
    application: "Group.Read.All Group.ReadWrite.All Directory.Read.All")

  static let restoreDeletedItem = Permissions(
    delegated: "Group.ReadWrite.All", application: "Group.ReadWrite.All")

  static let purgeDeletedItem = Permissions(
    delegated: "Group.ReadWrite.All", application: "Group.ReadWrite.All")

  static let listDeletedTeams = Permissions(
    delegated: "Team.ReadBasic.All", application: "Team.ReadBasic.All")
}
