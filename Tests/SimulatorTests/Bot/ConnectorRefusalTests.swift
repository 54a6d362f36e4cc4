import Foundation
import GRDB
import HTTPTypes
import Testing

@testable import Simulator

/// What the connector does not let a bot do.
struct ConnectorRefusalTests {
  @Test func `every answer names its operation`() async throws {
    let bot = try await BotCase()
    for path in ["/v3/conversations", "/v3/conversations/19:x@thread.tacv2/members"] {
      let reply = try await bot.send(.get, path)
      #expect(reply.headers[.correlatingOperationID]?.count == 36)
    }
  }

  @Test(arguments: [
    ("19:00000000000000000000000000000000@thread.tacv2", 404, "ConversationNotFound"),
    ("19:00000000000000000000000000000000@thread.v2", 404, "ConversationNotFound"),
    ("a:1AAAAAAAAAAAAAAAAAAAAAA", 404, "ConversationNotFound"),
    ("a:1x", 404, "ConversationNotFound"), ("nonsense", 400, "BadArgument"),
  ])
  func `a conversation that is none is said to be none`(
    _ id: String, _ status: Int, _ code: String
  ) async throws {
    let bot = try await BotCase()
    let path = "/v3/conversations/\(id.percentEncoded)/activities"
    let reply = try await bot.send(.post, path, words("x"))
    #expect(reply.status == status && reply.code == code, "\(reply)")
  }

  @Test func `where its app is not installed, a bot is not in the roster`() async throws {
    let bot = try await BotCase()
    let team = try await bot.team("R/D")
    let channel = try #require(team.channels["Ideas"]).percentEncoded
    let path = "/v3/conversations/\(channel)/activities"
    let refused = try await bot.send(.post, path, words("x"))
    #expect(refused.status == 403 && refused.code == "BotNotInConversationRoster", "\(refused)")
    let installed = try await bot.test.graph(
      .post, "/teams/\(team.id)/installedApps",
      body: [
        "teamsApp@odata.bind": .string(
          "https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/\(bot.bot.catalogueID)")
      ])
    #expect(installed.status == 201, "\(installed)")
    #expect(try await bot.send(.post, path, words("x")).status == 201)
    let own = try #require(try await bot.team().channels["Admins only"]).percentEncoded
    let hidden = try await bot.send(.post, "/v3/conversations/\(own)/activities", words("x"))
    #expect(hidden.code == "BotNotInConversationRoster")
  }

  @Test func `a person with whom it shares nothing is out of a bot's reach`() async throws {
    let bot = try await BotCase()
    let adele = try await bot.person("adele")
    try await bot.test.tenant.write { db in try db.execute(sql: "DELETE FROM installations") }
    let refused = try await bot.meet("adele")
    #expect(refused.status == 403 && refused.code == "BotNotInConversationRoster", "\(refused)")
    try await bot.test.tenant.write { [bot] db in
      try TeamsApp.install(db, bot.bot.catalogueID, version: "1.0.0", in: adele.id)
    }
    #expect(try await bot.meet("adele").status == 201)
  }

  @Test(
    arguments: [
      ["members": []], ["members": [["id": "29:1zzz"]]], ["isGroup": true],
      ["bot": ["id": "28:other"]], ["channelData": [:]],
      ["channelData": ["tenant": ["id": "other"]]],
      ["channelData": ["channel": ["id": "nonsense"]]],
    ] as [Document])
  func `a conversation that cannot be made is a bad argument`(_ change: Document) async throws {
    let bot = try await BotCase()
    let adele = try await bot.person("adele")
    var request: Document.Fields = [
      "bot": ["id": .string(bot.bot.accountID)], "members": [["id": .string(adele.id)]],
      "channelData": ["tenant": ["id": .string(bot.test.tenant.profile.id)]],
    ]
    for entry in change.fields?.entries ?? [] { request[entry.name] = entry.value }
    let reply = try await bot.send(.post, "/v3/conversations", .object(request))
    #expect(reply.status == 400 && reply.code == "BadArgument", "\(reply)")
  }

  @Test(
    arguments: [
      (["type": "message"], 400, "BadArgument"),
      (["type": "event", "text": "x"], 400, "BadArgument"),
      (["type": "message", "attachments": [["content": [:]]]], 400, "BadArgument"),
      (
        [
          "attachments": [
            ["contentType": "application/vnd.microsoft.card.adaptive", "content": ["type": "X"]]
          ]
        ], 400, "BadArgument"
      ),
      (
        ["text": .string(String(repeating: "x", count: 29_000)), "type": "message"], 413,
        "MessageSizeTooBig"
      ),
    ] as [(Document, Int, String)])
  func `an activity that Teams would not take is refused`(
    _ activity: Document, _ status: Int, _ code: String
  ) async throws {
    let bot = try await BotCase()
    let channel = try #require(try await bot.team().channels["General"]).percentEncoded
    let reply = try await bot.send(
      .post, "/v3/conversations/\(channel)/activities", activity)
    #expect(reply.status == status && reply.code == code, "\(reply)")
  }

  @Test func `what somebody else said is not a bot's to change`() async throws {
    let bot = try await BotCase()
    let team = try await bot.team()
    let channel = try #require(team.channels["General"])
    let sent = try await bot.test.graph(
      .post, "/teams/\(team.id)/channels/\(channel)/messages",
      body: ["body": ["content": "mine"]])
    let id = try #require(sent.document["id"]?.string)
    let path = "/v3/conversations/\(channel.percentEncoded)/activities/\(id)"
    #expect(try await bot.send(.put, path, words("yours")).status == 403)
    #expect(try await bot.send(.delete, path).status == 403)
  }

  @Test func `above the limits of a conversation it answers 429`() async throws {
    let clock = HandClock()
    let bot = try await BotCase(isThrottled: true) { clock.now() }
    let channel = try #require(try await bot.team().channels["General"]).percentEncoded
    let path = "/v3/conversations/\(channel)/activities"
    for _ in 0..<7 { #expect(try await bot.send(.post, path, words("x")).status == 201) }
    let refused = try await bot.send(.post, path, words("x"))
    #expect(refused.status == 429 && refused.headers[.retryAfter] != nil, "\(refused)")
    clock.advance(3)
    #expect(try await bot.send(.post, path, words("x")).status == 201)
  }

  @Test func `nobody is taken out of a team or a one-on-one chat by the bot`() async throws {
    let bot = try await BotCase()
    let channel = try #require(try await bot.team().channels["General"]).percentEncoded
    let alone = try #require(try await bot.meet("adele").document["id"]?.string)
    for conversation in [channel, alone.percentEncoded] {
      let path = "/v3/conversations/\(conversation)/members/29:1x"
      #expect(try await bot.send(.delete, path).status == 405)
    }
  }

  @Test(arguments: [
    (HTTPRequest.Method.get, "/v3/nothing", 404), (.patch, "/v3/conversations", 405),
    (.delete, "/v3/conversations/a/members/b", 400),
  ])
  func `paths and methods that the connector does not have are refused`(
    _ method: HTTPRequest.Method, _ path: String, _ status: Int
  ) async throws {
    #expect(try await BotCase().send(method, path).status == status)
  }
}
