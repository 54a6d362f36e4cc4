/// What Microsoft asks for before people are made, changed, removed, and followed.
extension Permissions {
  static let createUser = Permissions(
    delegated: """
      User.ReadWrite.All AgentIdUser.ReadWrite.All
      AgentIdUser.ReadWrite.IdentityParentedBy DeviceManagementApps.ReadWrite.All
      DeviceManagementConfiguration.ReadWrite.All
      DeviceManagementManagedDevices.ReadWrite.All
      DeviceManagementServiceConfig.ReadWrite.All Directory.ReadWrite.All
      """,
    application: """
      User.ReadWrite.All AgentIdUser.ReadWrite.All
      AgentIdUser.ReadWrite.IdentityParentedBy DeviceManagementApps.ReadWrite.All
      DeviceManagementConfiguration.ReadWrite.All
      DeviceManagementManagedDevices.ReadWrite.All
      DeviceManagementServiceConfig.ReadWrite.All Directory.ReadWrite.All
      """)

  static let updateUser = Permissions(
    delegated: """
      User.ReadWrite.All AgentIdUser.ReadWrite.All
      AgentIdUser.ReadWrite.IdentityParentedBy DeviceManagementApps.ReadWrite.All
      DeviceManagementConfiguration.ReadWrite.All
      DeviceManagementManagedDevices.ReadWrite.All
      DeviceManagementServiceConfig.ReadWrite.All User-Mail.ReadWrite.All
      User-Phone.ReadWrite.All User.ManageIdentities.All User.ReadWrite
      Directory.ReadWrite.All User-PasswordProfile.ReadWrite.All
      User.EnableDisableAccount.All
      """,
    application: """
      User.ReadWrite.All AgentIdUser.ReadWrite.All
      AgentIdUser.ReadWrite.IdentityParentedBy DeviceManagementApps.ReadWrite.All
      DeviceManagementConfiguration.ReadWrite.All
      DeviceManagementManagedDevices.ReadWrite.All
      DeviceManagementServiceConfig.ReadWrite.All User-Mail.ReadWrite.All
      User-Phone.ReadWrite.All User.ManageIdentities.All User.ReadWrite.CrossCloud
      Directory.ReadWrite.All User-PasswordProfile.ReadWrite.All
      User.EnableDisableAccount.All
      """)

  static let deleteUser = Permissions(
    delegated: """
      User.DeleteRestore.All User.ReadWrite.All AgentIdUser.ReadWrite.All
      AgentIdUser.ReadWrite.IdentityParentedBy DeviceManagementApps.ReadWrite.All
      DeviceManagementConfiguration.ReadWrite.All
      DeviceManagementManagedDevices.ReadWrite.All
      DeviceManagementServiceConfig.ReadWrite.All
      """,
    application: """
      User.DeleteRestore.All User.ReadWrite.All AgentIdUser.ReadWrite.All
      AgentIdUser.ReadWrite.IdentityParentedBy DeviceManagementApps.ReadWrite.All
      DeviceManagementConfiguration.ReadWrite.All
      DeviceManagementManagedDevices.ReadWrite.All
      DeviceManagementServiceConfig.ReadWrite.All User.ReadWrite.CrossCloud
      """)

  static let followUsers = Permissions(
    delegated: """
      User.Read.All AgentIdUser.ReadWrite.All AgentIdUser.ReadWrite.IdentityParentedBy
      Directory.Read.All Directory.ReadWrite.All User.ReadWrite.All
      """,
    application: """
      User.Read.All AgentIdUser.ReadWrite.All AgentIdUser.ReadWrite.IdentityParentedBy
      Directory.Read.All Directory.ReadWrite.All User.ReadWrite.All
      """)

  static let followGroups = Permissions(
    delegated: """
      Group-NestingSupport.ReadWrite.All Group.ReadBasic.All Directory.Read.All
      Group.Read.All GroupMember.Read.All Directory.ReadWrite.All Group.ReadWrite.All
      """,
    application: """
      Group-NestingSupport.ReadWrite.All Group.ReadBasic.All Directory.Read.All
      Group.Read.All GroupMember.Read.All Directory.ReadWrite.All Group.ReadWrite.All
      """)

  static let followChannelMessages = Permissions(
    delegated: "ChannelMessage.Read.All Group.Read.All Group.ReadWrite.All",
    application: """
      ChannelMessage.Read.Group Group.Read.All ChannelMessage.Read.All
      Group.ReadWrite.All
      """)
}
