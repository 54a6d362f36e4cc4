/// What Microsoft asks for before it shows and changes what apps have been given.
extension Permissions {
  static let listPrincipals = Permissions(
    delegated: """
      Application.Read.All Application.ReadWrite.All Directory.Read.All
      Directory.ReadWrite.All
      """,
    application: """
      Application.Read.All Application.ReadWrite.OwnedBy Directory.Read.All
      Application.ReadWrite.All
      """)

  static let readPrincipal = Permissions(
    delegated: """
      Application.Read.All Application.ReadWrite.All Directory.Read.All
      Directory.ReadWrite.All
      """,
    application: """
      Application.Read.All Application.ReadWrite.OwnedBy Directory.Read.All
      Application.ReadWrite.All Directory.ReadWrite.All
      """)

  static let listAssignments = Permissions(
    delegated: """
      Application.Read.All Application.ReadWrite.All Directory.Read.All
      Directory.ReadWrite.All
      """,
    application: """
      Application.Read.All Application.ReadWrite.OwnedBy Directory.Read.All
      Application.ReadWrite.All Directory.ReadWrite.All
      """)

  static let listGrants = Permissions(
    delegated: """
      Directory.Read.All DelegatedPermissionGrant.ReadWrite.All Directory.ReadWrite.All
      """,
    application: """
      Directory.Read.All DelegatedPermissionGrant.ReadWrite.All Directory.ReadWrite.All
      """)

  static let listGrantsOfUser = Permissions(
    delegated: "Directory.Read.All DelegatedPermissionGrant.ReadWrite.All",
    application: "Directory.Read.All DelegatedPermissionGrant.ReadWrite.All")

  static let createGrant = Permissions(
    delegated: "DelegatedPermissionGrant.ReadWrite.All Directory.ReadWrite.All",
    application: "DelegatedPermissionGrant.ReadWrite.All Directory.ReadWrite.All")

  static let readGrant = Permissions(
    delegated: """
      Directory.Read.All DelegatedPermissionGrant.ReadWrite.All Directory.ReadWrite.All
      """,
    application: """
      Directory.Read.All DelegatedPermissionGrant.ReadWrite.All Directory.ReadWrite.All
      """)

  static let updateGrant = Permissions(
    delegated: "DelegatedPermissionGrant.ReadWrite.All Directory.ReadWrite.All",
    application: "DelegatedPermissionGrant.ReadWrite.All Directory.ReadWrite.All")

  static let deleteGrant = Permissions(
    delegated: "DelegatedPermissionGrant.ReadWrite.All Directory.ReadWrite.All",
    application: "DelegatedPermissionGrant.ReadWrite.All Directory.ReadWrite.All")
}
