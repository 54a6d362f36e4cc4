import HTTPTypes

@testable import Simulator

extension RouteCase {
  static let searches = [
    RouteCase(
      method: .post, template: "/search/query", body: { _ in query("mine") },
      readBack: { _, reply in
        let chats = hits(reply).map { $0["resource"] ?? nil }.filter {
          $0["chatId"]?.isNull == false
        }
        let chat = chats.first?["chatId"]?.string?.percentEncoded ?? ""
        return "/chats/\(chat)/messages/\(chats.first?["id"]?.string ?? "")"
      },
      holds: { $1.document["body"]?["content"] == "mine" })
  ]

  static func query(_ text: String, from: Int = 0, size: Int = 25) -> Document {
    [
      "requests": [
        [
          "entityTypes": ["chatMessage"], "query": ["queryString": .string(text)],
          "from": .number(from), "size": .number(size),
        ]
      ]
    ]
  }

  static func container(_ reply: Reply) -> Document? {
    reply.values.first?["hitsContainers"]?.array?.first
  }

  static func hits(_ reply: Reply) -> [Document] {
    container(reply)?["hits"]?.array ?? []
  }
}
