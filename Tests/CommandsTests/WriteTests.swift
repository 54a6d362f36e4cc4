import CommandKit
import Commands
import Documents
import Output
import Records
import TestSupport
import Testing

/// What keeps a write from happening by accident.
struct WriteTests {
  /// The examples of the commands with some effect.
  private static func lines(_ effects: Effect...) -> [String] {
    Catalog.teamsh.entries.filter { effects.contains($0.type.effect) }
      .flatMap { $0.type.examples.map(\.line) }
  }

  /// A line with the option behind it, where it is not there.
  private static func with(_ option: String, _ line: String) -> String {
    line.contains(option) ? line : "\(line) \(option)"
  }

  @Test(.tenant, arguments: lines(.changes, .removes))
  func `a dry run shows the write and sends none`(line: String) async throws {
    let tenant = try SimulatedTenant.here()
    let home = try await tenant.home(for: line)
    let session = try tenant.session(home: home)
    try await tenant.signIn(session, for: line)
    let shown = try await session.result(of: Self.with("--dry-run", line))
    let pattern = try Regex("(?m)^(POST|PUT|PATCH|DELETE) /.*\\(as (person|app|bot)\\)$")
    #expect(shown.contains(pattern), "\(shown)")
    #expect(tenant.transport.writes == [])
    #expect(try session.workspace.journal.entries().isEmpty)
  }

  @Test(.tenant, arguments: lines(.changes, .removes).filter { !$0.contains("--dry-run") })
  func `a read-only session refuses the write`(line: String) async throws {
    let tenant = try SimulatedTenant.here()
    let home = try await tenant.home(for: line)
    let session = try tenant.session(home: home) { $0.options.isReadOnly = true }
    try await tenant.signIn(session)
    #expect(await session.run(line) == .permission)
    #expect(session.errors.text.contains("read-only"))
    #expect(tenant.transport.writes == [])
  }

  @Test(.tenant, arguments: lines(.removes))
  func `a removal that is not confirmed writes nothing`(line: String) async throws {
    let tenant = try SimulatedTenant.here()
    let questioner = ScriptedQuestioner(["n"])
    let home = try await tenant.home(for: line)
    let session = try tenant.session(questioner: questioner, home: home) {
      $0.isInteractive = true
    }
    try await tenant.signIn(session)
    let asking = line.replacing(" --yes", with: "").replacing(" --dry-run", with: "")
    #expect(await session.run(asking) == .failed)
    #expect(questioner.asked.count == 1)
    #expect(questioner.asked.first?.hasSuffix("? [y/N] ") == true)
    #expect(tenant.transport.writes == [])
    #expect(try session.workspace.journal.entries().isEmpty)
  }

  @Test(arguments: lines(.removes))
  func `where nobody can answer, a removal is refused before any request`(line: String) async throws
  {
    let session = try TestSession()
    try session.signIn(TestToken.person(["TeamMember.ReadWrite.All"]))
    let asking = line.replacing(" --yes", with: "").replacing(" --dry-run", with: "")
    #expect(await session.run(asking) == .usage)
    #expect(session.errors.text.contains("--yes"))
  }

  @Test(.tenant) func `a write leaves its intent and its outcome in the journal`() async throws {
    let tenant = try SimulatedTenant.here()
    let session = try tenant.session()
    try await tenant.signIn(session)
    _ = try await session.result(of: "message send 'Secret plans' --channel 'Contoso IT/General'")
    let entry = try #require(try session.workspace.journal.entries().first)
    #expect(entry.result == "done")
    #expect(entry.document["status"]?.int == 201)
    #expect(entry.document["account"]?.string == "megan@contoso.com")
    #expect(entry.document["path"]?.string == "/teams/{}/channels/{}/messages")
    #expect(entry.document["requestId"]?.string?.count == 36)
    #expect(!entry.document.text().contains("Secret plans"))
  }
}
