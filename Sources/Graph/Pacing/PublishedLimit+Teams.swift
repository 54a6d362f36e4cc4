import HTTPTypes

extension PublishedLimit {
  /// Microsoft's table for Teams, in the order in which its lines are tried: the narrower ones first.
  ///
  /// Source: <https://learn.microsoft.com/graph/throttling-limits#microsoft-teams-service-limits>
  package static let teams: [PublishedLimit] = reading + writing + notifying + rest

  private static let reading: [PublishedLimit] = [
    PublishedLimit(
      "GET getAllMessages / allMessages (team channels; user chats)", [.get],
      "teams/*/channels/getAllMessages/**", "teams/*/channels/allMessages/**",
      "users/*/chats/getAllMessages/**", "me/chats/getAllMessages/**", perApp: .second(200)),
    PublishedLimit(
      "GET getAllRetainedMessages", [.get], "teams/*/channels/getAllRetainedMessages/**",
      "users/*/chats/getAllRetainedMessages/**", "me/chats/getAllRetainedMessages/**",
      perApp: .second(200)),
    PublishedLimit(
      "GET channel message", [.get], "teams/*/channels/*/messages/**", perApp: .second(20),
      perResource: .second(1)),
    PublishedLimit(
      "GET 1:1/group chat message", [.get], "chats/*/messages/**", "me/chats/*/messages/**",
      "users/*/chats/*/messages/**", perApp: .second(20), perResource: .second(1)),
    PublishedLimit(
      "GET tab (channel, chat)", [.get], "teams/*/channels/*/tabs/**", "chats/*/tabs/**",
      perApp: .second(30), perResource: .second(1)),
    PublishedLimit(
      "GET installedApps (user, team)", [.get], "teams/*/installedApps/**",
      "users/*/teamwork/installedApps/**", "me/teamwork/installedApps/**", perApp: .second(30)),
    PublishedLimit(
      "GET installedApps (chat)", [.get], "chats/*/installedApps/**", perApp: .second(30),
      perResource: .second(1)),
    PublishedLimit("GET appCatalogs", [.get], "appCatalogs/**", perApp: .second(30)),
    PublishedLimit(
      "GET /teams/{id}/channels/{id}/members", [.get], "teams/*/channels/*/members/**",
      perApp: .second(60), perResource: .second(1)),
    PublishedLimit(
      "GET /teams/{id}/members", [.get], "teams/*/members/**", perApp: .second(60)),
    PublishedLimit(
      "GET /teams/{id}/channels", [.get], "teams/*/channels", perApp: .second(60),
      perResource: .second(1)),
    PublishedLimit(
      "GET channel", [.get], "teams/*/channels/*", "teams/*/primaryChannel", perApp: .second(30),
      perResource: .second(1)),
    PublishedLimit(
      "GET /teams/{id}/schedule/**", [.get], "teams/*/schedule/**", perApp: .second(30)),
    PublishedLimit(
      "GET /teams/{id}, joinedTeams", [.get], "teams/*", "me/joinedTeams", "users/*/joinedTeams",
      perApp: .second(30)),
    PublishedLimit("GET team", [.get], "teams", perApp: .second(30)),
  ]

  private static let writing: [PublishedLimit] = [
    PublishedLimit("POST /teams", [.post], "teams", perApp: .second(10)),
    PublishedLimit("PUT /groups/{id}/team", [.put], "groups/*/team", perApp: .second(6)),
    PublishedLimit("POST clone", [.post], "teams/*/clone", perApp: .second(6)),
    PublishedLimit("PATCH team", [.patch], "teams/*", perApp: .second(30)),
    PublishedLimit(
      "POST channel", [.post], "teams/*/channels", perApp: .second(30), perResource: .second(1)),
    PublishedLimit(
      "PATCH channel", [.patch], "teams/*/channels/*", perApp: .second(30),
      perResource: .second(1)),
    PublishedLimit(
      "DELETE channel", [.delete], "teams/*/channels/*", perApp: .second(15),
      perResource: .second(1)),
    PublishedLimit(
      "POST channel message", [.post], "teams/*/channels/*/messages/**", perApp: .second(50),
      perResource: .second(1)),
    PublishedLimit(
      "POST 1:1/group chat message", [.post], "chats/*/messages/**", "me/chats/*/messages/**",
      "users/*/chats/*/messages/**", perApp: .second(20), perResource: .second(1)),
    PublishedLimit(
      "POST chat member", [.post], "chats/*/members/**", perApp: .second(30),
      perResource: .minute(4)),
    PublishedLimit(
      "DELETE chat member", [.delete], "chats/*/members/*", perApp: .second(30),
      perResource: .minute(4)),
    PublishedLimit(
      "POST /teams/{id}/members", [.post], "teams/*/members/**", perApp: .second(30),
      perResource: .minute(4)),
    PublishedLimit(
      "POST tab (channel, chat)", [.post], "teams/*/channels/*/tabs/**", "chats/*/tabs/**",
      perApp: .second(30), perResource: .second(1)),
    PublishedLimit(
      "PATCH tab", [.patch], "teams/*/channels/*/tabs/*", "chats/*/tabs/*", perApp: .second(30)),
    PublishedLimit(
      "DELETE tab", [.delete], "teams/*/channels/*/tabs/*", "chats/*/tabs/*",
      perApp: .second(15), perResource: .second(1)),
    PublishedLimit(
      "POST installedApps (chat, user, team)", [.post], "teams/*/installedApps/**",
      "chats/*/installedApps/**", "users/*/teamwork/installedApps/**",
      "me/teamwork/installedApps/**", perApp: .second(30)),
    PublishedLimit(
      "DELETE installedApps", [.delete], "teams/*/installedApps/*", "chats/*/installedApps/*",
      "users/*/teamwork/installedApps/*", "me/teamwork/installedApps/*", perApp: .second(15)),
    PublishedLimit("POST appCatalogs", [.post], "appCatalogs/**", perApp: .second(30)),
    PublishedLimit("DELETE appCatalogs", [.delete], "appCatalogs/**", perApp: .second(15)),
    PublishedLimit(
      "POST|PUT /teams/{id}/schedule/**", [.post, .put], "teams/*/schedule/**",
      perApp: .second(30)),
  ]

  private static let notifying: [PublishedLimit] = [
    PublishedLimit(
      "POST /teams/{id}/sendActivityNotification", [.post], "teams/*/sendActivityNotification",
      perApp: .second(5)),
    PublishedLimit(
      "POST /chats/{id}/sendActivityNotification", [.post], "chats/*/sendActivityNotification",
      perApp: .second(5), perResource: .second(1)),
    PublishedLimit(
      "POST /users/{id}/teamwork/sendActivityNotification", [.post],
      "users/*/teamwork/sendActivityNotification", perApp: .second(5)),
    PublishedLimit(
      "POST /teamwork/sendActivityNotificationToRecipients", [.post],
      "teamwork/sendActivityNotificationToRecipients", perApp: .second(2)),
  ]

  private static let rest: [PublishedLimit] = [
    PublishedLimit(
      "other GET for Teams", [.get], "teams/**", "chats/**", "me/chats/**", "users/*/chats/**",
      "teamwork/**", "me/teamwork/**", "users/*/teamwork/**", perApp: .second(30),
      perResource: .second(1), isRest: true),
    PublishedLimit(
      "other calls for Teams", [.post, .patch, .put, .delete], "teams/**", "chats/**",
      "me/chats/**", "users/*/chats/**", "teamwork/**", "me/teamwork/**", "users/*/teamwork/**",
      "appCatalogs/**", perApp: .second(30), perResource: .second(1), isRest: true),
  ]
}
