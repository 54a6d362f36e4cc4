import HTTPTypes

@testable import Simulator

extension RouteCase {
  static let chatLife =
    [
      acts("hideForUser") { _ in
        [:]
      } holds: {
        $0?["isHidden"] == true
      },
      acts("unhideForUser") { _ in
        [:]
      } holds: {
        $0?["isHidden"] == false
      },
      acts("markChatReadForUser") { _ in
        [:]
      } holds: {
        $0?["lastMessageReadDateTime"]?.string != "1970-01-01T00:00:01Z"
      },
      acts("markChatUnreadForUser") { _ in
        ["lastMessageReadDateTime": "2021-05-27T22:13:01.577Z"]
      } holds: {
        $0?["lastMessageReadDateTime"] == "2021-05-27T22:13:01.577Z"
      },
      RouteCase(
        method: .delete, template: "/chats/{chat}",
        readBack: { places, _ in "/teamwork/deletedChats/\(places.chat)" },
        holds: { $1.document["id"]?.string == $0.chat }),
      read("/teamwork/deletedChats/{chat}") { $0.deletedChat },
      RouteCase(
        method: .post, template: "/teamwork/deletedChats/{chat}/undoDelete",
        readBack: { places, _ in "/chats/\(places.deletedChat)" },
        holds: { $1.document["id"]?.string == $0.deletedChat }),
    ] + pinned + aliases

  private static let pinned = [
    list("/chats/{chat}/pinnedMessages"),
    RouteCase(
      method: .post, template: "/chats/{chat}/pinnedMessages",
      body: { places in
        [
          "message@odata.bind": .string(
            "https://graph.microsoft.com/v1.0/chats/\(places.chat)/messages/"
              + "\(places.ownChatMessage)")
        ]
      },
      readBack: { places, _ in places.path("/chats/{chat}/pinnedMessages") + "?$expand=message" },
      holds: {
        $1.values.last?["id"]?.string == String($0.ownChatMessage)
          && $1.values.last?["message"]?["body"]?["content"] == "mine"
      }),
    RouteCase(
      method: .delete, template: "/chats/{chat}/pinnedMessages/{pin}",
      readBack: { places, _ in places.path("/chats/{chat}/pinnedMessages") },
      holds: { $1.status == 200 && $1.values.isEmpty }),
  ]

  private static let aliases = [
    list("/users/{user}/chats/{chat}/members"),
    read("/users/{user}/chats/{chat}/members/{member}", "userId") { $0.me },
    read("/me/chats/{chat}/messages/{message}") { String($0.chatMessage) },
    read("/users/{user}/chats/{chat}/messages/{message}") { String($0.chatMessage) },
  ]

  /// An action for the caller, seen in the chat's viewpoint.
  private static func acts(
    _ action: String, _ fields: @escaping @Sendable (Places) -> Document.Fields,
    holds: @escaping @Sendable (Document?) -> Bool
  ) -> RouteCase {
    let template = "/chats/{chat}/\(action)"
    return RouteCase(
      method: .post, template: template,
      body: { places in
        let user: Document = [
          "user": ["id": .string(places.me), "tenantId": .string(places.tenantID)]
        ]
        return user.followed(by: fields(places))
      },
      readBack: { places, _ in
        places.path(template, "POST").replacing("/" + action, with: "")
      },
      holds: { holds($1.document["viewpoint"]) })
  }
}
