import Foundation
import HTTPTypes
import Synchronization
import Testing

@testable import Simulator

/// How teams come into being, go, and come back.
struct TeamLifeTests {
  /// A clock that stands still until a test moves it.
  final class Clock: Sendable {
    private let time = Mutex(Date(timeIntervalSince1970: 1_790_000_000))

    var now: @Sendable () -> Date { { self.time.withLock { $0 } } }

    func advance(milliseconds: Int) {
      time.withLock { $0 += Double(milliseconds) / 1000 }
    }
  }

  private static let template: Document =
    "https://graph.microsoft.com/v1.0/teamsTemplates('standard')"

  private func make(
    _ test: TestTenant, _ fields: Document.Fields, as speaker: TestTenant.Speaker = .administrator
  ) async throws -> Reply {
    let body: Document = ["template@odata.bind": Self.template]
    return try await test.graph(.post, "/teams", as: speaker, body: body.followed(by: fields))
  }

  @Test func `a new team answers when it has settled, and its operation says how far it is`()
    async throws
  {
    let clock = Clock()
    let test = try await TestTenant(settle: 9000, now: clock.now)
    let made = try await make(test, ["displayName": "Slow"])
    #expect(made.status == 202 && made.bytes.isEmpty)
    let team = try #require(made.headers[.contentLocation])
    let operation = try #require(made.headers[.location])
    #expect(operation.hasPrefix(team + "/operations('"))
    for (status, answer) in [("notStarted", 404), ("inProgress", 404), ("succeeded", 200)] {
      #expect(try await test.graph(.get, operation).document["status"]?.string == status)
      #expect(try await test.graph(.get, team).status == answer)
      let listed = try await test.walk("/teams").contains { $0["displayName"] == "Slow" }
      #expect(listed == (answer == 200))
      clock.advance(milliseconds: 4500)
    }
  }

  @Test func `an app names the owner of a team that it makes`() async throws {
    let test = try await TestTenant()
    let places = try await Places(test)
    let app = TestTenant.Speaker.app(roles: ["Team.Create", "Group.Read.All"])
    let refused = try await make(test, ["displayName": "Ownerless"], as: app)
    #expect(refused.status == 400)
    #expect(
      refused.message
        == "A team owner must be provided when creating a team in application context.")
    let members: Document = [places.bind(places.stranger, roles: ["owner"])]
    let made = try await make(test, ["displayName": "Owned", "members": members], as: app)
    #expect(made.status == 202)
    let team = try #require(made.headers[.contentLocation])
    let owners = try await test.walk(team.replacing("teams", with: "groups") + "/owners")
    #expect(owners.map { $0["id"]?.string } == [places.stranger])
  }

  @Test func `a group becomes a team once`() async throws {
    let test = try await TestTenant()
    let places = try await Places(test)
    let link = "https://graph.microsoft.com/v1.0/groups('\(places.bareGroup)')"
    let first = try await make(test, ["group@odata.bind": .string(link)])
    #expect(first.status == 202)
    #expect(first.headers[.contentLocation] == "/teams('\(places.bareGroup)')")
    #expect(try await make(test, ["group@odata.bind": .string(link)]).status == 409)
    let put = try await test.graph(.put, "/groups/\(places.bareGroup)/team", body: [:])
    #expect(put.status == 409)
  }

  @Test func `a clone has the channels and the members, and none of the words`() async throws {
    let test = try await TestTenant()
    let places = try await Places(test)
    let cloned = try await test.graph(
      .post, "/teams/\(places.team)/clone",
      body: ["displayName": "Copy", "partsToClone": "channels, members"])
    let operation = try await test.graph(.get, try #require(cloned.headers[.location]))
    let copy = try #require(operation.document["targetResourceLocation"]?.string)
    func names(_ team: String) async throws -> Set<String> {
      let channels = try await test.walk(team + "/channels")
      return Set(
        channels.filter { $0["membershipType"] == "standard" }
          .compactMap { $0["displayName"]?.string })
    }
    #expect(try await names(copy) == names("/teams/\(places.team)"))
    let members = try await test.walk(copy + "/members")
    #expect(try await members.count == test.walk("/teams/\(places.team)/members").count)
    let general = try await test.graph(.get, copy + "/primaryChannel").document["id"]?.string
    let messages = try await test.walk(copy + "/channels/\(try #require(general))/messages")
    #expect(messages.isEmpty)
  }

  @Test func `a deleted team is gone from everywhere, and comes back whole`() async throws {
    let test = try await TestTenant()
    let places = try await Places(test)
    let team = "/teams/\(places.team)"
    #expect(try await test.graph(.delete, "/groups/\(places.team)").status == 204)
    #expect(try await test.graph(.get, team).status == 404)
    #expect(try await test.graph(.get, team + "/channels").status == 404)
    #expect(try await test.graph(.get, "/groups/\(places.team)").status == 404)
    for list in ["/teams", "/me/joinedTeams", "/groups"] {
      #expect(try await !test.walk(list).contains { $0["id"]?.string == places.team })
    }
    let deleted = try await test.walk("/teamwork/deletedTeams")
    #expect(deleted.contains { $0["id"]?.string == places.team })
    let restored = try await test.graph(
      .post, "/directory/deletedItems/\(places.team)/restore")
    #expect(restored.document["@odata.type"] == "#microsoft.graph.group")
    let message = team + "/channels/\(places.general)/messages/\(places.message)"
    #expect(try await test.graph(.get, message).status == 200)
  }

  @Test func `after thirty days a deleted team is gone for good`() async throws {
    let clock = Clock()
    let test = try await TestTenant(now: clock.now)
    let places = try await Places(test)
    clock.advance(milliseconds: Team.retention + 1)
    let item = "/directory/deletedItems/\(places.deletedGroup)"
    #expect(try await test.graph(.get, item).status == 404)
    #expect(try await test.graph(.post, item + "/restore").status == 404)
  }

  @Test func `who owns nothing changes nothing`() async throws {
    let test = try await TestTenant()
    let places = try await Places(test)
    let member = TestTenant.Speaker.person(places.insider, scopes: TestTenant.allScopes)
    let team = "/teams/\(places.team)"
    #expect(try await test.graph(.post, team + "/archive", as: member).status == 403)
    let patched = try await test.graph(.patch, team, as: member, body: ["description": "mine"])
    #expect(patched.status == 403 && patched.code == "Forbidden")
    let deleted = try await test.graph(.delete, "/groups/\(places.team)", as: member)
    #expect(deleted.status == 403 && deleted.code == "Authorization_RequestDenied")
  }

  @Test func `younger kinds of operation are masked from older clients`() async throws {
    let test = try await TestTenant()
    let places = try await Places(test)
    let path = "/teams/\(places.team)/operations/\(places.operation)"
    let old = try await test.graph(.get, path)
    #expect(old.document["operationType"] == "unknownFutureValue")
    let new = try await test.graph(
      .get, path, headers: [.prefer: "include-unknown-enum-members"])
    #expect(new.document["operationType"] == "createChannel")
  }
}
