/// What Microsoft asks for before it answers the group routes, the least first.
extension Permissions {
  static let listGroups = Permissions(
    delegated: """
      Group-NestingSupport.ReadWrite.All Group.ReadBasic.All Directory.Read.All
      Group-PreferredDataLocation.ReadWrite.All Group.ManageProtection.All Group.Read.All
      GroupMember.Read.All Directory.ReadWrite.All Group.ReadWrite.All
      """,
    application: """
      Group-NestingSupport.ReadWrite.All Group.ReadBasic.All Directory.Read.All
      Group-PreferredDataLocation.ReadWrite.All Group.ManageProtection.All Group.Read.All
      GroupMember.Read.All Directory.ReadWrite.All Group.ReadWrite.All
      """)

  static let readGroup = Permissions(
    delegated: """
      Group-NestingSupport.ReadWrite.All Group-XTenantIdentitySync.Read.All
      Group.ReadBasic.All Directory.Read.All Group-PreferredDataLocation.ReadWrite.All
      Group.ManageProtection.All Group.Read.All GroupMember.Read.All Directory.ReadWrite.All
      Group.ReadWrite.All
      """,
    application: """
      Group-NestingSupport.ReadWrite.All Group-XTenantIdentitySync.Read.All
      Directory.Read.All Group-PreferredDataLocation.ReadWrite.All
      Group.ManageProtection.All Group.Read.All Group.ReadBasic.All GroupMember.Read.All
      Directory.ReadWrite.All Group.ReadWrite.All
      """)

  static let listGroupMembers = Permissions(
    delegated: """
      GroupMember.ReadBasic.All Group.ReadBasic.All Directory.Read.All Group.Read.All
      GroupMember.Read.All Group.ReadWrite.All GroupMember.ReadWrite.All
      """,
    application: """
      GroupMember.ReadBasic.All Directory.Read.All Group.Read.All Group.ReadBasic.All
      GroupMember.Read.All Group.ReadWrite.All GroupMember.ReadWrite.All
      """)

  static let listGroupOwners = Permissions(
    delegated: """
      GroupMember.Read.All Group.ReadWrite.All Directory.Read.All Group.Read.All
      GroupMember.ReadWrite.All
      """,
    application: """
      GroupMember.Read.All Group.ReadWrite.All Directory.Read.All Group.Read.All
      GroupMember.ReadWrite.All
      """)
}
