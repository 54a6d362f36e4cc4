import CommandKit
import Documents
import Records
import TestSupport
import Testing

/// Channels in which incidents are mirrored: made, told, changed, and deleted.
struct MirrorTests {
  /// A session of the administrator's in the home with incidents.
  private static func session(
    _ tenant: SimulatedTenant, _ further: [String] = []
  ) async throws -> TestSession {
    let session = try tenant.session(home: try await tenant.incidentHome(further))
    try await tenant.signIn(session)
    tenant.transport.forget()
    return session
  }

  /// The newest message of a channel, as HTML.
  private static func newest(_ channel: String, _ session: TestSession) async throws -> String {
    try await session.result(
      of: "message list --channel 'Contoso IT/\(channel)' --limit 1 --jq '.body.content'")
  }

  @Test(.tenant) func `a channel is made once, announced, and told what is noted`() async throws {
    let tenant = try SimulatedTenant.here()
    let session = try await Self.session(tenant)
    let made = try await session.result(of: "incident mirror 2 --team 'Contoso IT'")
    #expect(made == "Incident 2 is mirrored in Contoso IT/incident-2.\n")
    #expect(tenant.transport.writes.map { $0.prefix(12) } == ["POST /teams/"])
    #expect(tenant.transport.connectorRequests.filter { $0.hasSuffix("/activities") }.count == 1)
    #expect(try await Self.newest("incident-2", session).contains("Phones are silent"))
    let about = try await session.result(
      of: "channel show 'Contoso IT/incident-2' --jq .description")
    #expect(about.contains("Channel to mirror incident 2"))

    tenant.transport.forget()
    let changed = try await session.result(
      of: "incident mirror 2 --type chat --direction to-teams --keep-channel --team 'Contoso IT'")
    #expect(changed == "Changed how incident 2 is mirrored in Contoso IT/incident-2.\n")
    #expect(tenant.transport.graphRequests.isEmpty)
    #expect(tenant.transport.connectorRequests.isEmpty)

    _ = try await session.result(of: "incident note 2 'The **switch** is dead.'")
    #expect(try await Self.newest("incident-2", session).contains("<strong>switch</strong>"))
    tenant.transport.forget()
    _ = try await session.result(of: "incident update 2 --severity low")
    #expect(tenant.transport.connectorRequests.isEmpty)
  }

  @Test(.tenant) func `changes are told where all is mirrored`() async throws {
    let session = try await Self.session(try SimulatedTenant.here())
    _ = try await session.result(of: "incident update 1 --severity critical --owner '<b>Lee</b>'")
    let told = try await Self.newest("Helpdesk", session)
    #expect(told.contains("severity is Critical, owner is &lt;b&gt;Lee&lt;/b&gt;"), "\(told)")
  }

  @Test(.tenant) func `what has been through a mirror goes nowhere`() async throws {
    let tenant = try SimulatedTenant.here()
    let session = try await Self.session(tenant)
    _ = try await session.result(of: "incident note 1 \"Adele: x\n\n**From Microsoft Teams**\"")
    #expect(tenant.transport.connectorRequests.isEmpty)
  }

  @Test(.tenant) func `a dry run shows the channel and the announcement, and keeps nothing`()
    async throws
  {
    let tenant = try SimulatedTenant.here()
    let session = try await Self.session(tenant)
    let shown = try await session.result(of: "incident mirror 2 --dry-run")
    let lines = shown.split(separator: "\n")
    #expect(lines.count == 2, "\(shown)")
    #expect(lines.first?.contains("(as person)") == true)
    #expect(lines.last?.hasPrefix("POST /v3/conversations/{new id}/activities") == true)
    #expect(tenant.transport.writes.isEmpty)
    #expect(try session.workspace.incidents().mirrors(of: 2).isEmpty)
  }

  @Test(.tenant) func `a private channel is refused, and no channel is made`() async throws {
    let tenant = try SimulatedTenant.here()
    let session = try await Self.session(tenant)
    _ = try await session.result(
      of: "channel create Secrets --kind private --owner @me --team 'Contoso IT'")
    tenant.transport.forget()
    #expect(await session.run("incident mirror 2 --channel Secrets") == .usage)
    #expect(session.errors.text.contains("lets no bot speak"))
    #expect(tenant.transport.writes.isEmpty)
    #expect(await session.run("incident mirror 3") == .usage)
    #expect(await session.run("incident mirror 1 --channel General") == .usage)
  }

  @Test(.tenant) func `where the bot is not in the team the channel stays, and is announced later`()
    async throws
  {
    let session = try await Self.session(try SimulatedTenant.here())
    #expect(await session.run("incident mirror 2 --team R/D") == .partly)
    #expect(session.errors.text.contains("The bot could not announce itself."))
    #expect(try session.workspace.incidents().mirrors(of: 2).map(\.isAnnounced) == [false])
    _ = try await session.result(of: "app add 'Contoso Bot' --team R/D")
    let again = try await session.result(of: "incident mirror 2 --team R/D")
    #expect(again.hasPrefix("Changed how incident 2 is mirrored"))
    #expect(try session.workspace.incidents().mirrors(of: 2).map(\.isAnnounced) == [true])
  }

  @Test(.tenant) func `closing names the channel in its question, and deletes it`() async throws {
    let tenant = try SimulatedTenant.here()
    let questioner = ScriptedQuestioner(["y"])
    let home = try await tenant.incidentHome()
    let session = try tenant.session(questioner: questioner, home: home) { $0.isInteractive = true }
    try await tenant.signIn(session)
    tenant.transport.forget()
    #expect(await session.run("incident close 1 --reason Renewed") == .done)
    #expect(
      questioner.asked == [
        "Close incident 1, Mail is down, and delete the channel Helpdesk of Contoso IT? [y/N] "
      ])
    #expect(tenant.transport.writes.map { $0.prefix(14) } == ["DELETE /teams/"])
    #expect(try session.workspace.incidents().mirrors().isEmpty)
    #expect(await session.run("channel show 'Contoso IT/Helpdesk'") == .notFound)
    #expect(try await Self.newest("General", session).contains("Incident 1 was closed"))
  }

  @Test(.tenant) func `a channel that cannot be deleted is said, and the incident is closed`()
    async throws
  {
    let tenant = try SimulatedTenant.here()
    let session = try tenant.session(home: try await tenant.incidentHome())
    try session.signIn(
      try await tenant.token(ofPersonWith: ["Team.ReadBasic.All", "Channel.ReadBasic.All"]))
    #expect(await session.run("incident close 1 --yes") == .partly)
    #expect(session.errors.text.contains("Contoso IT/Helpdesk"))
    let store = try session.workspace.incidents()
    #expect(try store.incident(1)?.isClosed == true)
    #expect(try store.mirrors(of: 1).count == 1)
  }

  @Test(.tenant) func `a channel that somebody deleted is no obstacle`() async throws {
    let tenant = try SimulatedTenant.here()
    let session = try await Self.session(tenant)
    let mirror = try #require(try session.workspace.incidents().mirrors(of: 1).first)
    _ = try await session.result(
      of: "graph delete /teams/\(mirror.teamID)/channels/\(mirror.channelID) --yes")
    _ = try await session.result(of: "incident unmirror 1 --yes")
    #expect(try session.workspace.incidents().mirrors().isEmpty)
    #expect(await session.run("incident unmirror 1 --yes") == .notFound)
  }

  @Test(.tenant, arguments: [("high", true), ("low", false), ("critical", true)])
  func `the notifications channel hears of what is severe enough`(
    severity: String, isTold: Bool
  ) async throws {
    let tenant = try SimulatedTenant.here()
    let session = try await Self.session(tenant, ["severity-threshold: High"])
    _ = try await session.result(of: "incident create 'Odd <sign-ins>' --severity \(severity)")
    #expect(!tenant.transport.connectorRequests.isEmpty == isTold)
    if isTold {
      #expect(
        try await Self.newest("General", session)
          .contains("Incident 4 was opened: Odd &lt;sign-ins&gt;"))
    }
  }
}
