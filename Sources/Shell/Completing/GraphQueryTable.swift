/// The query options that Graph's lists and objects take, by path: what `graph get` completes behind `?`.
///
/// A line names paths, and behind a colon their options. Behind `=` stand the values that Graph takes, where
/// they are few. A path that is not in it takes none, or nobody has said so.
enum GraphQueryTable {
  /// One option of a path.
  struct Option: Sendable, Hashable {
    /// With its `$`.
    let name: String
    let values: [String]
  }

  /// The options of a path whose ids are `{}`.
  static func options(of path: String) -> [Option] { all[path] ?? [] }

  /// Every path of the table.
  static let all: [String: [Option]] = {
    var all: [String: [Option]] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      let options = (parts.last ?? "").split(separator: " ").map { word in
        let sides = word.split(separator: "=", maxSplits: 1)
        let values = sides.count > 1 ? sides[1].split(separator: "|") : []
        return Option(
          name: "$\(sides[0])", values: values.map { String($0).replacing("+", with: " ") })
      }
      for path in (parts.first ?? "").split(separator: " ") { all[String(path)] = options }
    }
    return all
  }()

  private static let text = """
    teams: select filter top count=true
    teams/{}: select expand
    teams/{}/members teams/{}/channels/{}/members: select filter top
    teams/{}/channels teams/{}/allChannels teams/{}/incomingChannels: select filter expand
    teams/{}/channels/{}: select expand
    teams/{}/channels/{}/allMembers: select filter
    teams/{}/channels/{}/messages: top expand=replies
    teams/{}/channels/{}/messages/{}/replies: top
    teams/{}/channels/{}/messages/delta: top filter expand=replies
    teams/{}/channels/{}/tabs chats/{}/tabs: select filter expand=teamsApp
    teams/{}/installedApps chats/{}/installedApps users/{}/teamwork/installedApps: select filter \
    expand=teamsApp|teamsAppDefinition
    appCatalogs/teamsApps: select filter expand=appDefinitions
    chats users/{}/chats: top filter expand=members|lastMessagePreview \
    orderby=lastMessagePreview/createdDateTime+desc
    chats/{}: select expand=members|lastMessagePreview|installedApps
    chats/{}/members: select filter
    chats/{}/messages: top filter orderby=lastModifiedDateTime+desc|createdDateTime+desc
    chats/{}/pinnedMessages: expand=message
    users/{}/chats/getAllMessages teams/{}/channels/getAllMessages: top filter
    teams/{}/tags teams/{}/tags/{}/members: select filter top
    users groups applications servicePrincipals: select filter search orderby expand top count=true
    users/{} groups/{}: select expand
    groups/{}/members groups/{}/owners groups/{}/transitiveMembers users/{}/memberOf \
    users/{}/transitiveMemberOf users/{}/directReports users/{}/ownedObjects: select filter search \
    expand top count=true
    subscribedSkus: select
    communications/callRecords: select filter
    users/{}/onlineMeetings: filter
    """
}
