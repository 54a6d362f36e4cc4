/// What Microsoft asks for before it answers the user routes, the least first.
extension Permissions {
  static let readMe = Permissions(
    delegated: """
      User.Read User.ReadBasic.All AgentIdUser.ReadWrite.All
      AgentIdUser.ReadWrite.IdentityParentedBy Directory.Read.All User.Read.All
      User.ReadWrite Directory.ReadWrite.All User.ReadWrite.All
      """,
    application: "")

  static let listUsers = Permissions(
    delegated: """
      User.ReadBasic.All User.ReadWrite.All AgentIdUser.ReadWrite.All
      AgentIdUser.ReadWrite.IdentityParentedBy DeviceManagementApps.Read.All
      DeviceManagementApps.ReadWrite.All DeviceManagementConfiguration.Read.All
      DeviceManagementConfiguration.ReadWrite.All DeviceManagementManagedDevices.Read.All
      DeviceManagementManagedDevices.ReadWrite.All DeviceManagementServiceConfig.Read.All
      DeviceManagementServiceConfig.ReadWrite.All Directory.Read.All User.Read.All
      Directory.ReadWrite.All
      """,
    application: """
      User.ReadBasic.All User.ReadWrite.All AgentIdUser.ReadWrite.All
      AgentIdUser.ReadWrite.IdentityParentedBy DeviceManagementApps.Read.All
      DeviceManagementApps.ReadWrite.All DeviceManagementConfiguration.ReadWrite.All
      DeviceManagementManagedDevices.Read.All DeviceManagementManagedDevices.ReadWrite.All
      DeviceManagementServiceConfig.Read.All DeviceManagementServiceConfig.ReadWrite.All
      Directory.Read.All User.Read.All User.ReadWrite.CrossCloud
      DeviceManagementConfiguration.Read.All Directory.ReadWrite.All
      """)

  static let readUser = Permissions(
    delegated: """
      User.ReadBasic.All User.ReadWrite.All User.Read AgentIdUser.ReadWrite.All
      AgentIdUser.ReadWrite.IdentityParentedBy DeviceManagementApps.Read.All
      DeviceManagementApps.ReadWrite.All DeviceManagementConfiguration.Read.All
      DeviceManagementConfiguration.ReadWrite.All DeviceManagementManagedDevices.Read.All
      DeviceManagementManagedDevices.ReadWrite.All DeviceManagementServiceConfig.Read.All
      DeviceManagementServiceConfig.ReadWrite.All Directory.Read.All User.Read.All
      User.ReadWrite Directory.ReadWrite.All
      """,
    application: """
      User.ReadBasic.All User.ReadWrite.All AgentIdUser.ReadWrite.All
      AgentIdUser.ReadWrite.IdentityParentedBy DeviceManagementApps.Read.All
      DeviceManagementApps.ReadWrite.All DeviceManagementConfiguration.ReadWrite.All
      DeviceManagementManagedDevices.Read.All DeviceManagementManagedDevices.ReadWrite.All
      DeviceManagementServiceConfig.Read.All DeviceManagementServiceConfig.ReadWrite.All
      Directory.Read.All User.Read.All User.ReadWrite.CrossCloud
      DeviceManagementConfiguration.Read.All Directory.ReadWrite.All
      """)

  static let readOrganization = Permissions(
    delegated: """
      DeviceManagementServiceConfig.Read.All User.Read
      DeviceManagementConfiguration.Read.All DeviceManagementConfiguration.ReadWrite.All
      DeviceManagementServiceConfig.ReadWrite.All Directory.Read.All Organization.Read.All
      Organization.ReadWrite.All User.Read.All Directory.ReadWrite.All
      """,
    application: """
      DeviceManagementServiceConfig.Read.All DeviceManagementConfiguration.ReadWrite.All
      DeviceManagementServiceConfig.ReadWrite.All Directory.Read.All Organization.Read.All
      User.Read.All DeviceManagementConfiguration.Read.All Directory.ReadWrite.All
      Organization.ReadWrite.All
      """)
}
