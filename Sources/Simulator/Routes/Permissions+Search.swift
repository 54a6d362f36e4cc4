/// What Microsoft asks for before it searches.
extension Permissions {
  static let search = Permissions(
    delegated: """
      Mail.Read Calendars.Read Chat.Read Acronym.Read.All Bookmark.Read.All
      ExternalItem.Read.All Files.Read.All QnA.Read.All Sites.Read.All
      """,
    application: "Files.Read.All Sites.Read.All")
}
