import HTTPTypes
import Testing

@testable import Simulator

/// Who may do what, and what stays true whatever is asked.
struct BehaviourTests {
  private let scopes = ScopeSet.registered

  private func company() async throws -> (TestTenant, Places) {
    let test = try await TestTenant()
    return (test, try await Places(test))
  }

  private func id(ofTeam name: String, _ test: TestTenant) async throws -> String {
    let filter = "displayName eq '\(name)'".percentEncoded
    let teams = try await test.walk("/teams?$filter=\(filter)")
    return try #require(teams.first?["id"]?.string)
  }

  @Test func `a private channel is not there for who is not in it`() async throws {
    let (test, places) = try await company()
    let outsider = TestTenant.Speaker.person(places.insider, scopes: scopes)
    let seen = try await test.walk("/teams/\(places.team)/channels", as: outsider)
    #expect(!seen.contains { $0["id"]?.string == places.privateChannel })
    let path = "/teams/\(places.team)/channels/\(places.privateChannel)"
    #expect(try await test.graph(.get, path, as: outsider).status == 404)
    #expect(try await test.graph(.get, path).status == 200)
  }

  @Test func `a stranger reads neither a team nor a chat`() async throws {
    let (test, places) = try await company()
    let stranger = TestTenant.Speaker.person(places.stranger, scopes: scopes)
    #expect(try await test.graph(.get, "/teams/\(places.team)", as: stranger).status == 403)
    let outsider = TestTenant.Speaker.person(places.outsider, scopes: scopes)
    #expect(try await test.graph(.get, "/chats/\(places.chat)", as: outsider).status == 403)
    let chats = "/users/\(places.me)/chats"
    #expect(try await test.graph(.get, chats, as: outsider).status == 403)
  }

  @Test func `an administrator manages a team from outside, but does not read along`() async throws
  {
    let (test, _) = try await company()
    let team = try await id(ofTeam: "Facilities", test)
    #expect(try await test.graph(.get, "/teams/\(team)/members").status == 200)
    let general = try await test.graph(.get, "/teams/\(team)/primaryChannel")
    let channel = general.document["id"]?.string ?? ""
    let path = "/teams/\(team)/channels/\(channel)/messages"
    #expect(try await test.graph(.get, path).status == 403)
  }

  @Test func `a member cannot manage members, and a message is its author's`() async throws {
    let (test, places) = try await company()
    let member = TestTenant.Speaker.person(places.other, scopes: scopes)
    let added = try await test.graph(
      .post, "/teams/\(places.team)/members", as: member, body: places.bind(places.stranger))
    #expect(added.status == 403)
    let message = "/teams/\(places.team)/channels/\(places.general)/messages/\(places.ownMessage)"
    let edited = try await test.graph(
      .patch, message, as: member, body: ["body": ["content": "not mine"]])
    #expect(edited.status == 403)
    #expect(try await test.graph(.post, message + "/softDelete", as: member).status == 403)
  }

  @Test func `the last owner stays`() async throws {
    let (test, places) = try await company()
    let members = try await test.walk("/teams/\(places.team)/members")
    let owners = members.filter { $0["roles"] == ["owner"] }
    var statuses: [Int] = []
    for owner in owners {
      let id = owner["id"]?.string ?? ""
      let path = "/teams/\(places.team)/members/\(id.percentEncoded)"
      statuses.append(try await test.graph(.patch, path, body: ["roles": []]).status)
    }
    #expect(statuses.dropLast().allSatisfy { $0 == 200 })
    #expect(statuses.last == 400)
  }

  @Test func `an archived team is read, not changed`() async throws {
    let (test, places) = try await company()
    let team = try await id(ofTeam: "Project Falcon", test)
    let path = "/teams/\(team)"
    #expect(try await test.graph(.get, path).document["isArchived"] == true)
    let channel = try await test.graph(
      .post, path + "/channels", body: ["displayName": "Too late"])
    #expect(channel.status == 409)
    let member = try await test.graph(
      .post, path + "/members", body: places.bind(places.stranger))
    #expect(member.status == 409)
  }

  @Test func `two people have one chat, whoever asks and however often`() async throws {
    let (test, places) = try await company()
    let body: Document = [
      "chatType": "oneOnOne",
      "members": [
        places.bind(places.me, roles: ["owner"]), places.bind(places.stranger, roles: ["owner"]),
      ],
    ]
    let first = try await test.graph(.post, "/chats", body: body)
    let second = try await test.graph(
      .post, "/chats", as: .person(places.stranger, scopes: scopes), body: body)
    #expect(first.status == 201 && second.status == 201)
    #expect(first.document["id"] == second.document["id"])
  }

  @Test func `a shared channel is made in the background`() async throws {
    let (test, places) = try await company()
    let made = try await test.graph(
      .post, "/teams/\(places.team)/channels",
      body: ["displayName": "With partners", "membershipType": "shared"])
    #expect(made.status == 202 && made.bytes.isEmpty)
    let location = try #require(made.headers[.location])
    let operation = try await test.graph(.get, location)
    #expect(operation.document["status"] == "succeeded")
    let target = try #require(operation.document["targetResourceLocation"]?.string)
    #expect(try await test.graph(.get, target).status == 200)
  }

  @Test func `a deleted channel keeps its name`() async throws {
    let (test, places) = try await company()
    let body: Document = ["displayName": "Once"]
    let path = "/teams/\(places.team)/channels"
    let made = try await test.graph(.post, path, body: body)
    let deleted = try await test.graph(.delete, path + "/" + RouteCase.id(made))
    #expect(deleted.status == 204)
    let again = try await test.graph(.post, path, body: body)
    #expect(again.status == 400)
  }

  @Test func `messages come by the activity of their conversation`() async throws {
    let (test, places) = try await company()
    let path = "/teams/\(places.team)/channels/\(places.general)/messages"
    let oldest = try #require(try await test.walk(path).last?["id"]?.string)
    let reply = try await test.graph(
      .post, path + "/\(oldest)/replies", body: ["body": ["content": "bump"]])
    #expect(reply.status == 201 && reply.document["replyToId"]?.string == oldest)
    let newest = try await test.graph(.get, path + "?$top=1")
    #expect(newest.values.first?["id"]?.string == oldest)
  }

  @Test func `an app reads chats by their owner only, and sends nothing`() async throws {
    let (test, places) = try await company()
    let app = TestTenant.Speaker.app(roles: TestTenant.allRoles)
    #expect(try await test.graph(.get, "/chats", as: app).status == 412)
    #expect(try await test.graph(.get, "/users/\(places.me)/chats", as: app).status == 200)
    let sent = try await test.graph(
      .post, "/chats/\(places.chat)/messages", as: app, body: ["body": ["content": "hi"]])
    #expect(sent.status == 401 && sent.code == "Unauthorized")
  }
}
