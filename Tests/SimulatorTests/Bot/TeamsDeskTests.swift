import Foundation
import GRDB
import HTTPTypes
import Testing

@testable import Simulator

/// What the page asks of the tenant.
struct TeamsDeskTests {
  private func call(
    _ bot: BotCase, _ method: HTTPRequest.Method, _ path: String, _ body: Document? = nil,
    headers: HTTPFields = [:]
  ) async throws -> Reply {
    try await bot.test.send(
      method, "/teams" + path, as: .nobody, body: body, headers: headers)
  }

  @Test func `the page runs no script but its own`() async throws {
    let page = try await call(BotCase(), .get, "")
    let policy = page.headers[.contentSecurityPolicy] ?? ""
    #expect(page.status == 200 && policy.contains("script-src 'nonce-"))
    #expect(!policy.contains("unsafe-inline"))
  }

  @Test func `the bot's address is read and changed while the tenant runs`() async throws {
    let bot = try await BotCase()
    let address: Document = "http://127.0.0.1:3978/api/messages"
    let changed = try await call(bot, .patch, "/api/bot", ["endpoint": address])
    #expect(changed.status == 200 && changed.document["endpoint"] == address)
    #expect(try await call(bot, .get, "/api/bot").document["singleTenant"] == false)
    let single = try await call(bot, .patch, "/api/bot", ["singleTenant": true])
    #expect(single.document["endpoint"] == address && single.document["singleTenant"] == true)
    for wrong in ["http://example.com/", "ftp://localhost/", ""] {
      let refused = try await call(bot, .patch, "/api/bot", ["endpoint": .string(wrong)])
      #expect(refused.status == 400, "\(refused)")
    }
    #expect(
      try await call(bot, .patch, "/api/bot", ["endpoint": nil]).document["endpoint"] == .null)
  }

  @Test func `pages of other sites and forms change nothing`() async throws {
    let bot = try await BotCase()
    let body: Document = ["endpoint": nil]
    let other = try await call(
      bot, .patch, "/api/bot", body, headers: [.origin: "https://evil.example"])
    #expect(other.status == 403)
    let form = try await call(
      bot, .patch, "/api/bot", body, headers: [.contentType: "text/plain"])
    #expect(form.status == 415)
  }

  @Test func `what is said with a mention in a channel reaches the bot`() async throws {
    let bot = try await BotCase()
    try await bot.listens()
    let channel = try #require(try await bot.team().channels["Helpdesk"])
    let sent = try await call(
      bot, .post, "/api/messages",
      [
        "as": "megan@contoso.com", "place": .string(channel), "text": "<b>help</b>",
        "mention": true,
      ])
    #expect(sent.status == 201, "\(sent)")
    #expect(
      try await bot.activities().first?["text"] == "<at>Contoso Bot</at> <b>help</b>")
    let shown = try await call(
      bot, .get,
      "/api/messages?as=megan@contoso.com&place=\(channel.percentEncoded)"
    ).document["messages"]?.array
    #expect(shown?.last?["text"] == "Contoso Bot <b>help</b>")
  }

  @Test func `nobody sees what he or she could not see`() async throws {
    let bot = try await BotCase()
    let channel = try #require(try await bot.team().channels["Admins only"])
    let outsider = try await bot.test.tenant.read { db in
      try String.fetchOne(
        db,
        sql: """
          SELECT id FROM people
          WHERE NOT EXISTS (SELECT 1 FROM members WHERE place = ? AND person = people.id)
          """, arguments: [channel])
    }
    let reply = try await call(
      bot, .get, "/api/messages?as=\(outsider ?? "")&place=\(channel.percentEncoded)")
    #expect(reply.status == 403, "\(reply)")
  }

  @Test func `a pressed button is a message with a value`() async throws {
    let bot = try await BotCase()
    try await bot.listens()
    let conversation = try #require(try await bot.meet("adele").document["id"]?.string)
    let card = try await bot.say(
      [
        "type": "message",
        "attachments": [
          [
            "contentType": "application/vnd.microsoft.card.adaptive",
            "content": ["type": "AdaptiveCard", "version": "1.0", "body": []],
          ]
        ],
      ], in: conversation)
    let pressed = try await call(
      bot, .post, "/api/actions",
      [
        "as": "adele@contoso.com", "place": "bot", "message": .string(card),
        "type": "Action.Submit", "data": ["response": "yes", "msteams": ["type": "x"]],
        "inputs": ["why": "because"],
      ])
    #expect(pressed.status == 202, "\(pressed)")
    let told = try #require(try await bot.activities().last)
    #expect(told["type"] == "message" && told["replyToId"]?.string == card)
    #expect(told["value"] == ["response": "yes", "why": "because"] && told["text"] == nil)
    #expect(told["conversation"]?["id"]?.string == conversation)
  }

  @Test(arguments: ["imBack", "messageBack"])
  func `a button can have its presser say something`(type: String) async throws {
    let bot = try await BotCase()
    try await bot.listens()
    let conversation = try #require(try await bot.meet("adele").document["id"]?.string)
    let card = try await bot.say(words("Card"), in: conversation)
    let pressed = try await call(
      bot, .post, "/api/actions",
      [
        "as": "adele@contoso.com", "place": "bot", "message": .string(card),
        "type": "Action.Submit",
        "data": [
          "msteams": [
            "type": .string(type), "text": "help me",
            "value": type == "imBack" ? "help" : ["topic": "help"],
          ]
        ],
      ])
    #expect((200..<300).contains(pressed.status), "\(pressed)")
    let told = try #require(try await bot.activities().last)
    #expect(told["type"] == "message")
    if type == "imBack" {
      #expect(told["text"] == "help" && told["value"] == nil)
    } else {
      #expect(told["text"] == "help me" && told["value"] == ["topic": "help"])
    }
  }

  @Test(.timeLimit(.minutes(10)))
  func `an executed action waits for the bot's answer`() async throws {
    let bot = try await BotCase()
    let conversation = try #require(try await bot.meet("adele").document["id"]?.string)
    let card = try await bot.say(words("Card"), in: conversation)
    let body: Document = [
      "as": "adele@contoso.com", "place": "bot", "message": .string(card),
      "type": "Action.Execute", "verb": "ack", "data": ["n": 1],
    ]
    #expect(try await call(bot, .post, "/api/actions", body).status == 502)
    let listener = try await BotListener(
      answer:
        #"{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"ok"}"#)
    defer { listener.stop() }
    try await bot.listens(at: listener.address)
    let answered = try await call(bot, .post, "/api/actions", body)
    #expect(answered.document["response"]?["value"] == "ok", "\(answered)")
    let invoke = try #require(await listener.next()).activity
    #expect(invoke["type"] == "invoke" && invoke["name"] == "adaptiveCard/action")
    #expect(invoke["value"]?["action"]?["verb"] == "ack")
    #expect(invoke["value"]?["action"]?["data"] == ["n": 1])
    #expect(try await bot.activities().isEmpty)
  }
}
