import ArgumentParser
import CommandKit
import Documents
import Graph

/// The kinds of chat, as Graph names them.
enum ChatKind: String, ExpressibleByArgument, CaseIterable {
  case oneOnOne, group, meeting

  /// The kind that a chat's id tells.
  ///
  /// The id of a chat of two is made of their own, that of a meeting says so.
  init(ofChat id: String) {
    if id.hasSuffix("@unq.gbl.spaces") || id.hasPrefix("48:") {
      self = .oneOnOne
    } else {
      self = id.hasPrefix("19:meeting_") ? .meeting : .group
    }
  }

  /// Makes a chat of these people: guests as guests, all others as owners.
  static func create(
    _ members: [FoundPerson], kind: ChatKind, topic: String?
  ) -> GraphRequest<Chat> {
    var body = JSONObject([
      ("chatType", .string(kind.rawValue)),
      (
        "members",
        .array(
          members.map {
            MemberBody.member($0.named.id, roles: MemberBody.chatRoles(isGuest: $0.isGuest))
          })
      ),
    ])
    if let topic { body["topic"] = .string(topic) }
    return .post("/chats", .object(body))
  }
}
