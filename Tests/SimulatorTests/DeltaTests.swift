import Foundation
import HTTPTypes
import Synchronization
import Testing

@testable import Simulator

/// Feeds of changes: the walk through everything, and what comes after it.
struct DeltaTests {
  /// All rows of a feed from an address on, and the link to what comes later.
  private func follow(
    _ test: TestTenant, _ path: String, page: Int = 200
  ) async throws -> (rows: [Document], link: String) {
    var rows: [Document] = []
    var next = path
    while true {
      let reply = try await test.graph(
        .get, next, headers: [.prefer: "odata.maxpagesize=\(page)"])
      guard reply.status == 200 else { throw Unexpected(reply: reply) }
      rows += reply.values
      if let link = reply.document["@odata.deltaLink"]?.string { return (rows, link) }
      next = try #require(reply.document["@odata.nextLink"]?.string)
    }
  }

  private func ids(_ rows: [Document]) -> [String] { rows.compactMap { $0["id"]?.string } }

  @Test(arguments: [
    "/users/delta", "/groups/delta", "/chats/{chat}/messages/delta",
    "/teams/{team}/channels/{channel}/messages/delta",
  ])
  func `a walk in the smallest pages sees everything once, and then nothing`(
    _ template: String
  ) async throws {
    let test = try await Shared.tenant.value
    let path = try await Shared.places.value.path(template)
    let small = try await follow(test, path, page: 1)
    let large = try await follow(test, path)
    #expect(!small.rows.isEmpty && ids(small.rows) == ids(large.rows))
    #expect(Set(ids(small.rows)).count == small.rows.count)
    #expect(try await follow(test, large.link).rows == [])
  }

  @Test func `people that changed, came and went are told, each once`() async throws {
    let test = try await TestTenant()
    let places = try await Places(test)
    let start = try await follow(test, "/users/delta?$select=displayName")
    #expect(start.rows.count == 40)
    #expect(start.rows.allSatisfy { $0.fields?.entries.count == 2 })
    for name in ["First", "Second"] {
      _ = try await test.graph(
        .patch, "/users/\(places.other)", body: ["displayName": .string(name)])
    }
    _ = try await test.graph(.delete, "/users/\(places.stranger)")
    let made = try await test.graph(
      .post, "/users",
      body: [
        "accountEnabled": true, "displayName": "New", "mailNickname": "new",
        "userPrincipalName": "new@contoso.com", "passwordProfile": ["password": "x"],
      ])
    let id = try #require(made.document["id"]?.string)
    let later = try await follow(test, start.link, page: 1)
    #expect(ids(later.rows) == [places.other, places.stranger, id])
    #expect(later.rows[0]["displayName"] == "Second")
    #expect(later.rows[1]["@removed"]?["reason"] == "changed")
    #expect(try await follow(test, later.link).rows == [])
  }

  @Test func `groups tell who joined and who left`() async throws {
    let test = try await TestTenant()
    let places = try await Places(test)
    let start = try await follow(test, "/groups/delta?$select=displayName,members")
    let team = try #require(start.rows.first { $0["id"]?.string == places.team })
    let before = team["members@delta"]?.array ?? []
    #expect(before.contains { $0["id"]?.string == places.other })
    let member = Membership.id(of: places.other, inTeam: places.team).percentEncoded
    _ = try await test.graph(.delete, "/teams/\(places.team)/members/\(member)")
    _ = try await test.graph(
      .post, "/teams/\(places.team)/members", body: places.bind(places.stranger))
    let later = try await follow(test, start.link)
    #expect(ids(later.rows) == [places.team])
    let changes = later.rows.first?["members@delta"]?.array ?? []
    #expect(ids(changes) == [places.other, places.stranger])
    #expect(changes.map { $0["@removed"] != nil } == [true, false])
  }

  @Test func `a group that does not answer yet is told once it does, and only then`()
    async throws
  {
    let clock = HandClock()
    let test = try await TestTenant(settle: 9000, now: { clock.now() })
    let places = try await Places(test)
    let start = try await follow(test, "/groups/delta?$select=displayName,members")
    let made = try await test.graph(
      .post, "/groups",
      body: [
        "displayName": "New", "mailNickname": "new", "mailEnabled": true,
        "securityEnabled": false, "groupTypes": ["Unified"],
        "members@odata.bind": [
          .string("https://graph.microsoft.com/v1.0/users/\(places.other)")
        ],
      ])
    let id = try #require(made.document["id"]?.string, "\(made)")
    clock.advance(1)
    let early = try await follow(test, start.link)
    #expect(early.rows == [])
    let fresh = try await follow(test, "/groups/delta")
    #expect(!ids(fresh.rows).contains(id) && !fresh.rows.isEmpty)
    clock.advance(10)
    for link in [start.link, early.link, fresh.link] {
      let later = try await follow(test, link)
      #expect(ids(later.rows) == [id])
      let members = ids(later.rows.first?["members@delta"]?.array ?? [])
      #expect(members.contains(places.other))
      #expect(try await follow(test, later.link).rows == [])
    }
  }

  @Test func `a channel tells new, edited and deleted messages, and chains with new replies`()
    async throws
  {
    let test = try await TestTenant()
    let places = try await Places(test)
    let path = places.path("/teams/{team}/channels/{channel}/messages")
    let start = try await follow(test, path + "/delta?$top=50")
    let text: Document = ["body": ["content": "new"]]
    _ = try await test.graph(.post, "\(path)/\(places.root)/replies", body: text)
    let made = try await test.graph(.post, path, body: text)
    _ = try await test.graph(.post, "\(path)/\(places.ownMessage)/softDelete")
    let later = try await follow(test, start.link)
    #expect(
      ids(later.rows) == [
        String(places.root), made.document["id"]?.string ?? "", String(places.ownMessage),
      ])
    #expect(later.rows.last?["body"]?["content"] == "")
    #expect(later.rows.last?["deletedDateTime"]?.isNull == false)
  }

  @Test func `the latest token skips what is there`() async throws {
    let test = try await TestTenant()
    let latest = try await follow(test, "/users/delta?$deltatoken=latest")
    #expect(latest.rows == [])
    _ = try await test.graph(.patch, "/users/megan@contoso.com", body: ["jobTitle": "CEO"])
    let later = try await follow(test, latest.link)
    #expect(later.rows.map { $0["jobTitle"] } == ["CEO"])
  }

  @Test func `a token that is too old, or of another company, begins anew`() async throws {
    let clock = Mutex(Date())
    let test = try await TestTenant(now: { clock.withLock { $0 } })
    let start = try await follow(test, "/users/delta")
    clock.withLock { $0 += 8 * 86_400 }
    let late = try await test.graph(.get, start.link)
    #expect(late.status == 410 && late.code == "syncStateNotFound")
    #expect(late.headers[.location]?.hasSuffix("/v1.0/users/delta") == true)
    for token in ["nonsense", PageCursor([9, 9, nil, [:]]).token] {
      let reply = try await test.graph(.get, "/users/delta?$deltatoken=\(token)")
      #expect(reply.status == 410, "\(reply)")
    }
  }
}
