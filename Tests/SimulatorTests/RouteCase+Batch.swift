import HTTPTypes

@testable import Simulator

extension RouteCase {
  static let batches = [
    RouteCase(
      method: .post, template: "/$batch",
      body: { places in
        batch([
          [
            "id": "1", "method": "POST", "url": .string("/teams/\(places.team)/channels"),
            "headers": ["Content-Type": "application/json"],
            "body": ["displayName": "Batched"],
          ]
        ])
      },
      readBack: { places, reply in
        let made = responses(reply).first?["body"]?["id"]?.string ?? ""
        return "/teams/\(places.team)/channels/\(made.percentEncoded)"
      },
      holds: { $1.document["displayName"] == "Batched" })
  ]

  static func batch(_ items: [Document]) -> Document { ["requests": .array(items)] }

  static func responses(_ reply: Reply) -> [Document] {
    reply.document["responses"]?.array ?? []
  }
}
