import Foundation
import GRDB
import HTTPTypes
import Testing

@testable import Simulator

/// What a bot does at the connector, and what Graph shows of it.
struct ConnectorTests {
  @Test func `what a bot says in a channel stands in the channel`() async throws {
    let bot = try await BotCase()
    let team = try await bot.team()
    let channel = try #require(team.channels["Helpdesk"])
    let id = try await bot.say(words("Disk **full** on [db1](https://db1/x)"), in: channel)
    let path = "/teams/\(team.id)/channels/\(channel)/messages/\(id)"
    let message = try await bot.test.graph(.get, path).document
    #expect(message["body"]?["contentType"] == "html")
    #expect(
      message["body"]?["content"]?.string
        == "Disk <strong>full</strong> on <a href=\"https://db1/x\">db1</a>")
    let application = message["from"]?["application"]
    #expect(application?["id"]?.string == bot.bot.id)
    #expect(application?["displayName"] == "Contoso Bot")
    #expect(application?["applicationIdentityType"] == "bot")

    let address = "/v3/conversations/\(channel.percentEncoded)/activities/\(id)"
    let changed = try await bot.send(.put, address, words("Disk fine"))
    #expect(changed.status == 200 && changed.document["id"]?.string == id)
    let after = try await bot.test.graph(.get, path).document
    #expect(after["body"]?["content"] == "Disk fine" && after["lastEditedDateTime"] != .null)

    #expect(try await bot.send(.delete, address).status == 200)
    #expect(try await bot.test.graph(.get, path).document["deletedDateTime"] != .null)
    let gone = try await bot.send(.put, address, words("x"))
    #expect(gone.status == 404 && gone.code == "ActivityNotFoundInConversation")
  }

  @Test func `a thread goes by the message that began it`() async throws {
    let bot = try await BotCase()
    let team = try await bot.team()
    let channel = try #require(team.channels["Helpdesk"])
    let begun = try await bot.send(
      .post, "/v3/conversations",
      [
        "isGroup": true, "bot": ["id": .string(bot.bot.accountID)],
        "channelData": ["channel": ["id": .string(channel)]], "activity": words("One"),
      ])
    #expect(begun.status == 201, "\(begun)")
    let root = try #require(begun.document["activityId"]?.string)
    #expect(begun.document["id"]?.string == "\(channel);messageid=\(root)")
    let second = try await bot.say(words("Two"), in: "\(channel);messageid=\(root)")
    let third = try await bot.send(
      .post, "/v3/conversations/\(channel.percentEncoded)/activities/\(second)", words("Three"))
    #expect(third.status == 201, "\(third)")
    let replies = try await bot.test.walk(
      "/teams/\(team.id)/channels/\(channel)/messages/\(root)/replies")
    #expect(replies.compactMap { $0["body"]?["content"]?.string } == ["Three", "Two"])
    let lost = try await bot.send(
      .post, "/v3/conversations/\(channel.percentEncoded)/activities/17", words("x"))
    #expect(lost.status == 404)
  }

  @Test(arguments: ["29:", "guid", "upn"])
  func `a person is met by the roster's id, the object id, or the address`(
    _ form: String
  ) async throws {
    let bot = try await BotCase()
    let adele = try await bot.person("adele")
    let id =
      switch form {
      case "guid": adele.id
      case "upn": adele.upn
      default: bot.accounts.id(of: adele.id)
      }
    let reply = try await bot.meet("adele", ["members": [["id": .string(id)]]])
    #expect(reply.status == 201, "\(reply)")
    let conversation = try #require(reply.document["id"]?.string)
    #expect(conversation.hasPrefix("a:1"))
    let activity = try await bot.say(words("Hello"), in: conversation)
    let chat = Chat.id(between: adele.id, and: bot.bot.id)
    let messages = try await bot.test.graph(
      .get, "/chats/\(chat)/messages",
      as: .person(adele.upn, scopes: ["Chat.Read"]))
    #expect(messages.values.first?["id"]?.string == activity, "\(messages)")
    #expect(try await bot.meet("adele").document["id"]?.string == conversation)
    let members = try await bot.send(
      .get, "/v3/conversations/\(conversation.percentEncoded)/members")
    #expect(members.document.array?.first?["aadObjectId"]?.string == adele.id)
  }

  @Test func `a card and mentions become what Graph has for them`() async throws {
    let bot = try await BotCase()
    let team = try await bot.team()
    let channel = try #require(team.channels["General"])
    let adele = try await bot.person("adele")
    let id = try await bot.say(
      [
        "type": "message", "text": "<at>@Adele</at> & <script>",
        "entities": [
          [
            "type": "mention", "text": "<at>@Adele</at>",
            "mentioned": ["id": .string(bot.accounts.id(of: adele.id)), "name": "Adele"],
          ]
        ],
        "attachments": [
          [
            "contentType": "application/vnd.microsoft.card.adaptive",
            "content": ["type": "AdaptiveCard", "version": "1.4", "body": []],
          ]
        ],
      ], in: channel)
    let message = try await bot.test.graph(
      .get, "/teams/\(team.id)/channels/\(channel)/messages/\(id)"
    ).document
    let attachment = try #require(message["attachments"]?.array?.first)
    #expect(
      message["body"]?["content"]?.string
        == "<at id=\"0\">@Adele</at> &amp; &lt;script><attachment id=\""
        + "\(attachment["id"]?.string ?? "")\"></attachment>")
    #expect(
      attachment["content"]?.string == #"{"type":"AdaptiveCard","version":"1.4","body":[]}"#)
    let mention = message["mentions"]?.array?.first
    #expect(mention?["mentioned"]?["user"]?["id"]?.string == adele.id)
  }

  @Test func `rosters come whole, in pages, and one by one`() async throws {
    let bot = try await BotCase()
    let team = try await bot.team()
    let general = try #require(team.channels["General"]).percentEncoded
    let root = "/v3/conversations/\(general)"
    let all = try #require(try await bot.send(.get, root + "/members").document.array)
    let megan = try #require(all.first { $0["userPrincipalName"] == "megan@contoso.com" })
    #expect(megan["objectId"] == megan["aadObjectId"] && megan["givenName"] == "Megan")
    let page = try await bot.send(.get, root + "/pagedmembers?pageSize=2").document
    #expect(page["members"]?.array == all && page["continuationToken"] == nil)
    for key in ["id", "aadObjectId", "userPrincipalName"] {
      let name = try #require(megan[key]?.string)
      let one = try await bot.send(.get, root + "/members/\(name.percentEncoded)")
      #expect(one.document == megan, "\(key): \(one)")
    }
    let nobody = try await bot.send(.get, root + "/members/29:1AAAA")
    #expect(nobody.status == 404 && nobody.code == "MemberNotFoundInConversation")
  }

  @Test func `a large roster goes on after the last member of a page`() async throws {
    let bot = try await BotCase()
    let team = try await bot.team("All Company")
    let company = try await bot.test.tenant.write { [bot] db in
      try TeamsApp.install(db, bot.bot.catalogueID, version: "1.0.0", in: team.id)
      for number in 0..<70 {
        try db.execute(
          sql: """
            INSERT INTO people SELECT NULL, 'p' || ?, 'p' || ?, 'p' || ?, displayName,
              displayNameKey, givenName, givenNameKey, surname, surnameKey, mail, mailKey, jobTitle,
              department, officeLocation, city, country, usageLocation, mobilePhone, businessPhone,
              preferredLanguage, userType, isEnabled, isAdministrator, createdAt,
              sessionsValidFrom FROM people LIMIT 1
            """, arguments: [number, number, number])
        try Membership.add(db, "p\(number)", to: team.id, as: .member)
      }
      return try Int.fetchOne(
        db, sql: "SELECT COUNT(*) FROM members WHERE place = ?", arguments: [team.id])
    }
    let path =
      "/v3/conversations/\(try #require(team.channels["General"]).percentEncoded)/pagedmembers"
    let first = try await bot.send(.get, path + "?pageSize=50").document
    #expect(first["members"]?.array?.count == 50)
    let token = try #require(first["continuationToken"]?.string)
    let rest = try await bot.send(.get, "\(path)?continuationToken=\(token)").document
    #expect(50 + (rest["members"]?.array?.count ?? 0) == company)
    #expect(try await bot.send(.get, path + "?continuationToken=x").status == 400)
  }

  @Test func `a team says what it is, and which channels it has`() async throws {
    let bot = try await BotCase()
    let team = try await bot.team()
    let general = try #require(team.channels["General"])
    let said = try await bot.send(.get, "/v3/teams/\(general.percentEncoded)").document
    #expect(said["id"]?.string == general && said["name"] == "Contoso IT")
    #expect(said["aadGroupId"]?.string == team.id)
    let channels = try await bot.send(
      .get, "/v3/teams/\(general.percentEncoded)/conversations"
    ).document["conversations"]?.array
    #expect(channels?.first == ["id": .string(general), "name": nil, "type": "standard"])
    #expect(channels?.contains { $0["name"] == "Helpdesk" } == true)
    #expect(channels?.contains { $0["name"] == "Admins only" } == false)
  }

  @Test func `files beside a conversation are read back`() async throws {
    let bot = try await BotCase()
    let channel = try #require(try await bot.team().channels["General"]).percentEncoded
    let made = try await bot.send(
      .post, "/v3/conversations/\(channel)/attachments",
      ["name": "a.png", "type": "image/png", "originalBase64": "aGVsbG8="])
    let id = try #require(made.document["id"]?.string, "\(made)")
    let info = try await bot.send(.get, "/v3/attachments/\(id)").document
    #expect(info["views"] == [["viewId": "original", "size": 5]])
    let view = try await bot.send(.get, "/v3/attachments/\(id)/views/original")
    #expect(view.text == "hello" && view.headers[.contentType] == "image/png")
    #expect(try await bot.send(.get, "/v3/attachments/\(id)/views/thumbnail").status == 404)
  }

  @Test func `a meeting's chat tells its bot of the meeting`() async throws {
    let bot = try await BotCase()
    let thread = try await bot.test.tenant.write { [bot] db in
      let row = try #require(try Row.fetchOne(db, sql: "SELECT * FROM meetings"))
      try TeamsApp.install(db, bot.bot.catalogueID, version: "1.0.0", in: row["thread"])
      return row["thread"] as String
    }
    let id = Data("0#\(thread)#0".utf8).base64EncodedString().percentEncoded
    let meeting = try await bot.send(.get, "/v1/meetings/\(id)").document
    #expect(meeting["conversation"]?["id"]?.string == thread)
    let organizer = try #require(meeting["organizer"]?["aadObjectId"]?.string)
    let path = "/v1/meetings/\(id)/participants/\(organizer)?tenantId=x"
    let participant = try await bot.send(.get, path).document
    #expect(participant["meeting"]?["role"] == "Organizer")
    let notice: Document = ["type": "targetedMeetingNotification", "value": ["recipients": []]]
    #expect(try await bot.send(.post, "/v1/meetings/\(id)/notification", notice).status == 202)
  }
}
