extension PermissionName {
  /// What a permission gives beside what its name says, one step each.
  ///
  /// Read off Microsoft's table of requests: the stronger one opens what the weaker one is the least for. A
  /// test holds each pair against that table.
  static let implied: [String: [String]] = {
    var implied = [
      "Chat.ReadWrite": ["Chat.Create", "ChatMessage.Send"],
      "Chat.ReadBasic": ["ChatMember.Read"],
      "Chat.ReadBasic.All": ["ChatMember.Read.All"],
      "ChannelSettings.Read.All": ["Channel.ReadBasic.All"],
      "TeamSettings.Read.All": ["Team.ReadBasic.All"],
      "TeamMember.ReadWrite.All": ["TeamMember.ReadWriteNonOwnerRole.All"],
      "Group.Read.All": [
        "GroupMember.Read.All", "Channel.ReadBasic.All", "ChannelMessage.Read.All",
      ],
      "Group.ReadWrite.All": [
        "Channel.Create", "Channel.Delete.All", "ChannelMessage.Send", "Team.Create",
      ],
      "GroupMember.Read.All": ["Group.ReadBasic.All"],
      "Directory.Read.All": [
        "User.Read.All", "Group.ReadBasic.All", "Channel.ReadBasic.All", "AppCatalog.Read.All",
      ],
      "Directory.ReadWrite.All": ["Channel.Create", "Channel.Delete.All", "Team.Create"],
      "AppCatalog.Submit": ["AppCatalog.Read.All"],
    ]
    for place in ["Chat", "Team", "User"] {
      for reach in ["", ".All"] {
        let name = { (verb: String) in "TeamsAppInstallation.\(verb)For\(place)\(reach)" }
        implied[name("ReadWrite")] = [name("ReadWriteSelf")]
        implied[name("ReadWriteSelf")] = [name("Read")]
      }
    }
    return implied
  }()

  /// The delegated permissions whose names tell wrongly whether an administrator has to consent.
  private static let exceptions: [String: Bool] = [
    "AppCatalog.Read.All": false, "Presence.Read.All": false,
    "OnlineMeetingArtifact.Read.All": false,
    "Files.Read.All": false, "Files.ReadWrite.All": false, "Sites.Read.All": false,
    "Sites.ReadWrite.All": false, "Chat.ReadWrite.All": false, "Team.Create": false,
    "Channel.Create": true, "ChannelMessage.ReadWrite": true, "ChatMember.Read": true,
    "ChatMember.ReadWrite": true,
  ]

  /// Whether only an administrator can consent to a delegated permission.
  ///
  /// It is in the names: whatever ends in `.All` but for basic reading, with some exceptions.
  package static func needsAdministrator(_ name: String) -> Bool {
    if let known = exceptions[name] { return known }
    if name.hasPrefix("TeamsAppInstallation.") {
      return !["ReadForChat", "ReadForUser", "ReadWriteSelfForUser"].contains(
        String(name.dropFirst("TeamsAppInstallation.".count)))
    }
    return name.hasSuffix(".All") && !name.contains(".ReadBasic.")
  }
}
