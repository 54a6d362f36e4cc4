/// What Microsoft asks for before it answers the routes of drives, the least first.
extension Permissions {
  static let readChannelFolder = Permissions(
    delegated: """
      Files.Read.All Files.Read Files.ReadWrite Files.ReadWrite.All Group.Read.All Sites.Read.All
      Sites.ReadWrite.All Group.ReadWrite.All
      """,
    application: """
      Files.Read.All Group.Read.All Files.ReadWrite.All Group.ReadWrite.All Sites.Read.All
      Sites.ReadWrite.All File.Read.Group
      """)

  static let readMyDrive = Permissions(
    delegated: """
      Files.Read Files.ReadWrite User.Read Files.Read.All Files.ReadWrite.All Sites.Read.All
      Sites.ReadWrite.All
      """,
    application: "")

  static let readDrive = Permissions(
    delegated: """
      Files.Read Files.ReadWrite Files.Read.All Files.ReadWrite.All Sites.Read.All
      Sites.ReadWrite.All
      """,
    application: "Files.Read.All Files.ReadWrite.All Sites.Read.All Sites.ReadWrite.All")

  static let readItem = Permissions(
    delegated: """
      Files.Read Files.ReadWrite Files.Read.All Files.ReadWrite.All Group.Read.All Sites.Read.All
      Sites.ReadWrite.All Group.ReadWrite.All
      """,
    application: """
      Files.Read.All Files.ReadWrite.All Group.Read.All Group.ReadWrite.All Sites.Read.All
      Sites.ReadWrite.All
      """)

  static let writeItem = Permissions(
    delegated: "Files.ReadWrite Files.ReadWrite.All Sites.ReadWrite.All",
    application: "Files.ReadWrite.All Sites.ReadWrite.All")

  static let beginUpload = Permissions(
    delegated: "Files.ReadWrite Files.ReadWrite.All Sites.ReadWrite.All",
    application: "Sites.ReadWrite.All")
}
