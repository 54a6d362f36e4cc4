import HTTPTypes

@testable import Simulator

extension RouteCase {
  private static let channel = "/teams/{team}/channels/{channel}/messages/{message}"
  private static let reply = channel + "/replies/{reply}"
  private static let chat = "/users/{user}/chats/{chat}/messages/{message}"

  static let messageLife =
    [channel, reply, chat, "/chats/{chat}/messages/{message}"].flatMap { message in
      [reacts(to: message), unreacts(to: message)] + images(of: message)
    }
    + [channel, reply, chat].map { message in
      RouteCase(
        method: .post, template: message + "/undoSoftDelete",
        readBack: { places, _ in places.path(message + "/undoSoftDelete").replacing(undo, with: "")
        },
        holds: {
          $1.document["deletedDateTime"]?.isNull == true
            && $1.document["body"]?["content"] == "mine"
        })
    } + [
      RouteCase(
        method: .post, template: "/chats/{chat}/messages/replyWithQuote",
        body: { places in
          [
            "messageIds": [.string(String(places.chatMessage))],
            "replyMessage": ["body": ["contentType": "html", "content": "I agree"]],
          ]
        },
        readBack: { places, reply in "/chats/\(places.chat)/messages/\(id(reply))" },
        holds: {
          $1.document["attachments"]?.array?.first?["contentType"] == "messageReference"
            && $1.document["attachments"]?.array?.first?["id"]?.string == String($0.chatMessage)
            && $1.document["body"]?["content"]?.string?.hasSuffix("I agree") == true
        })
    ]

  private static let undo = "/undoSoftDelete"

  private static func reacts(to message: String) -> RouteCase {
    RouteCase(
      method: .post, template: message + "/setReaction", body: { _ in ["reactionType": "🎉"] },
      readBack: { places, _ in
        places.path(message + "/setReaction").replacing("/setReaction", with: "")
      },
      holds: { places, reply in
        reply.document["reactions"]?.array?.contains {
          $0["reactionType"] == "🎉" && $0["user"]?["user"]?["id"]?.string == places.me
        } == true
      })
  }

  private static func unreacts(to message: String) -> RouteCase {
    RouteCase(
      method: .post, template: message + "/unsetReaction", body: { _ in ["reactionType": "💯"] },
      readBack: { places, _ in
        places.path(message + "/unsetReaction").replacing("/unsetReaction", with: "")
      },
      holds: { $1.document["id"] != nil && $1.document["reactions"]?.array?.isEmpty == true })
  }

  private static func images(of message: String) -> [RouteCase] {
    let collection = message + "/hostedContents"
    return [
      list(collection), read(collection + "/{content}") { _ in Places.image },
      RouteCase(method: .get, template: collection + "/{content}/$value") { _, reply in
        reply.text == "pixels" && reply.headers[.contentType] == "image/png"
      },
    ]
  }
}
