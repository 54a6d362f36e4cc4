import CommandKit
import Commands
import TestSupport
import Testing

struct PermissionNameTests {
  @Test(arguments: [
    ("Team.ReadBasic.All", "Team.ReadBasic.All", true),
    ("TeamMember.ReadWrite.All", "TeamMember.Read.All", true),
    ("TeamMember.Read.All", "TeamMember.ReadWrite.All", false),
    ("Chat.Read", "Chat.ReadBasic", true), ("Chat.ReadWrite", "Chat.Read", true),
    ("Chat.Read", "Chat.Read.All", false), ("Chat.Read.All", "Chat.Read", true),
    ("Channel.Create", "Channel.Delete.All", false), ("User.Read.All", "User.ReadBasic.All", true),
    ("ChatMember.ReadWrite", "Chat.ReadBasic", false),
  ])
  func `a permission covers what its name says`(held: String, needed: String, covers: Bool) throws {
    let holder = try #require(PermissionName(held))
    #expect(holder.covers(try #require(PermissionName(needed))) == covers)
    #expect(PermissionName.missing([needed], from: [held]) == (covers ? [] : [needed]))
  }

  @Test(.tenant) func `a first sign-in asks for nothing that only an admin may grant`() async throws
  {
    let tenant = try SimulatedTenant.here()
    let session = try tenant.session()
    try await tenant.signIn(
      session, scopes: session.workspace.catalog.firstScopes, as: "adele@contoso.com")
    #expect(try await session.result(of: "team list --joined -o ids").isEmpty == false)
    #expect(try await session.result(of: "chat list -o ids").isEmpty == false)
  }
}
