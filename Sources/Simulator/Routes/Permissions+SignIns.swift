/// What Microsoft asks for before it ends sign-ins or changes the policies for them.
extension Permissions {
  static let revokeOwnSessions = Permissions(
    delegated: """
      User.RevokeSessions.All AgentIdUser.ReadWrite.All AgentIdUser.ReadWrite.IdentityParentedBy
      Directory.ReadWrite.All User.ReadWrite.All
      """,
    application: "User.RevokeSessions.All")

  static let revokeSessions = Permissions(
    delegated: """
      User.RevokeSessions.All AgentIdUser.ReadWrite.All AgentIdUser.ReadWrite.IdentityParentedBy
      Directory.ReadWrite.All User.ReadWrite.All
      """,
    application: """
      User.RevokeSessions.All AgentIdUser.ReadWrite.All AgentIdUser.ReadWrite.IdentityParentedBy
      Directory.ReadWrite.All User.ReadWrite.All
      """)

  static let readAccessPolicies = Permissions(
    delegated: "Policy.Read.ConditionalAccess Policy.ReadWrite.ConditionalAccess Policy.Read.All",
    application: "Policy.Read.ConditionalAccess Policy.ReadWrite.ConditionalAccess Policy.Read.All")

  static let writeAccessPolicies = Permissions(
    delegated: "Policy.ReadWrite.ConditionalAccess",
    application: "Policy.ReadWrite.ConditionalAccess")
}
