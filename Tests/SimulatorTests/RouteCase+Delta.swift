import HTTPTypes

@testable import Simulator

extension RouteCase {
  static let changes = [
    RouteCase(
      method: .post, template: "/users",
      body: { _ in
        [
          "accountEnabled": true, "displayName": "Nina Neu", "mailNickname": "nina.neu",
          "userPrincipalName": "nina.neu@contoso.com",
          "passwordProfile": ["password": "not kept anywhere"],
        ]
      },
      readBack: { _, reply in "/users/\(id(reply))" },
      holds: { $1.document["userPrincipalName"] == "nina.neu@contoso.com" }),
    RouteCase(
      method: .patch, template: "/users/{user}",
      body: { _ in ["displayName": "Somebody Else", "businessPhones": ["+1 425 555 0199"]] },
      readBack: { places, _ in places.path("/users/{user}", "PATCH") },
      holds: {
        $1.document["displayName"] == "Somebody Else"
          && $1.document["businessPhones"] == ["+1 425 555 0199"]
      }),
    RouteCase(
      method: .delete, template: "/users/{user}",
      readBack: { places, _ in places.path("/users/{user}", "DELETE") },
      holds: { $1.status == 404 }),
    list("/users/delta"), list("/groups/delta"),
    list("/teams/{team}/channels/{channel}/messages/delta"), list("/chats/{chat}/messages/delta"),
  ]
}
