import HTTPTypes
import Testing

@testable import Simulator

/// Things that have several addresses.
struct AliasTests {
  @Test(arguments: [
    ("/groups/{team}/team/channels", "/teams/{team}/channels"),
    ("/groups('{team}')/team/members", "/teams/{team}/members"),
    (
      "/groups/{team}/team/channels/{channel}/messages?$top=2",
      "/teams/{team}/channels/{channel}/messages?$top=2"
    ),
    ("/groups/{team}/team/primaryChannel", "/teams/{team}/primaryChannel"),
    ("/me/chats/{chat}", "/chats/{chat}"), ("/me/chats/{chat}/members", "/chats/{chat}/members"),
    ("/users/{me}/chats/{chat}/messages?$top=2", "/chats/{chat}/messages?$top=2"),
    (
      "/users/megan@contoso.com/chats/{chat}/messages/{chatMessage}",
      "/chats/{chat}/messages/{chatMessage}"
    ),
    ("/me/oauth2PermissionGrants", "/users/{me}/oauth2PermissionGrants"),
  ])
  func `another name answers the same`(_ alias: String, _ name: String) async throws {
    let test = try await Shared.tenant.value
    let other = try await test.graph(.get, try await filled(alias))
    let usual = try await test.graph(.get, try await filled(name))
    #expect(other.status == 200, "\(other)")
    #expect(other.document["id"] == usual.document["id"])
    #expect(ids(other) == ids(usual))
  }

  private func filled(_ template: String) async throws -> String {
    let places = try await Shared.places.value
    return template.replacing("{team}", with: places.team)
      .replacing("{channel}", with: places.general.percentEncoded)
      .replacing("{chatMessage}", with: String(places.chatMessage))
      .replacing("{chat}", with: places.chat.percentEncoded).replacing("{me}", with: places.me)
  }

  private func ids(_ reply: Reply) -> [String?] { reply.values.map { $0["id"]?.string } }

  @Test func `a write by another name is the same write`() async throws {
    let test = try await TestTenant()
    let places = try await Places(test)
    let made = try await test.graph(
      .post, "/groups/\(places.team)/team/channels", body: ["displayName": "By the group"])
    let id = try #require(made.document["id"]?.string, "\(made)")
    #expect(try await test.graph(.get, "/teams/\(places.team)/channels/\(id)").status == 200)
    let changed = try await test.graph(
      .patch, "/groups/\(places.team)/team", body: ["description": "changed"])
    #expect((200..<300).contains(changed.status), "\(changed)")
  }

  @Test func `another name opens nothing that the first one does not`() async throws {
    let test = try await Shared.tenant.value
    let places = try await Shared.places.value
    let weak = TestTenant.Speaker.person("megan@contoso.com", scopes: ["User.Read"])
    let team = try await test.graph(.get, "/groups/\(places.team)/team/channels", as: weak)
    #expect(team.status == 403 && team.message?.hasPrefix("Missing scope") == true)
    let chat = try await test.graph(.get, "/me/chats/\(places.chat)/messages", as: weak)
    #expect(chat.status == 403)
    let stranger = TestTenant.Speaker.person(places.other, scopes: TestTenant.allScopes)
    let path = "/users/\(places.me)/chats/\(places.chat)/messages"
    #expect(try await test.graph(.get, path, as: stranger).status == 403)
    let app = try await test.graph(.get, "/me/chats", as: .app(roles: TestTenant.allRoles))
    #expect(app.status == 400)
  }

  @Test(arguments: [
    ("/chats/getAllMessages", 404, "NotFound"), ("/teams/getAllMessages", 404, "UnknownError"),
    ("/appCatalogs", 404, "NotFound"), ("/admin/teams/policy", 400, "BadRequest"),
    ("/admin/serviceAnnouncement", 404, "UnknownError"),
    ("/groups/{team}/team/nosuch", 404, "NotFound"),
    ("/me/nosuch", 400, "BadRequest"),
  ])
  func `what is described and not offered is refused`(
    _ path: String, _ status: Int, _ code: String
  ) async throws {
    let test = try await Shared.tenant.value
    let reply = try await test.graph(.get, try await filled(path))
    #expect(reply.status == status && reply.code == code, "\(reply)")
  }
}
