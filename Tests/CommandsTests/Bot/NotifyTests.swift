import CommandKit
import Documents
import Simulator
import TestSupport
import Testing

/// What the bot says in channels and to people, and what it does not.
struct NotifyTests {
  /// A session with the administrator and the bot's profile.
  private static func session(_ tenant: SimulatedTenant) async throws -> TestSession {
    let session = try tenant.session(home: tenant.botHome())
    try await tenant.signIn(session)
    return session
  }

  @Test(.tenant) func `what the bot tells a channel stands there, with its mention`() async throws {
    let session = try await Self.session(try SimulatedTenant.here())
    let sent = try await session.result(
      of: "notify '@Megan Bowen; **look**' --channel 'Contoso IT/General' -o json")
    #expect(!sent.isEmpty)
    let last = try await session.result(
      of: "message list --channel 'Contoso IT/General' --limit 1 -o json")
    let message = try #require(try JSON(parsing: last).array?.first)
    #expect(message.value(at: "from.application.displayName")?.string == "Contoso Bot")
    #expect(message["mentions"]?.array?.count == 1)
    #expect(message.value(at: "body.content")?.string?.contains("<strong>look</strong>") == true)
  }

  @Test(.tenant) func `a person is told once the conversation is there, and only once`()
    async throws
  {
    let tenant = try SimulatedTenant.here()
    let session = try await Self.session(tenant)
    _ = try await session.result(of: "notify 'Approved.' --to @adele")
    let sent = tenant.transport.connectorRequests
    #expect(
      sent.count == 2 && sent.allSatisfy { $0.hasPrefix("POST /v3/conversations") }, "\(sent)")
  }

  @Test(.tenant) func `nobody who bears the name means that nothing is sent`() async throws {
    let tenant = try SimulatedTenant.here()
    let session = try await Self.session(tenant)
    await #expect(throws: (any Error).self) {
      try await session.result(of: "notify '@Nobody Here; hello' --channel 'Contoso IT/General'")
    }
    #expect(!tenant.transport.connectorRequests.contains { $0.contains("/activities") })
  }

  @Test(.tenant) func `without a bot the profile's missing key is named, and nothing is sent`()
    async throws
  {
    let tenant = try SimulatedTenant.here()
    let session = try tenant.session()
    try await tenant.signIn(session)
    #expect(await session.run("notify hello --channel 'Contoso IT/General'") == .signIn)
    #expect(session.errors.text.contains("No bot is named."))
    #expect(tenant.transport.connectorRequests.isEmpty)
  }

  @Test(.tenant) func `a bot of one tenant is found where that of several is not known`()
    async throws
  {
    try await SimulatedTenant.serve({ $0.isBotSingleTenant = true }) { tenant in
      let session = try await Self.session(tenant)
      #expect(try await session.result(of: "login --bot").contains("(bot)"))
      #expect(try await session.result(of: "whoami -o csv").contains("megan@contoso.com"))
    }
  }

  @Test(.tenant) func `a word that may be a verb is not sent as a text`() async throws {
    let session = try await Self.session(try SimulatedTenant.here())
    #expect(await session.run("notify sned --channel 'Contoso IT/General'") == .usage)
    #expect(session.errors.text.contains("Did you mean “notify send”?"), "\(session.errors.text)")
  }
}
