import HTTPTypes

@testable import Simulator

extension RouteCase {
  private static let channel = "/teams/{team}/channels/{channel}/messages"
  private static let replies = channel + "/{message}/replies"

  static let messages = [
    list(channel), read(channel + "/{message}") { String($0.message) },
    sends(channel), edits(channel + "/{message}"), deletes(channel + "/{message}"),
    list(replies), read(replies + "/{reply}") { String($0.reply) },
    sends(replies), edits(replies + "/{reply}"), deletes(replies + "/{reply}"),
  ]

  static let chats =
    ["/chats", "/me/chats", "/users/{user}/chats"].flatMap { prefix in
      [
        list(prefix), list(prefix + "/{chat}/messages"), read(prefix + "/{chat}") { $0.chat },
      ]
    } + [
      RouteCase(
        method: .post, template: "/chats",
        body: { places in
          [
            "chatType": "group", "topic": "Fresh",
            "members": [
              places.bind(places.me, roles: ["owner"]), places.bind(places.other, roles: ["owner"]),
              places.bind(places.stranger, roles: ["owner"]),
            ],
          ]
        },
        readBack: { _, reply in "/chats/\(id(reply))?$expand=members" },
        holds: {
          $1.document["topic"]?.string == "Fresh" && $1.document["members"]?.array?.count == 3
        }),
      RouteCase(
        method: .patch, template: "/chats/{chat}", body: { _ in ["topic": "Project Y"] },
        readBack: { places, _ in places.path("/chats/{chat}") },
        holds: { $1.document["topic"]?.string == "Project Y" }),
      list("/chats/{chat}/members"), read("/chats/{chat}/members/{member}", "userId") { $0.me },
      RouteCase(
        method: .post, template: "/chats/{chat}/members",
        body: { $0.bind($0.outsider, roles: ["owner"]) },
        readBack: { places, _ in places.path("/chats/{chat}/members") },
        holds: { places, reply in
          reply.values.contains { $0["userId"]?.string == places.outsider }
        }),
      RouteCase(
        method: .delete, template: "/chats/{chat}/members/{member}",
        readBack: { places, _ in places.path("/chats/{chat}") }, holds: { $1.status == 403 }),
      read("/chats/{chat}/messages/{message}") { String($0.chatMessage) },
      sends("/chats/{chat}/messages"), edits("/chats/{chat}/messages/{message}"),
      RouteCase(
        method: .post, template: "/users/{user}/chats/{chat}/messages/{message}/softDelete",
        readBack: { places, _ in places.path("/chats/{chat}/messages/{message}", "PATCH") },
        holds: isDeleted),
    ]

  private static func sends(_ collection: String) -> RouteCase {
    RouteCase(
      method: .post, template: collection,
      body: { _ in
        ["body": ["contentType": "html", "content": "<b>hi</b> \u{1B}[31m"], "importance": "high"]
      },
      readBack: { places, reply in places.path(collection) + "/" + id(reply) },
      holds: {
        $1.document["body"]?["content"]?.string == "<b>hi</b> \u{1B}[31m"
          && $1.document["importance"]?.string == "high"
          && $1.document["from"]?["user"]?["id"]?.string == $0.me
      })
  }

  private static func edits(_ entity: String) -> RouteCase {
    RouteCase(
      method: .patch, template: entity, body: { _ in ["body": ["content": "better"]] },
      readBack: { places, _ in places.path(entity, "PATCH") },
      holds: {
        $1.document["body"]?["content"]?.string == "better"
          && $1.document["lastEditedDateTime"]?.isNull == false
      })
  }

  private static func deletes(_ entity: String) -> RouteCase {
    RouteCase(
      method: .post, template: entity + "/softDelete",
      readBack: { places, _ in places.path(entity, "PATCH") }, holds: isDeleted)
  }

  private static let isDeleted: @Sendable (Places, Reply) -> Bool = {
    $1.document["deletedDateTime"]?.isNull == false
      && $1.document["body"]?["content"]?.string == ""
  }
}
