import CommandKit
import Identity
import TestSupport
import Testing

/// Meetings by their names: found as everything else is.
struct MeetingReferenceTests {
  private static let scopes = ["OnlineMeetings.ReadWrite", "User.Read"]

  private static func session(_ scopes: [String]) async throws -> (SimulatedTenant, TestSession) {
    let tenant = try SimulatedTenant.here()
    let session = try tenant.session()
    try session.signIn(try await tenant.token(ofPersonWith: scopes))
    tenant.transport.forget()
    return (tenant, session)
  }

  @Test(.tenant) func `a script deletes no meeting whose name it only nearly knows`() async throws {
    let (tenant, session) = try await Self.session(Self.scopes + ["Chat.ReadBasic"])
    #expect(await session.run("meeting delete 'weekly it sync' --yes") == .usage)
    #expect(session.errors.text.contains("Weekly IT sync"))
    #expect(tenant.transport.writes.isEmpty)
    let shown = try await session.result(of: "meeting show 'weekly it sync' --jq .subject")
    #expect(shown == "Weekly IT sync\n")
    _ = try await session.result(of: "meeting delete 'Weekly IT sync' --yes")
    #expect(tenant.transport.writes.count == 1)
  }

  @Test(.tenant) func `what looking one up lacks is said before it is tried`() async throws {
    let (_, session) = try await Self.session(Self.scopes)
    #expect(await session.run("meeting show 'Weekly IT sync'") == .permission)
    #expect(
      session.errors.text.contains(
        "Looking up a meeting needs Chat.ReadBasic, which this sign-in does not show."))
  }

  @Test(.tenant) func `a meeting by its number needs no chats`() async throws {
    let (_, session) = try await Self.session(Self.scopes)
    #expect(await session.run("meeting show '123 456 789 000'") == .notFound)
    #expect(!session.errors.text.contains("Chat.ReadBasic"))
  }
}
