import CommandKit
import Records
import Simulator
import TestSupport
import Testing

/// Questions that are not asked, and what is said then.
struct AskRefusalTests {
  private static func session(
    _ tenant: SimulatedTenant, input: String = ""
  ) async throws -> TestSession {
    let session = try tenant.session(home: tenant.botHome()) { $0.input = input }
    try await tenant.signIn(session)
    return session
  }

  @Test(.tenant) func `where no endpoint runs it is said before anybody waits`() async throws {
    let session = try await Self.session(try SimulatedTenant.here())
    #expect(await session.run("ask 'Deploy now?' --to @adele --timeout 0") == .failed)
    #expect(
      session.errors.text.hasPrefix(
        "No endpoint runs here, and answers only arrive while one does. Type: bot listen\n"))
    let before = session.errors.text
    _ = try await session.result(of: "ask 'Deploy now?' --to @adele --no-wait")
    #expect(session.errors.text == before)
  }

  @Test(
    .tenant,
    arguments: [
      ("ask hello --to @adele --free --option Yes", "Only one of --option, --free and --card."),
      ("ask hello --to @adele --team 'Contoso IT'", "--to does not go with"),
      ("ask --to @adele", "What the bot says needs a text or a card."),
      ("ask '  ' --to @adele", "What the bot says needs a text or a card."),
      ("ask hello --to @adele --timeout soon", "soon"),
      ("ask - --to @adele", "Standard input is empty."),
    ])
  func `a question that is none is refused before any request`(
    line: String, words: String
  ) async throws {
    let tenant = try SimulatedTenant.here()
    let session = try await Self.session(tenant)
    #expect(await session.run(line) == .usage)
    #expect(session.errors.text.contains(words), "\(session.errors.text)")
    #expect(tenant.transport.connectorRequests.isEmpty)
    #expect(try session.workspace.incidents().questions().isEmpty)
  }

  @Test(.tenant) func `a card that nobody could answer is refused`() async throws {
    let tenant = try SimulatedTenant.here()
    let session = try await Self.session(
      tenant,
      input: #"{"type": "AdaptiveCard", "version": "1.4", "body": [], "actions": []}"#)
    #expect(await session.run("ask --card - --to @adele") == .usage)
    #expect(session.errors.text.contains("It has no button that sends an answer."))
    #expect(tenant.transport.connectorRequests.isEmpty)
  }

  @Test(.tenant) func `a question that the connector refuses is forgotten`() async throws {
    let session = try await Self.session(
      try SimulatedTenant.here(), input: String(repeating: "why ", count: 8000))
    #expect(await session.run("ask - --to @adele --no-wait") != .done)
    #expect(try session.workspace.incidents().questions().isEmpty)
  }

  @Test(.tenant) func `a dry run shows the card, and keeps nothing`() async throws {
    let tenant = try SimulatedTenant.here()
    let session = try await Self.session(tenant)
    let shown = try await session.result(of: "ask 'Deploy now?' --to @adele --dry-run")
    #expect(shown.contains(#""title":"Yes""#) && shown.contains(#""entitlement":"{new id}""#))
    #expect(tenant.transport.connectorRequests.isEmpty)
    #expect(try session.workspace.incidents().questions().isEmpty)
  }

  @Test(.tenant) func `an id that no question has, or several, is refused`() async throws {
    let session = try await Self.session(try SimulatedTenant.here())
    #expect(await session.run("ask show 12") == .notFound)
    #expect(await session.run("ask wait ''") == .notFound)
    for id in ["abc-1", "abc-2"] {
      _ = try await session.result(of: "ask hello --to @adele --no-wait --id \(id)")
    }
    #expect(await session.run("ask show abc") == .usage)
    #expect(session.errors.text.contains("abc-2"))
    #expect(try await session.result(of: "ask show ABC-2 -o ids") == "abc-2\n")
  }
}
