import HTTPTypes
import Testing

@testable import Simulator

/// Channels that are put away, who reaches a channel, and many members at once.
struct ChannelLifeTests {
  private func company() async throws -> (TestTenant, Places) {
    let test = try await TestTenant()
    return (test, try await Places(test))
  }

  @Test func `an archived channel is read, not written`() async throws {
    let (test, places) = try await company()
    let path = "/teams/\(places.team)/channels/\(places.privateChannel)"
    let archived = try await test.graph(.post, path + "/archive")
    let location = try #require(archived.headers[.location])
    #expect(archived.status == 202 && location.hasPrefix("/teams/\(places.team)/operations/"))
    let operation = try await test.graph(
      .get, location, headers: [.prefer: "include-unknown-enum-members"])
    #expect(operation.document["operationType"] == "archiveChannel")
    #expect(try await test.graph(.get, path + "/messages").status == 200)
    let sent = try await test.graph(
      .post, path + "/messages", body: ["body": ["content": "late"]])
    #expect(sent.status == 409)
    #expect(try await test.graph(.patch, path, body: ["description": "x"]).status == 409)
    #expect(try await test.graph(.post, path + "/archive").status == 409)
    #expect(try await test.graph(.post, path + "/unarchive").status == 202)
    #expect(try await test.graph(.patch, path, body: ["description": "x"]).status == 204)
  }

  @Test func `neither the general channel nor one of an archived team is archived`() async throws {
    let (test, places) = try await company()
    let team = "/teams/\(places.team)"
    let general = try await test.graph(.post, team + "/channels/\(places.general)/archive")
    #expect(general.status == 400)
    #expect(try await test.graph(.post, team + "/archive").status == 202)
    let other = try await test.graph(
      .post, team + "/channels/\(places.privateChannel)/archive")
    #expect(
      other.message
        == "Team has to be active, for channel to be archived or unarchived: "
        + places.privateChannel)
  }

  @Test func `a team has thirty private channels, and no guest comes into a new one`() async throws
  {
    let (test, places) = try await company()
    let path = "/teams/\(places.team)/channels"
    func make(_ name: String, _ members: Document = []) async throws -> Reply {
      try await test.graph(
        .post, path,
        body: [
          "displayName": .string(name), "membershipType": "private", "members": members,
        ])
    }
    let guests = try await test.walk("/users?$filter=userType%20eq%20'Guest'")
    let guest = try #require(guests.first?["id"]?.string)
    #expect(try await make("With guest", [places.bind(guest, roles: ["owner"])]).status == 502)
    var made = 0
    while try await make("Number \(made)").status == 201 { made += 1 }
    let closed = try await test.walk(path).filter { $0["membershipType"] == "private" }
    #expect(closed.count == 30 && made > 20)
    let refused = try await make("One more")
    #expect(refused.status == 403)
    #expect(refused.message == "This team has exceeded the Max allowed channels")
  }

  @Test func `access is told by id or name, and takes private channels into account`()
    async throws
  {
    let (test, places) = try await company()
    let path = "/teams/\(places.team)/channels/\(places.privateChannel)/doesUserHaveAccess"
    let arguments = [
      "(userId='\(places.other)',tenantId='\(places.tenantID)')": true,
      "(userId='\(places.insider)')": false,
      "(tenantId='\(places.tenantID)',userPrincipalName='megan@contoso.com')": true,
    ]
    for (text, hasAccess) in arguments {
      let reply = try await test.graph(.get, path + text)
      #expect(reply.document["value"] == .bool(hasAccess), "\(text): \(reply)")
    }
    #expect(try await test.graph(.get, path).status == 400)
  }

  @Test func `a bulk change says for each member how it went`() async throws {
    let (test, places) = try await company()
    let path = "/teams/\(places.team)/members"
    let removed = try await test.graph(
      .post, path + "/remove",
      body: ["values": [places.bind(places.other), places.bind(places.stranger), nil]])
    #expect(removed.status == 200)
    #expect(removed.values.map { $0["userId"]?.string } == [places.other, places.stranger, nil])
    #expect(removed.values.map { $0["error"]?["code"]?.string } == [nil, "NotFound", "BadRequest"])
    let channel = "/teams/\(places.team)/channels/\(places.privateChannel)/members"
    let left = try await test.walk(channel).map { $0["userId"]?.string }
    #expect(!left.contains(places.other))
    let none = try await test.graph(.post, path + "/remove", body: ["values": []])
    #expect(none.status == 400)
  }

  @Test(arguments: ["users(userPrincipalName='megan@contoso.com')", "Users('megan@contoso.com')"])
  func `a person is found by every form of the key`(_ form: String) async throws {
    let test = try await Shared.tenant.value
    let reply = try await test.graph(.get, "/" + form)
    #expect(reply.document["id"]?.string == (try await Shared.places.value).me)
    #expect(try await test.graph(.get, "/\(form)/joinedTeams").status == 200)
  }
}
