/// Microsoft's published limits for Teams, the narrower rows first: the first that covers counts.
///
/// Source: <https://learn.microsoft.com/graph/throttling-limits#microsoft-teams-service-limits>,
/// whose table is `includes/throttling-teams.md` of the documentation's repository.
enum RateTable {
  static let teams = conversations + reading + writing + notices + others

  private static let conversations = [
    RateRule(
      "GET getAllMessages / allMessages (team channels; user chats)", 200, 1000, nil,
      "GET /teams/{}/channels/getAllMessages/**", "GET /teams/{}/channels/allMessages/**",
      "GET /users/{}/chats/getAllMessages/**", "GET /me/chats/getAllMessages/**"),
    RateRule(
      "GET getAllRetainedMessages", 200, 1000, nil,
      "GET /teams/{}/channels/getAllRetainedMessages/**",
      "GET /users/{}/chats/getAllRetainedMessages/**", "GET /me/chats/getAllRetainedMessages/**"),
    RateRule(
      "GET channel message", 20, 200, .onePerSecond, "GET /teams/{}/channels/{}/messages/**"),
    RateRule(
      "GET 1:1/group chat message", 20, 200, .onePerSecond, "GET /chats/{}/messages/**",
      "GET /users/{}/chats/{}/messages/**", "GET /me/chats/{}/messages/**"),
    RateRule(
      "POST channel message", 50, 500, .onePerSecond, "POST /teams/{}/channels/{}/messages/**"),
    RateRule(
      "POST 1:1/group chat message", 20, 200, .onePerSecond, "POST /chats/{}/messages/**",
      "POST /users/{}/chats/{}/messages/**", "POST /me/chats/{}/messages/**"),
  ]

  private static let reading = [
    RateRule(
      "GET tab (channel, chat)", 30, 600, .onePerSecond, "GET /teams/{}/channels/{}/tabs/**",
      "GET /chats/{}/tabs/**"),
    RateRule(
      "GET installedApps (user, team)", 30, 600, nil, "GET /teams/{}/installedApps/**",
      "GET /users/{}/teamwork/installedApps/**", "GET /me/teamwork/installedApps/**"),
    RateRule("GET installedApps (chat)", 30, 600, .onePerSecond, "GET /chats/{}/installedApps/**"),
    RateRule("GET appCatalogs", 30, 600, nil, "GET /appCatalogs/**"),
    RateRule(
      "GET /teams/{id}/channels/{id}/members", 60, 1200, .onePerSecond,
      "GET /teams/{}/channels/{}/members/**"),
    RateRule("GET /teams/{id}/members", 60, 1200, nil, "GET /teams/{}/members/**"),
    RateRule("GET /teams/{id}/channels", 60, 1200, .onePerSecond, "GET /teams/{}/channels"),
    RateRule(
      "GET channel", 30, 600, .onePerSecond, "GET /teams/{}/channels/{}",
      "GET /teams/{}/primaryChannel"),
    RateRule("GET /teams/{id}/schedule/**", 30, 600, nil, "GET /teams/{}/schedule/**"),
    RateRule(
      "GET /teams/{id}, joinedTeams", 30, 300, nil, "GET /teams/{}", "GET /groups/{}/team",
      "GET /me/joinedTeams", "GET /users/{}/joinedTeams"),
    RateRule("GET team", 30, 600, nil, "GET /teams"),
  ]

  private static let writing = [
    RateRule("POST /teams", 10, 100, nil, "POST /teams"),
    RateRule("PUT /groups/{id}/team", 6, 150, nil, "PUT /groups/{}/team"),
    RateRule("POST clone", 6, 150, nil, "POST /teams/{}/clone"),
    RateRule("PATCH team", 30, 300, nil, "PATCH /teams/{}"),
    RateRule("POST channel", 30, 300, .onePerSecond, "POST /teams/{}/channels"),
    RateRule("PATCH channel", 30, 300, .onePerSecond, "PATCH /teams/{}/channels/{}"),
    RateRule("DELETE channel", 15, 150, .onePerSecond, "DELETE /teams/{}/channels/{}"),
    RateRule(
      "POST tab (channel, chat)", 30, 300, .onePerSecond, "POST /teams/{}/channels/{}/tabs",
      "POST /chats/{}/tabs"),
    RateRule(
      "PATCH tab", 30, 300, nil, "PATCH /teams/{}/channels/{}/tabs/{}", "PATCH /chats/{}/tabs/{}"),
    RateRule(
      "DELETE tab", 15, 150, .onePerSecond, "DELETE /teams/{}/channels/{}/tabs/{}",
      "DELETE /chats/{}/tabs/{}"),
    RateRule(
      "POST installedApps (chat, user, team)", 30, 300, nil, "POST /teams/{}/installedApps/**",
      "POST /chats/{}/installedApps/**", "POST /users/{}/teamwork/installedApps/**",
      "POST /me/teamwork/installedApps/**"),
    RateRule(
      "DELETE installedApps", 15, 150, nil, "DELETE /teams/{}/installedApps/{}",
      "DELETE /chats/{}/installedApps/{}", "DELETE /users/{}/teamwork/installedApps/{}",
      "DELETE /me/teamwork/installedApps/{}"),
    RateRule("POST appCatalogs", 30, 300, nil, "POST /appCatalogs/**"),
    RateRule("DELETE appCatalogs", 15, 150, nil, "DELETE /appCatalogs/**"),
    RateRule("POST chat member", 30, 300, .fourPerMinute, "POST /chats/{}/members/**"),
    RateRule("DELETE chat member", 30, 300, .fourPerMinute, "DELETE /chats/{}/members/{}"),
    RateRule("POST /teams/{id}/members", 30, 300, .fourPerMinute, "POST /teams/{}/members/**"),
    RateRule(
      "POST|PUT /teams/{id}/schedule/**", 30, 300, nil, "POST|PUT /teams/{}/schedule/**"),
  ]

  private static let notices = [
    RateRule(
      "POST /teams/{id}/sendActivityNotification", 5, 50, nil,
      "POST /teams/{}/sendActivityNotification"),
    RateRule(
      "POST /chats/{id}/sendActivityNotification", 5, 50, .onePerSecond,
      "POST /chats/{}/sendActivityNotification"),
    RateRule(
      "POST /users/{id}/teamwork/sendActivityNotification", 5, 50, nil,
      "POST /users/{}/teamwork/sendActivityNotification"),
    RateRule(
      "POST /teamwork/sendActivityNotificationToRecipients", 2, 20, nil,
      "POST /teamwork/sendActivityNotificationToRecipients"),
  ]

  private static let others = [
    RateRule(
      "other GET for Teams", 30, 1500, .onePerSecond, "GET /teams/**", "GET /chats/**",
      "GET /me/chats/**", "GET /users/{}/chats/**", "GET /teamwork/**", "GET /me/teamwork/**",
      "GET /users/{}/teamwork/**"),
    RateRule(
      "other calls for Teams", 30, 300, .onePerSecond, "POST|PATCH|PUT|DELETE /teams/**",
      "POST|PATCH|PUT|DELETE /chats/**", "POST|PATCH|PUT|DELETE /me/chats/**",
      "POST|PATCH|PUT|DELETE /users/{}/chats/**", "POST|PATCH|PUT|DELETE /teamwork/**",
      "POST|PATCH|PUT|DELETE /users/{}/teamwork/**", "PATCH /appCatalogs/**"),
  ]

  /// The rows for what no other row names; their limit for a place is about channels and chats.
  static let remainders = Set(others.map(\.name))
}
