import CommandKit
import Documents
import Foundation
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

  @Test(.tenant) func `who has nothing to say is led to the help of notify`() async throws {
    let session = try await Self.session(try SimulatedTenant.here())
    #expect(await session.run("notify ''") == .usage)
    #expect(session.errors.text.contains("See: help notify"), "\(session.errors.text)")
  }

  @Test func `an endpoint of no bot is refused in the same words`() async throws {
    let session = try TestSession()
    #expect(await session.run("bot listen") == .signIn)
    #expect(session.errors.text.contains("No bot is named."), "\(session.errors.text)")
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

  @Test(.tenant) func `a reply is the person's, with Graph's mentions, and no bot is needed`()
    async throws
  {
    let tenant = try SimulatedTenant.here()
    let session = try tenant.session()
    try await tenant.signIn(session)
    let sent = try await session.result(
      of: """
        use 'Contoso IT/General'; message list --limit 1
        notify send '**Done**, @Megan Bowen; see https://a.example/external/form' --reply %1 -o json
        message show $last -o json
        """)
    let message = try JSON(parsing: Self.lastObject(sent))
    #expect(message.value(at: "from.user.displayName")?.string == "Megan Bowen")
    #expect(message["mentions"]?.array?.count == 1)
    let html = message.value(at: "body.content")?.string ?? ""
    #expect(html.contains("<strong>Done</strong>"))
    #expect(html.contains("<at id=\"0\">Megan Bowen</at>"))
    #expect(html.contains(">Microsoft Teams Form</a>"), "\(html)")
    #expect(message["replyToId"]?.string?.isEmpty == false)
    #expect(tenant.transport.connectorRequests.isEmpty)
  }

  @Test(.tenant) func `what the bot said is replied to by the name that it got`() async throws {
    let tenant = try SimulatedTenant.here()
    let session = try await Self.session(tenant)
    _ = try await session.result(
      of: """
        notify 'Backup failed' --channel 'Contoso IT/General'
        notify 'I see to it' --reply $last --channel 'Contoso IT/General'
        """)
    #expect(
      tenant.transport.writes.last.map { $0.hasSuffix("/replies") } == true,
      "\(tenant.transport.writes)")
  }

  @Test(.tenant) func `a card can be a reply`() async throws {
    let session = try await Self.session(try SimulatedTenant.here())
    let card = try session.home.write(
      #"{"type": "AdaptiveCard", "version": "1.4", "body": []}"#, to: "card.json")
    let sent = try await session.result(
      of: """
        use 'Contoso IT/General'; message list --limit 1
        notify --card '\(card)' --reply %1 -o json; message show $last -o json
        """)
    let message = try JSON(parsing: Self.lastObject(sent))
    #expect(
      message.value(at: "attachments")?.array?.first?["contentType"]?.string
        == "application/vnd.microsoft.card.adaptive")
  }

  /// The last of several objects, each printed by itself.
  private static func lastObject(_ text: String) -> String {
    guard let start = text.range(of: "\n{", options: .backwards) else { return text }
    return String(text[text.index(after: start.lowerBound)...])
  }

  @Test(.tenant) func `a word that may be a verb is not sent as a text`() async throws {
    let session = try await Self.session(try SimulatedTenant.here())
    #expect(await session.run("notify sned --channel 'Contoso IT/General'") == .usage)
    #expect(session.errors.text.contains("Did you mean “notify send”?"), "\(session.errors.text)")
  }
}
