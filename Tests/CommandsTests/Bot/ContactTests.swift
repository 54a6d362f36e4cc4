import CommandKit
import Documents
import Foundation
import Records
import Simulator
import TestSupport
import Testing

@testable import Commands

/// What the bot remembers of those whom it reaches, and when that gives way.
struct ContactTests {
  private static let adele = "adele@contoso.com"

  private static func session(_ tenant: SimulatedTenant) async throws -> TestSession {
    let session = try tenant.session(home: tenant.botHome())
    try await tenant.signIn(session)
    return session
  }

  /// What the connector was asked since the last time, by method and the last part of the path.
  private static func requests(_ tenant: SimulatedTenant) -> [String] {
    defer { tenant.transport.forget() }
    return tenant.transport.connectorRequests.map { request in
      let path = request.prefix { $0 != "?" }
      let method = request.prefix { $0 != " " }
      return "\(method) \(path.split(separator: "/").last ?? "")"
    }
  }

  private static func person(_ session: TestSession) async throws -> String {
    try await session.result(of: "user show @adele -o ids").trimmingCharacters(in: .newlines)
  }

  @Test(.tenant) func `a conversation is made once, for other prompts of this home too`()
    async throws
  {
    let tenant = try SimulatedTenant.here()
    let session = try await Self.session(tenant)
    _ = try await session.result(of: "notify one --to @adele")
    #expect(Self.requests(tenant) == ["POST conversations", "POST activities"])
    _ = try await session.result(of: "notify two --to @adele")
    #expect(Self.requests(tenant) == ["POST activities"])
    let other = try tenant.session(home: session.home)
    try await tenant.signIn(other)
    _ = try await other.result(of: "notify person @adele three")
    #expect(Self.requests(tenant) == ["POST activities"])
  }

  @Test(.tenant) func `a dry run keeps nothing that is not there`() async throws {
    let tenant = try SimulatedTenant.here()
    let session = try await Self.session(tenant)
    _ = try await session.result(of: "notify one --to @adele --dry-run")
    let person = try await Self.person(session)
    #expect(try session.workspace.contacts().conversation(with: person) == nil)
    #expect(Self.requests(tenant).isEmpty)
  }

  @Test(.tenant) func `a conversation that is gone is made anew, once`() async throws {
    let tenant = try SimulatedTenant.here()
    let session = try await Self.session(tenant)
    let person = try await Self.person(session)
    let contacts = try session.workspace.contacts()
    try contacts.keep(conversation: "a:gone", with: person)
    _ = try await session.result(of: "notify hello --to @adele")
    #expect(
      Self.requests(tenant) == ["POST activities", "POST conversations", "POST activities"])
    #expect(try contacts.conversation(with: person)?.hasPrefix("a:1") == true)
  }

  @Test(.tenant) func `a name that the remembered roster does not tell is looked for once more`()
    async throws
  {
    let tenant = try SimulatedTenant.here()
    let session = try await Self.session(tenant)
    _ = try await session.result(of: "notify '@Megan Bowen; one' --channel 'Contoso IT/General'")
    #expect(Self.requests(tenant) == ["GET pagedmembers", "POST activities"])
    _ = try await session.result(of: "notify '@Megan Bowen; two' --channel 'Contoso IT/General'")
    #expect(Self.requests(tenant) == ["POST activities"])
    #expect(
      await session.run("notify '@Nobody; three' --channel 'Contoso IT/General'") == .notFound)
    #expect(Self.requests(tenant) == ["GET pagedmembers"])
  }

  @Test(.tenant) func `a roster that is refused is not remembered`() async throws {
    let tenant = try SimulatedTenant.here()
    let session = try await Self.session(tenant)
    let contacts = try session.workspace.contacts()
    let gone = "19:gone@thread.tacv2"
    try contacts.keep(roster: [["id": "29:a", "name": "A"]], of: gone, in: nil, at: .now)
    #expect(await session.run("notify update \(gone)/1 '@B; hello'") == .notFound)
    #expect(try contacts.roster(of: gone) == nil)
    #expect(session.errors.text.contains("The bot has no such conversation."))
  }

  @Test(.tenant) func `what the connector calls a tenant is learnt where the profile names none`()
    async throws
  {
    let tenant = try SimulatedTenant.here()
    let home = try tenant.botHome()
    let session = try tenant.session(home: home) { $0.environment["TEAMSH_TENANT"] = "" }
    let workspace = session.workspace
    #expect(workspace.botTenantID == nil)
    try workspace.contacts().learn(
      KnownSite(
        tenantID: tenant.address.tenantID, serviceURL: tenant.address.bot, botName: "Contoso Bot"),
      at: .now)
    #expect(workspace.botTenantID == tenant.address.tenantID)
    #expect(workspace.botName == "Contoso Bot")
  }

  @Test func `a cloud whose connector is not published is reached where activities said`() throws {
    let home = try TemporaryHome()
    _ = try home.write(
      "default: gov\nprofiles:\n  gov:\n    bot-id: b\n    cloud: usgov\n", to: "config.yaml")
    let workspace = try TestSession(home: home).workspace
    #expect(workspace.connectorRoot == nil)
    try workspace.contacts().learn(
      KnownSite(tenantID: "t", serviceURL: "https://smba.example/gov", botName: nil), at: .now)
    #expect(workspace.connectorRoot?.absoluteString == "https://smba.example/gov")
  }
}
