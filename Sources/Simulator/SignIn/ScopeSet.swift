import Foundation

/// The scopes of one request, by the names that tokens use.
struct ScopeSet: Sendable, Equatable {
  /// What the app has been given for people when it asks for `.default`.
  static let registered = [
    "User.Read", "User.ReadBasic.All", "User.Read.All", "Group.Read.All", "Organization.Read.All",
    "Team.ReadBasic.All", "TeamSettings.ReadWrite.All", "TeamMember.ReadWrite.All",
    "Channel.ReadBasic.All", "Channel.Create", "Channel.Delete.All",
    "ChannelSettings.ReadWrite.All", "ChannelMember.ReadWrite.All", "ChannelMessage.Read.All",
    "ChannelMessage.Send",
    "ChannelMessage.ReadWrite", "Chat.Create", "Chat.ReadWrite", "ChatMessage.Send",
    "ChatMember.ReadWrite", "Chat.ManageDeletion.All", "Group.ReadWrite.All", "Team.Create",
    "User.ReadWrite.All", "User.RevokeSessions.All", "Policy.ReadWrite.ConditionalAccess",
    "AppCatalog.ReadWrite.All", "TeamsAppInstallation.ReadWriteForTeam",
    "TeamsAppInstallation.ReadWriteForChat", "TeamsAppInstallation.ReadWriteForUser",
    "Presence.Read.All", "Presence.ReadWrite", "OnlineMeetings.ReadWrite",
    "OnlineMeetingArtifact.Read.All", "Application.Read.All",
    "Chat.Read", "DelegatedPermissionGrant.ReadWrite.All", "Files.ReadWrite.All",
  ]

  /// What the administrator has granted to the app itself.
  static let granted = [
    "User.Read.All", "Group.Read.All", "Organization.Read.All", "Team.ReadBasic.All",
    "TeamSettings.ReadWrite.All", "TeamMember.ReadWrite.All", "Channel.ReadBasic.All",
    "Channel.Create", "Channel.Delete.All", "ChannelSettings.ReadWrite.All",
    "ChannelMember.ReadWrite.All", "ChannelMessage.Read.All", "Chat.Create", "Chat.ReadWrite.All",
    "ChatMember.ReadWrite.All", "Chat.ManageDeletion.All", "Group.ReadWrite.All", "Team.Create",
    "User.RevokeSessions.All", "Policy.ReadWrite.ConditionalAccess", "Files.ReadWrite.All",
    "Sites.ReadWrite.All", "Calls.Initiate.All", "OnlineMeetings.ReadWrite.All",
    "OnlineMeetingArtifact.Read.All", "Presence.Read.All",
  ]

  var permissions: [String] = []
  var wantsRefreshToken = false
  var wantsIdentity = false
  /// The request as it was sent, for the answer to a `.default`.
  var isDefault = false

  /// Reads a `scope` parameter; a name may stand behind the address of Graph.
  init(_ parameter: String) throws(TokenFailure) {
    try Self.requireOneResource(parameter)
    for word in parameter.split(separator: " ") {
      let name = try Self.bare(word)
      switch name.lowercased() {
      case "openid": wantsIdentity = true
      case "offline_access": wantsRefreshToken = true
      case "profile", "email": break
      case ".default": isDefault = true
      default:
        guard let known = PermissionCatalog.delegated[name.lowercased()] else {
          throw .badScope(String(word))
        }
        if !permissions.contains(known) { permissions.append(known) }
      }
    }
    if isDefault { permissions += Self.registered.filter { !permissions.contains($0) } }
  }

  /// What the person is asked for: an app that names nothing may at least read who signed in.
  var wanted: [String] { permissions.isEmpty ? ["User.Read"] : permissions }

  /// These scopes, with the OpenID Connect ones of another request beside them.
  func joined(_ other: ScopeSet) -> ScopeSet {
    var joined = self
    joined.wantsRefreshToken = wantsRefreshToken || other.wantsRefreshToken
    joined.wantsIdentity = wantsIdentity || other.wantsIdentity
    return joined
  }

  /// Those of the permissions that a person without a role cannot grant.
  var restricted: [String] { permissions.filter(PermissionCatalog.restricted.contains) }

  /// Refuses scopes of more than one resource, which no single token can hold.
  static func requireOneResource(_ parameter: String) throws(TokenFailure) {
    let hosts = Set(parameter.split(separator: " ").compactMap(host))
    guard hosts.count < 2 else { throw .severalResources }
  }

  /// The host of the resource that a scope names in front of itself.
  private static func host(_ word: Substring) -> String? {
    guard let scheme = word.range(of: "://") else { return nil }
    return word[scheme.upperBound...].prefix { $0 != "/" && $0 != ":" }.lowercased()
  }

  /// The name behind the address of Graph, by that of any cloud or of this machine.
  static func bare(_ word: Substring) throws(TokenFailure) -> String {
    guard let host = host(word), let slash = word.lastIndex(of: "/") else {
      return String(word)
    }
    let known = TenantCloud.allCases.map(\.graphHost) + ["localhost", "127.0.0.1"]
    guard known.contains(host) else {
      throw .unknownResource(String(word[..<slash]))
    }
    return String(word[word.index(after: slash)...])
  }
}
