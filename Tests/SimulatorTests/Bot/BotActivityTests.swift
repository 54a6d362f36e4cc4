import Foundation
import GRDB
import HTTPTypes
import Testing

@testable import Simulator

/// What a bot is told of what happens in Teams.
struct BotActivityTests {
  private func listening() async throws -> BotCase {
    let bot = try await BotCase()
    try await bot.listens()
    return bot
  }

  @Test func `nothing is noted for a bot that does not listen`() async throws {
    let bot = try await BotCase()
    let team = try await bot.team()
    _ = try await bot.test.graph(.patch, "/teams/\(team.id)", body: ["displayName": "Other"])
    #expect(try await bot.activities().isEmpty)
  }

  @Test func `a bot is told that its app comes to a team and goes`() async throws {
    let bot = try await listening()
    let team = try await bot.team("R/D")
    let general = try #require(team.channels["General"])
    let apps = "/teams/\(team.id)/installedApps"
    #expect(try await bot.test.graph(.post, apps, body: bot.bind()).status == 201)
    let added = try await bot.activities()
    #expect(added.map { $0["type"] } == ["installationUpdate", "conversationUpdate"])
    #expect(added.first?["action"] == "add")
    let update = try #require(added.last)
    #expect(update["membersAdded"]?.array?.first?["id"]?.string == bot.bot.accountID)
    #expect(update["channelData"]?["eventType"] == "teamMemberAdded")
    let said = update["channelData"]?["team"]
    #expect(said?["aadGroupId"]?.string == team.id && said?["id"]?.string == general)
    #expect(said?["name"] == "R/D")
    #expect(update["channelData"]?["tenant"]?["id"]?.string == bot.test.tenant.profile.id)
    #expect(update["conversation"]?["id"]?.string == general)
    #expect(update["recipient"]?["id"]?.string == bot.bot.accountID)
    #expect(update["serviceUrl"] == "http://localhost/emea/" && update["channelId"] == "msteams")
    let id = TeamsApp.installationID(of: bot.bot.catalogueID, in: team.id).percentEncoded
    #expect(try await bot.test.graph(.delete, "\(apps)/\(id)").status == 204)
    let gone = try await bot.activities().suffix(2)
    #expect(gone.first?["action"] == "remove")
    #expect(gone.last?["channelData"]?["eventType"] == "teamMemberRemoved")
  }

  @Test func `a person's installation begins a conversation`() async throws {
    let bot = try await listening()
    let adele = try await bot.person("adele")
    let made = try await bot.test.graph(
      .post, "/users/\(adele.id)/teamwork/installedApps", body: bot.bind())
    #expect(made.status == 201, "\(made)")
    let update = try #require(try await bot.activities().last)
    #expect(update["conversation"]?["conversationType"] == "personal")
    #expect(update["from"]?["aadObjectId"]?.string == adele.id)
    let conversation = try #require(update["conversation"]?["id"]?.string)
    try await bot.say(words("Welcome"), in: conversation)
  }

  @Test func `changes of a team and its channels keep the names of their time`() async throws {
    let bot = try await listening()
    let team = try await bot.team()
    let root = "/teams/\(team.id)"
    let channels = root + "/channels"
    let made = try await bot.test.graph(.post, channels, body: ["displayName": "War room"])
    let id = try #require(made.document["id"]?.string, "\(made)")
    _ = try await bot.test.graph(.patch, "\(channels)/\(id)", body: ["displayName": "Peace room"])
    _ = try await bot.test.graph(.delete, "\(channels)/\(id)")
    for name in ["One", "Two"] {
      _ = try await bot.test.graph(.patch, root, body: ["displayName": .string(name)])
    }
    let newcomer = try await bot.test.tenant.write { db in
      let outsider = try String.fetchOne(
        db,
        sql: """
          SELECT id FROM people
          WHERE NOT EXISTS (SELECT 1 FROM members WHERE place = ? AND person = people.id)
          """, arguments: [team.id])
      let person = try #require(outsider)
      try Membership.add(db, person, to: team.id, as: .member)
      return person
    }
    let told = try await bot.activities()
    #expect(told.allSatisfy { $0["type"] == "conversationUpdate" })
    #expect(
      told.map { $0["channelData"]?["eventType"]?.string } == [
        "channelCreated", "channelRenamed", "channelDeleted", "teamRenamed", "teamRenamed",
        "teamMemberAdded",
      ])
    #expect(
      told.prefix(3).map { $0["channelData"]?["channel"]?["name"] } == [
        "War room", "Peace room", "Peace room",
      ])
    #expect(told.dropFirst(3).map { $0["channelData"]?["team"]?["name"] } == ["One", "Two", "Two"])
    #expect(told.last?["membersAdded"]?.array?.first?["aadObjectId"]?.string == newcomer)
    #expect(Set(told.compactMap { $0["id"]?.string }).count == 6)
  }

  @Test func `a channel's message is told where it mentions the bot`() async throws {
    let bot = try await listening()
    let team = try await bot.team()
    let channel = try #require(team.channels["Helpdesk"])
    let path = "/teams/\(team.id)/channels/\(channel)/messages"
    _ = try await bot.test.graph(.post, path, body: ["body": ["content": "among us"]])
    let sent = try await bot.test.graph(.post, path, body: bot.mentioning("help &lt;me&gt;<br>now"))
    let id = try #require(sent.document["id"]?.string, "\(sent)")
    let told = try #require(try await bot.activities().first)
    #expect(try await bot.activities().count == 1)
    #expect(told["type"] == "message" && told["id"]?.string == id)
    #expect(told["text"]?.string == "<at>Contoso Bot</at> help <me>\nnow")
    #expect(told["conversation"]?["id"]?.string == "\(channel);messageid=\(id)")
    #expect(told["channelData"]?["channel"]?["id"]?.string == channel)
    #expect(told["channelData"]?["team"]?["id"] == .text(team.channels["General"]))
    let megan = try await bot.person("megan")
    #expect(told["from"]?["id"]?.string == bot.accounts.id(of: megan.id))
    let mention = told["entities"]?.array?.first
    #expect(mention?["mentioned"]?["id"]?.string == bot.bot.accountID)
    let reply = try await bot.test.graph(
      .post, "\(path)/\(id)/replies", body: bot.mentioning("again"))
    #expect(reply.status == 201)
    let second = try #require(try await bot.activities().last)
    #expect(second["conversation"]?["id"]?.string == "\(channel);messageid=\(id)")
  }

  @Test func `alone with it a person needs no mention, and may change the words`() async throws {
    let bot = try await listening()
    let adele = try await bot.person("adele")
    #expect(try await bot.meet("adele").status == 201)
    let chat = Chat.id(between: adele.id, and: bot.bot.id)
    let speaker = TestTenant.Speaker.person(adele.upn, scopes: TestTenant.allScopes)
    let sent = try await bot.test.graph(
      .post, "/chats/\(chat)/messages", as: speaker, body: ["body": ["content": "help"]])
    let id = try #require(sent.document["id"]?.string, "\(sent)")
    _ = try await bot.test.graph(
      .patch, "/chats/\(chat)/messages/\(id)", as: speaker, body: ["body": ["content": "list"]])
    _ = try await bot.test.graph(
      .post, "/users/\(adele.id)/chats/\(chat)/messages/\(id)/softDelete", as: speaker)
    let told = try await bot.activities()
    #expect(told.map { $0["type"] } == ["message", "messageUpdate", "messageDelete"])
    #expect(told.map { $0["text"] } == ["help", "list", nil])
    #expect(told.allSatisfy { $0["id"]?.string == id })
    #expect(
      told.map { $0["channelData"]?["eventType"] } == [nil, "editMessage", "softDeleteMessage"])
    #expect(
      told.first?["conversation"]?["id"]?.string == bot.accounts.conversation(with: adele.id))
    try await bot.say(words("I hear"), in: bot.accounts.conversation(with: adele.id))
    #expect(try await bot.activities().count == 3)
  }

  @Test func `reactions to what the bot said come by the names that bots know`() async throws {
    let bot = try await listening()
    let team = try await bot.team()
    let channel = try #require(team.channels["Helpdesk"])
    let id = try await bot.say(words("Done"), in: channel)
    let path = "/teams/\(team.id)/channels/\(channel)/messages/\(id)"
    for action in ["setReaction", "unsetReaction"] {
      _ = try await bot.test.graph(.post, "\(path)/\(action)", body: ["reactionType": "👍"])
    }
    let told = try await bot.activities()
    #expect(told.map { $0["type"] } == ["messageReaction", "messageReaction"])
    #expect(told.first?["reactionsAdded"] == [["type": "like"]])
    #expect(told.last?["reactionsRemoved"] == [["type": "like"]])
    #expect(told.allSatisfy { $0["replyToId"]?.string == id })
  }
}
