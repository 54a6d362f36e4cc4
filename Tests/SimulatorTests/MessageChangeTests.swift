import Foundation
import HTTPTypes
import Testing

@testable import Simulator

/// What a change of a message touches, and what it leaves alone.
struct MessageChangeTests {
  private let mark = "<attachment id=\"a1\"></attachment>"

  /// Sends a message with everything that can hang on one, and gives its path.
  private func send(_ test: TestTenant, _ places: Places) async throws -> String {
    let messages = "/teams/\(places.team)/channels/\(places.general)/messages"
    let sent = try await test.graph(
      .post, messages,
      body: [
        "subject": "Subject", "importance": "high",
        "body": [
          "contentType": "html", "content": .string("<at id=\"0\">Somebody</at> \(mark)"),
        ],
        "mentions": [
          [
            "id": 0, "mentionText": "Somebody",
            "mentioned": ["user": ["id": .string(places.other)]],
          ]
        ],
        "attachments": [["id": "a1", "contentType": "reference", "name": "Plan.txt"]],
      ])
    return "\(messages)/\(try #require(sent.document["id"]?.string, "\(sent)"))"
  }

  @Test func `what a change leaves out stays as it is`() async throws {
    let test = try await TestTenant()
    let path = try await send(test, try await Places(test))
    func change(_ body: Document) async throws -> Document {
      #expect(try await test.graph(.patch, path, body: body).status == 204)
      return try await test.graph(.get, path).document
    }
    let other: Document = [
      "contentType": "html", "content": .string("Dear <at id=\"0\">Somebody</at> \(mark)"),
    ]
    let words = try await change(["body": other])
    #expect(words["body"] == other)
    #expect(words["attachments"]?.array?.map { $0["name"] } == ["Plan.txt"])
    #expect(words["mentions"]?.array?.count == 1)
    #expect(words["subject"] == "Subject" && words["importance"] == "high")
    let calm = try await change(["importance": "normal", "subject": nil])
    #expect(calm["importance"] == "normal" && calm["subject"]?.isNull == true)
    #expect(calm["body"] == other && calm["attachments"] == words["attachments"])
    let bare = try await change(["body": ["content": "No marks"]])
    #expect(bare["mentions"] == [] && bare["attachments"] == words["attachments"])
    #expect(try await change(["attachments": []])["attachments"] == [])
  }

  @Test func `what a change names must have its mark`() async throws {
    let test = try await TestTenant()
    let path = try await send(test, try await Places(test))
    let unmarked: Document = [
      "body": ["contentType": "html", "content": "Nothing"],
      "attachments": [["id": "b2", "contentType": "reference"]],
    ]
    #expect(try await test.graph(.patch, path, body: unmarked).status == 400)
    let mention: Document = [
      "mentions": [["id": 7, "mentioned": ["user": ["id": "x"]]]]
    ]
    #expect(try await test.graph(.patch, path, body: mention).status == 400)
  }

  @Test func `a change and a quote bring their images along`() async throws {
    let test = try await TestTenant()
    let places = try await Places(test)
    let pictured: Document = [
      "body": ["contentType": "html", "content": "<img src=\"../hostedContents/1/$value\">"],
      "hostedContents": [
        [
          "@microsoft.graph.temporaryId": "1", "contentType": "image/png",
          "contentBytes": .string(Data("pixels".utf8).base64EncodedString()),
        ]
      ],
    ]
    let path = try await send(test, places)
    #expect(try await test.graph(.patch, path, body: pictured).status == 204)
    let changed = try await test.graph(.get, path).document
    let quote = try await test.graph(
      .post, "/chats/\(places.chat)/messages/replyWithQuote",
      body: ["messageIds": [.string(String(places.chatMessage))], "replyMessage": pictured])
    for message in [changed, quote.document] {
      let content = try #require(message["body"]?["content"]?.string)
      let address = try #require(content.split(separator: "src=\"").last?.prefix { $0 != "\"" })
      #expect(try await test.graph(.get, String(address)).text == "pixels")
    }
  }

  @Test(arguments: [
    ("html", "<p>a &lt; <b>b</b> &amp;&amp; c</p><p>next</p>", "a < b && c\nnext"),
    ("text", "a <b> c", "a <b> c"),
  ])
  func `a quote shows what was said without its marks`(
    _ type: String, _ content: String, _ preview: String
  ) async throws {
    let test = try await TestTenant()
    let places = try await Places(test)
    let messages = "/chats/\(places.chat)/messages"
    let first = try await test.graph(
      .post, messages,
      body: ["body": ["contentType": .string(type), "content": .string(content)]])
    let id = try #require(first.document["id"])
    let quote = try await test.graph(
      .post, messages + "/replyWithQuote",
      body: ["messageIds": [id], "replyMessage": ["body": ["content": "1 < 2"]]])
    let reference = try #require(quote.document["attachments"]?.array?.first)
    #expect(reference["contentType"] == "messageReference" && reference["id"] == id)
    let quoted = try DocumentParser.parse(try #require(reference["content"]?.string))
    #expect(quoted["messagePreview"]?.string == preview)
    #expect(quoted["messageSender"] == first.document["from"])
    #expect(
      quote.document["body"] == [
        "contentType": "html",
        "content": .string("<attachment id=\"\(id.string ?? "")\"></attachment>1 &lt; 2"),
      ])
  }
}
