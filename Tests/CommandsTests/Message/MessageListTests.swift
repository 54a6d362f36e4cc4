import CommandKit
import Documents
import TestSupport
import Testing

/// Lists of messages by time, order and conversation, in channels and chats.
struct MessageListTests {
  private static func signedIn() async throws -> (SimulatedTenant, TestSession) {
    let tenant = try SimulatedTenant.here()
    let session = try tenant.session()
    try await tenant.signIn(session)
    _ = try await session.result(
      of: """
        use 'Contoso IT/Helpdesk'; message send First; first=$last; message send Second; \
        second=$last; message reply $first Answer; answer=$last; message reply $first Further
        """)
    tenant.transport.forget()
    return (tenant, session)
  }

  private static func bodies(_ line: String, _ session: TestSession) async throws -> [Substring] {
    try await session.result(of: "\(line) --jq .body.content").split(separator: "\n")
  }

  @Test(
    .tenant,
    arguments: [
      "--since 1h", "--order created", "--order modified", "--since 1h --order modified",
      "--since 1h --until 1h", "--until 1h",
    ])
  func `a row is the message as Graph lists it, whatever it was chosen by`(options: String)
    async throws
  {
    let (_, session) = try await Self.signedIn()
    let plain = try await session.result(of: "message list --all -o ndjson")
    let lines = Set(plain.split(separator: "\n"))
    let chosen = try await session.result(of: "message list \(options) --limit 20 -o ndjson")
    #expect(chosen.split(separator: "\n").allSatisfy(lines.contains))
    #expect(options.hasSuffix("--until 1h") || chosen.contains("Second"))
    #expect(!chosen.contains("Further"))
  }

  @Test(.tenant) func `a channel lists what begins a conversation, by the time that is asked for`()
    async throws
  {
    let (_, session) = try await Self.signedIn()
    #expect(try await Self.bodies("message list --since 1h", session) == ["First", "Second"])
    #expect(
      try await Self.bodies("message list --since 1h --order created", session)
        == ["Second", "First"])
    _ = try await session.result(of: "message update $first Changed")
    #expect(
      try await Self.bodies("message list --since 1h --order modified", session)
        == ["Changed", "Second"])
  }

  @Test(
    .tenant,
    arguments: [
      ("", ["Further", "Answer"]), ("--order created", ["Further", "Answer"]),
      ("--order created --limit 1", ["Further"]), ("--since 1h", ["Further", "Answer"]),
      ("--until 1h", []), ("--since 1h --order modified", ["Again", "Further"]),
    ])
  func `replies are chosen and sorted as messages are`(options: String, bodies: [Substring])
    async throws
  {
    let (_, session) = try await Self.signedIn()
    if bodies.contains("Again") { _ = try await session.result(of: "message update $answer Again") }
    #expect(try await Self.bodies("message list --replies $first \(options)", session) == bodies)
  }

  @Test(.tenant) func `a reply's number leads to its conversation wherever it is looked for`()
    async throws
  {
    let (_, session) = try await Self.signedIn()
    let id = try await session.result(of: "message show $first --jq .id").filter(\.isNumber)
    _ = try await session.result(of: "use /")
    let line = "message list --replies \(id) --channel 'Contoso IT/Helpdesk'"
    #expect(try await Self.bodies(line, session) == ["Further", "Answer"])
    #expect(try await Self.bodies("message list --replies $answer", session).count == 2)
  }

  @Test(.tenant) func `a chat has no replies, and says so before any request`() async throws {
    let (tenant, session) = try await Self.signedIn()
    _ = try await session.result(of: "use 'Project X'; message list --limit 1")
    tenant.transport.forget()
    #expect(await session.run("message list --replies %1") == .usage)
    #expect(session.errors.text.contains("Chats have no replies"))
    #expect(tenant.transport.graphRequests.isEmpty)
  }
}
