/// What Microsoft asks for before it answers the routes of apps, the least first.
extension Permissions {
  static let listCatalogueApps = Permissions(
    delegated: """
      AppCatalog.Submit AppCatalog.Read.All AppCatalog.ReadWrite.All Directory.Read.All
      Directory.ReadWrite.All
      """,
    application: "AppCatalog.Read.All AppCatalog.ReadWrite.All")

  static let publishApp = Permissions(
    delegated: "AppCatalog.Submit AppCatalog.ReadWrite.All Directory.ReadWrite.All",
    application: "")

  static let reviewApp = Permissions(
    delegated: "AppCatalog.ReadWrite.All Directory.ReadWrite.All", application: "")

  static let readAppBot = Permissions(
    delegated: "AppCatalog.Read.All AppCatalog.Submit AppCatalog.ReadWrite.All",
    application: "AppCatalog.Read.All AppCatalog.ReadWrite.All")

  static let listTeamApps = Permissions(
    delegated: """
      TeamsAppInstallation.ReadForTeam TeamsAppInstallation.ReadWriteSelfForTeam
      Directory.Read.All Group.Read.All TeamsAppInstallation.ManageSelectedForTeam
      TeamsAppInstallation.ReadWriteAndConsentForTeam
      TeamsAppInstallation.ReadWriteAndConsentSelfForTeam
      TeamsAppInstallation.ReadWriteForTeam Directory.ReadWrite.All Group.ReadWrite.All
      """,
    application: """
      TeamsAppInstallation.Read.Group TeamsAppInstallation.ReadWriteSelfForTeam.All
      Directory.Read.All Group.Read.All TeamsAppInstallation.ManageSelectedForTeam.All
      TeamsAppInstallation.Read.All TeamsAppInstallation.ReadForTeam.All
      TeamsAppInstallation.ReadWriteAndConsentForTeam.All
      TeamsAppInstallation.ReadWriteAndConsentSelfForTeam.All
      TeamsAppInstallation.ReadWriteForTeam.All Directory.ReadWrite.All
      Group.ReadWrite.All
      """)

  static let installTeamApp = Permissions(
    delegated: """
      TeamsAppInstallation.ReadWriteSelfForTeam
      TeamsAppInstallation.ManageSelectedForTeam
      TeamsAppInstallation.ReadWriteAndConsentSelfForTeam
      TeamsAppInstallation.ReadWriteForTeam Directory.ReadWrite.All Group.ReadWrite.All
      """,
    application: """
      TeamsAppInstallation.ReadWriteSelfForTeam.All
      TeamsAppInstallation.ManageSelectedForTeam.All
      TeamsAppInstallation.ReadWriteAndConsentForTeam.All
      TeamsAppInstallation.ReadWriteAndConsentSelfForTeam.All
      TeamsAppInstallation.ReadWriteForTeam.All Directory.ReadWrite.All
      Group.ReadWrite.All
      """)

  static let readTeamApp = Permissions(
    delegated: """
      TeamsAppInstallation.ReadWriteSelfForTeam TeamsAppInstallation.ReadForUser
      Directory.Read.All Group.Read.All TeamsAppInstallation.ManageSelectedForTeam
      TeamsAppInstallation.ReadForTeam TeamsAppInstallation.ReadWriteAndConsentForTeam
      TeamsAppInstallation.ReadWriteAndConsentSelfForTeam
      TeamsAppInstallation.ReadWriteForTeam Directory.ReadWrite.All Group.ReadWrite.All
      """,
    application: """
      TeamsAppInstallation.Read.Group TeamsAppInstallation.ReadWriteSelfForTeam.All
      Directory.Read.All Group.Read.All TeamsAppInstallation.ManageSelectedForTeam.All
      TeamsAppInstallation.Read.All TeamsAppInstallation.ReadForTeam.All
      TeamsAppInstallation.ReadWriteAndConsentForTeam.All
      TeamsAppInstallation.ReadWriteAndConsentSelfForTeam.All
      TeamsAppInstallation.ReadWriteForTeam.All Directory.ReadWrite.All
      Group.ReadWrite.All TeamsAppInstallation.ReadWriteSelfForTeam
      """)

  static let removeTeamApp = Permissions(
    delegated: """
      TeamsAppInstallation.ReadWriteSelfForTeam
      TeamsAppInstallation.ManageSelectedForTeam TeamsAppInstallation.ReadWriteForTeam
      Directory.ReadWrite.All Group.ReadWrite.All
      """,
    application: """
      TeamsAppInstallation.ReadWriteSelfForTeam.All
      TeamsAppInstallation.ManageSelectedForTeam.All
      TeamsAppInstallation.ReadWriteForTeam.All Directory.ReadWrite.All
      Group.ReadWrite.All
      """)

  static let upgradeTeamApp = Permissions(
    delegated: """
      TeamsAppInstallation.ReadWriteSelfForTeam
      TeamsAppInstallation.ManageSelectedForTeam
      TeamsAppInstallation.ReadWriteAndConsentForTeam
      TeamsAppInstallation.ReadWriteAndConsentSelfForTeam
      TeamsAppInstallation.ReadWriteForTeam Directory.ReadWrite.All Group.ReadWrite.All
      """,
    application: """
      TeamsAppInstallation.ReadWriteSelfForTeam.All
      TeamsAppInstallation.ManageSelectedForTeam.All
      TeamsAppInstallation.ReadWriteAndConsentForTeam.All
      TeamsAppInstallation.ReadWriteAndConsentSelfForTeam.All
      TeamsAppInstallation.ReadWriteForTeam.All Directory.ReadWrite.All
      Group.ReadWrite.All
      """)

  static let listChatApps = Permissions(
    delegated: """
      TeamsAppInstallation.ReadForChat TeamsAppInstallation.ReadWriteSelfForChat
      TeamsAppInstallation.ManageSelectedForChat
      TeamsAppInstallation.ReadWriteAndConsentForChat
      TeamsAppInstallation.ReadWriteAndConsentSelfForChat
      TeamsAppInstallation.ReadWriteForChat
      """,
    application: """
      TeamsAppInstallation.ReadForChat.All TeamsAppInstallation.ReadWriteSelfForChat.All
      TeamsAppInstallation.Read.Chat Chat.Manage.Chat
      TeamsAppInstallation.ManageSelectedForChat.All TeamsAppInstallation.Read.All
      TeamsAppInstallation.ReadWriteAndConsentForChat.All
      TeamsAppInstallation.ReadWriteAndConsentSelfForChat.All
      TeamsAppInstallation.ReadWriteForChat.All
      """)

  static let installChatApp = Permissions(
    delegated: """
      TeamsAppInstallation.ReadWriteSelfForChat
      TeamsAppInstallation.ManageSelectedForChat
      TeamsAppInstallation.ReadWriteAndConsentForChat
      TeamsAppInstallation.ReadWriteAndConsentSelfForChat
      TeamsAppInstallation.ReadWriteForChat
      """,
    application: """
      TeamsAppInstallation.ReadWriteSelfForChat.All Chat.Manage.Chat
      TeamsAppInstallation.ManageSelectedForChat.All
      TeamsAppInstallation.ReadWriteAndConsentForChat.All
      TeamsAppInstallation.ReadWriteAndConsentSelfForChat.All
      TeamsAppInstallation.ReadWriteForChat.All
      """)

  static let readChatApp = Permissions(
    delegated: """
      TeamsAppInstallation.ReadForChat TeamsAppInstallation.ReadWriteSelfForChat
      TeamsAppInstallation.ManageSelectedForChat TeamsAppInstallation.ReadWriteForChat
      """,
    application: """
      TeamsAppInstallation.ReadForChat.All TeamsAppInstallation.ReadWriteSelfForChat.All
      TeamsAppInstallation.Read.Chat Chat.Manage.Chat
      TeamsAppInstallation.ManageSelectedForChat.All TeamsAppInstallation.Read.All
      TeamsAppInstallation.ReadWriteForChat.All
      """)

  static let removeChatApp = Permissions(
    delegated: """
      TeamsAppInstallation.ReadWriteSelfForChat
      TeamsAppInstallation.ManageSelectedForChat TeamsAppInstallation.ReadWriteForChat
      """,
    application: """
      TeamsAppInstallation.ReadWriteSelfForChat.All Chat.Manage.Chat
      TeamsAppInstallation.ManageSelectedForChat.All
      TeamsAppInstallation.ReadWriteForChat.All
      """)

  static let upgradeChatApp = Permissions(
    delegated: """
      TeamsAppInstallation.ReadWriteSelfForChat
      TeamsAppInstallation.ManageSelectedForChat
      TeamsAppInstallation.ReadWriteAndConsentForChat
      TeamsAppInstallation.ReadWriteAndConsentSelfForChat
      TeamsAppInstallation.ReadWriteForChat
      """,
    application: """
      TeamsAppInstallation.ReadWriteSelfForChat.All Chat.Manage.Chat
      TeamsAppInstallation.ManageSelectedForChat.All
      TeamsAppInstallation.ReadWriteAndConsentForChat.All
      TeamsAppInstallation.ReadWriteAndConsentSelfForChat.All
      TeamsAppInstallation.ReadWriteForChat.All
      """)

  static let listUserApps = Permissions(
    delegated: """
      TeamsAppInstallation.ReadForUser TeamsAppInstallation.ReadWriteSelfForUser
      TeamsAppInstallation.ManageSelectedForUser
      TeamsAppInstallation.ReadWriteAndConsentForUser
      TeamsAppInstallation.ReadWriteAndConsentSelfForUser
      TeamsAppInstallation.ReadWriteForUser
      TeamsAppInstallation.ReadWriteSelectedForUser
      """,
    application: """
      TeamsAppInstallation.ReadForUser.All TeamsAppInstallation.ReadWriteSelfForUser.All
      TeamsAppInstallation.Read.User TeamsAppInstallation.ManageSelectedForUser.All
      TeamsAppInstallation.Read.All
      TeamsAppInstallation.ReadWriteAndConsentSelfForUser.All
      TeamsAppInstallation.ReadWriteForUser.All
      TeamsAppInstallation.ReadWriteSelectedForUser.All
      TeamsAppInstallation.ReadWriteAndConsentForUser.All
      """)

  static let installUserApp = Permissions(
    delegated: """
      TeamsAppInstallation.ReadWriteSelfForUser
      TeamsAppInstallation.ManageSelectedForUser
      TeamsAppInstallation.ReadWriteAndConsentForUser
      TeamsAppInstallation.ReadWriteAndConsentSelfForUser
      TeamsAppInstallation.ReadWriteForUser
      TeamsAppInstallation.ReadWriteSelectedForUser
      """,
    application: """
      TeamsAppInstallation.ReadWriteSelfForUser.All
      TeamsAppInstallation.ManageSelectedForUser.All
      TeamsAppInstallation.ReadWriteAndConsentSelfForUser.All
      TeamsAppInstallation.ReadWriteForUser.All
      TeamsAppInstallation.ReadWriteSelectedForUser.All
      TeamsAppInstallation.ReadWriteAndConsentForUser.All
      """)

  static let readUserApp = Permissions(
    delegated: """
      TeamsAppInstallation.ReadForUser TeamsAppInstallation.ReadWriteSelfForUser
      TeamsAppInstallation.ManageSelectedForUser
      TeamsAppInstallation.ReadWriteAndConsentForUser
      TeamsAppInstallation.ReadWriteAndConsentSelfForUser
      TeamsAppInstallation.ReadWriteForUser
      TeamsAppInstallation.ReadWriteSelectedForUser
      """,
    application: """
      TeamsAppInstallation.ReadForUser.All TeamsAppInstallation.ReadWriteSelfForUser.All
      TeamsAppInstallation.Read.User TeamsAppInstallation.ManageSelectedForUser.All
      TeamsAppInstallation.Read.All
      TeamsAppInstallation.ReadWriteAndConsentSelfForUser.All
      TeamsAppInstallation.ReadWriteForUser.All
      TeamsAppInstallation.ReadWriteSelectedForUser.All
      TeamsAppInstallation.ReadWriteAndConsentForUser.All
      """)

  static let removeUserApp = Permissions(
    delegated: """
      TeamsAppInstallation.ReadWriteSelfForUser
      TeamsAppInstallation.ManageSelectedForUser
      TeamsAppInstallation.ReadWriteAndConsentForUser
      TeamsAppInstallation.ReadWriteAndConsentSelfForUser
      TeamsAppInstallation.ReadWriteForUser
      TeamsAppInstallation.ReadWriteSelectedForUser
      """,
    application: """
      TeamsAppInstallation.ReadWriteSelfForUser.All
      TeamsAppInstallation.ManageSelectedForUser.All
      TeamsAppInstallation.ReadWriteAndConsentSelfForUser.All
      TeamsAppInstallation.ReadWriteForUser.All
      TeamsAppInstallation.ReadWriteSelectedForUser.All
      TeamsAppInstallation.ReadWriteAndConsentForUser.All
      """)
}
