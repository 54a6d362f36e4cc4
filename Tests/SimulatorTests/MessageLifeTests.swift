import Foundation
import HTTPTypes
import Testing

@testable import Simulator

/// Images, reactions, quotes, and words that are taken back.
struct MessageLifeTests {
  private let image = Data("pixels".utf8).base64EncodedString()

  private func company() async throws -> (TestTenant, Places) {
    let test = try await TestTenant()
    return (test, try await Places(test))
  }

  private func body(withImage name: String, bytes: String) -> Document {
    [
      "body": [
        "contentType": "html", "content": "<img src=\"../hostedContents/1/$value\">",
      ],
      "hostedContents": [
        [
          "@microsoft.graph.temporaryId": .string(name), "contentBytes": .string(bytes),
          "contentType": "image/png",
        ]
      ],
    ]
  }

  @Test func `an image is read where the message says that it is`() async throws {
    let (test, places) = try await company()
    let channel = "/teams/\(places.team)/channels/\(places.general)/messages"
    for path in [channel, channel + "/\(places.root)/replies", "/chats/\(places.chat)/messages"] {
      let sent = try await test.graph(
        .post, path, body: body(withImage: "1", bytes: image))
      #expect(sent.status == 201, "\(sent)")
      let content = try #require(sent.document["body"]?["content"]?.string)
      let address = try #require(content.split(separator: "\"").dropFirst().first)
      let value = try await test.graph(.get, String(address))
      #expect(value.text == "pixels" && value.headers[.contentType] == "image/png")
      let list = String(address.prefix { $0 != "$" }.dropLast())
      let entry = try await test.graph(.get, list)
      #expect(entry.document["contentBytes"]?.isNull == true)
      let folder = try #require(list.range(of: "/hostedContents"))
      let posted = try await test.graph(
        .post, String(list[..<folder.upperBound]), body: ["contentType": "image/png"])
      #expect(posted.status == 405)
    }
  }

  @Test(arguments: [("1", "*not base64*"), ("1", ""), ("", "cGl4ZWxz")])
  func `an image that is none is refused`(_ name: String, _ bytes: String) async throws {
    let test = try await Shared.tenant.value
    let places = try await Shared.places.value
    let sent = try await test.graph(
      .post, "/chats/\(places.chat)/messages", body: body(withImage: name, bytes: bytes))
    #expect(sent.status == 400)
  }

  @Test func `a reaction counts once, and moves the message's time`() async throws {
    let (test, places) = try await company()
    let path = "/teams/\(places.team)/channels/\(places.general)/messages/\(places.ownMessage)"
    func message() async throws -> Document { try await test.graph(.get, path).document }
    let before = try await message()
    for _ in 1...2 {
      let reply = try await test.graph(
        .post, path + "/setReaction", body: ["reactionType": "👍"])
      #expect(reply.status == 204 && reply.bytes.isEmpty)
    }
    let after = try await message()
    let added = (after["reactions"]?.array ?? []).filter { $0["reactionType"] == "👍" }
    #expect(added.count == 1)
    #expect(after["etag"] != before["etag"])
    #expect(after["lastModifiedDateTime"] != before["lastModifiedDateTime"])
    #expect(after["lastEditedDateTime"] == before["lastEditedDateTime"])
    let empty = try await test.graph(.post, path + "/setReaction", body: ["reactionType": ""])
    #expect(empty.status == 400)
  }

  @Test func `deleted words come back to their author alone`() async throws {
    let (test, places) = try await company()
    let path = "/teams/\(places.team)/channels/\(places.general)/messages/\(places.ownMessage)"
    #expect(try await test.graph(.post, path + "/softDelete").status == 204)
    #expect(try await test.graph(.get, path).document["body"]?["content"] == "")
    let like: Document = ["reactionType": "👍"]
    #expect(try await test.graph(.post, path + "/setReaction", body: like).status == 404)
    #expect(try await test.graph(.get, path + "/hostedContents").status == 404)
    let other = TestTenant.Speaker.person(places.other, scopes: TestTenant.allScopes)
    #expect(try await test.graph(.post, path + "/undoSoftDelete", as: other).status == 403)
    #expect(try await test.graph(.post, path + "/undoSoftDelete").status == 204)
    #expect(try await test.graph(.get, path).document["body"]?["content"] == "mine")
  }

  @Test func `an app says what a policy finds, and changes no words`() async throws {
    let (test, places) = try await company()
    let path = "/chats/\(places.chat)/messages/\(places.chatMessage)"
    let app = TestTenant.Speaker.app(roles: TestTenant.allRoles)
    let before = try await test.graph(.get, path).document
    let words = try await test.graph(
      .patch, path, as: app, body: ["body": ["content": "other words"]])
    #expect(words.status == 400)
    let found: Document = [
      "dlpAction": "BlockAccess", "verdictDetails": "AllowFalsePositiveOverride",
    ]
    let flagged = try await test.graph(.patch, path, as: app, body: ["policyViolation": found])
    #expect(flagged.status == 204)
    let after = try await test.graph(.get, path).document
    #expect(after["policyViolation"] == found)
    #expect(after["body"] == before["body"])
  }

  @Test func `a quote names up to ten messages of the chat`() async throws {
    let (test, places) = try await company()
    let path = "/chats/\(places.chat)/messages/replyWithQuote"
    func quote(_ ids: [String]) async throws -> Int {
      try await test.graph(
        .post, path,
        body: ["messageIds": .strings(ids), "replyMessage": ["body": ["content": "yes"]]]
      ).status
    }
    #expect(try await quote([]) == 400)
    #expect(try await quote(Array(repeating: String(places.chatMessage), count: 11)) == 400)
    #expect(try await quote([String(places.root)]) == 404)
    #expect(try await quote([String(places.chatMessage)]) == 200)
  }
}
