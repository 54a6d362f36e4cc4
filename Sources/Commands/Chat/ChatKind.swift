import ArgumentParser
import CommandKit
import Documents
import Graph

/// The kinds of chat, as Graph names them.
enum ChatKind: String, ExpressibleByArgument, CaseIterable {
  case oneOnOne, group, meeting

  /// Makes a chat of these people, all of them owners, as Graph wants it.
  static func create(
    _ members: [Named], kind: ChatKind, topic: String?
  ) -> GraphRequest<Chat> {
    var body = JSONObject([
      ("chatType", .string(kind.rawValue)),
      ("members", .array(members.map { MemberBody.member($0.id, roles: ["owner"]) })),
    ])
    if let topic { body["topic"] = .string(topic) }
    return .post("/chats", .object(body))
  }
}
