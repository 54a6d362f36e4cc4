import HTTPTypes
import Testing

@testable import Simulator

/// Chats that are hidden, pinned to, filtered, deleted and brought back.
struct ChatLifeTests {
  private let scopes = TestTenant.allScopes

  private func company() async throws -> (TestTenant, Places) {
    let test = try await TestTenant()
    return (test, try await Places(test))
  }

  @Test func `a hidden chat shows again when somebody writes`() async throws {
    let (test, places) = try await company()
    let path = "/chats/\(places.chat)"
    let user: Document = ["user": ["id": .string(places.me)]]
    #expect(try await test.graph(.post, path + "/hideForUser", body: user).status == 204)
    func isHidden() async throws -> Document? {
      try await test.graph(.get, path).document["viewpoint"]?["isHidden"]
    }
    #expect(try await isHidden() == true)
    let listed = try await test.walk("/me/chats").first { $0["id"]?.string == places.chat }
    #expect(listed?["viewpoint"]?["isHidden"] == true)
    let sent = try await test.graph(
      .post, path + "/messages", body: ["body": ["content": "are you there"]])
    #expect(sent.status == 201)
    #expect(try await isHidden() == false)
  }

  @Test func `nobody acts for somebody else`() async throws {
    let (test, places) = try await company()
    let user: Document = ["user": ["id": .string(places.outsider)]]
    for action in ["hideForUser", "markChatReadForUser"] {
      let path = "/chats/\(places.chat)/\(action)"
      #expect(try await test.graph(.post, path, body: user).status == 403)
      #expect(try await test.graph(.post, path, body: [:]).status == 400)
    }
  }

  @Test func `a deleted chat is gone until it is brought back`() async throws {
    let (test, places) = try await company()
    let path = "/chats/\(places.chat)"
    let member = TestTenant.Speaker.person("adele@contoso.com", scopes: scopes)
    #expect(try await test.graph(.delete, path, as: member).status == 403)
    #expect(try await test.graph(.delete, path).status == 204)
    #expect(try await test.graph(.get, path).status == 404)
    #expect(try await test.graph(.get, path + "/messages").status == 404)
    #expect(try await test.graph(.delete, path).status == 404)
    #expect(try await !test.walk("/me/chats").contains { $0["id"]?.string == places.chat })
    let undo = "/teamwork/deletedChats/\(places.chat)/undoDelete"
    #expect(try await test.graph(.post, undo).status == 204)
    #expect(try await test.graph(.get, path + "/messages").status == 200)
    #expect(try await test.graph(.post, undo).status == 404)
  }

  @Test func `a message is pinned once, and only in its chat`() async throws {
    let (test, places) = try await company()
    let path = "/chats/\(places.chat)/pinnedMessages"
    func pin(_ message: Int) async throws -> Int {
      let link = "https://graph.microsoft.com/v1.0/chats/x/messages/\(message)"
      return try await test.graph(
        .post, path, body: ["message@odata.bind": .string(link)]
      ).status
    }
    #expect(try await pin(places.ownChatMessage) == 201)
    #expect(try await pin(places.ownChatMessage) == 409)
    #expect(try await pin(places.root) == 404)
    let plain = try await test.graph(.get, path)
    #expect(plain.values.allSatisfy { $0.fields?.entries.map(\.name) == ["id"] })
    #expect(try await test.graph(.delete, path + "/1").status == 404)
  }

  @Test func `who is added without the history does not see it`() async throws {
    let (test, places) = try await company()
    let path = "/chats/\(places.chat)"
    let added = try await test.graph(
      .post, path + "/members", body: places.bind(places.outsider, roles: ["owner"]))
    #expect(added.status == 201)
    let newcomer = TestTenant.Speaker.person(places.outsider, scopes: scopes)
    #expect(try await test.walk(path + "/messages", as: newcomer).isEmpty)
    let sent = try await test.graph(
      .post, path + "/messages", body: ["body": ["content": "welcome"]])
    let seen = try await test.walk(path + "/messages", as: newcomer)
    #expect(seen.map { $0["id"] } == [sent.document["id"]])
  }

  @Test(
    arguments: [
      "topic eq 'project x'", "startswith(topic,'Project')",
      "members/any(o:o/displayName eq 'Megan Bowen') and topic eq 'Project X'",
    ])
  func `chats are filtered by topic and by member`(_ filter: String) async throws {
    let test = try await Shared.tenant.value
    let places = try await Shared.places.value
    let found = try await test.walk("/me/chats?$filter=\(filter.percentEncoded)")
    #expect(found.contains { $0["id"]?.string == places.chat })
    let nobody = "members/any(m:m/displayName eq 'No Body')".percentEncoded
    #expect(try await test.walk("/me/chats?$filter=\(nobody)").isEmpty)
  }

  @Test func `chats come by their newest message when asked to`() async throws {
    let test = try await Shared.tenant.value
    let order = "$orderby=lastMessagePreview/createdDateTime%20desc"
    let chats = try await test.walk("/me/chats?$expand=lastMessagePreview&$top=3&\(order)")
    let times = chats.compactMap { $0["lastMessagePreview"]?["createdDateTime"]?.string }
      .compactMap { Instant(text: $0) }
    #expect(times.count > 10)
    #expect(times == times.sorted(by: >))
  }
}
