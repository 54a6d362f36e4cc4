import Cache
import CommandKit
import Commands
import LineEditing
import TestSupport
import Testing

/// What a command writes, the next Tab shows, without asking the tenant again.
struct OwnWriteTests {
  /// A write, where it is seen, and what is there then.
  private struct Case: CustomTestStringConvertible {
    /// What is done before, so that the lists are there.
    var before: [String] = []
    let line: String
    let typed: String
    var shows: [String] = []
    var hides: [String] = []

    var testDescription: String { line }
  }

  private static let cases = [
    Case(
      before: ["use 'Contoso IT'", "cache refresh channels"], line: "channel create Rollout",
      typed: "channel show Roll", shows: ["Rollout"]),
    Case(
      before: ["use 'Contoso IT'", "cache refresh channels"], line: "channel delete Helpdesk --yes",
      typed: "channel show Help", hides: ["Helpdesk"]),
    Case(
      before: ["use 'Contoso IT'", "cache refresh channels"],
      line: "channel update Helpdesk --name Zulu", typed: "channel show Zul", shows: ["Zulu"]),
    Case(
      before: ["use 'R/D'", "cache refresh members"], line: "member add 'Adele Vance'",
      typed: "member remove Adele", shows: ["Adele Vance"]),
    Case(
      before: ["use 'R/D'", "cache refresh members"],
      line: "member add 'Adele Vance' 'Lee Gu'",
      typed: "member remove Lee", shows: ["Lee Gu"]),
    Case(
      before: ["use 'R/D'", "cache refresh members"], line: "member remove @megan --yes",
      typed: "member remove Megan", hides: ["Megan Bowen"]),
    Case(
      before: ["cache refresh chats"], line: "chat create @adele @lee --topic Zebra",
      typed: "chat show Zeb", shows: ["Zebra"]),
    Case(
      before: ["cache refresh chats"], line: "chat update 'Project X' --topic Zebra",
      typed: "chat show Zeb", shows: ["Zebra"]),
    Case(
      before: ["cache refresh chats"], line: "chat create 'Lee Gu'", typed: "chat show 'Lee G",
      shows: ["Lee Gu"]),
    Case(
      before: ["use 'R/D'", "cache refresh members"],
      line: "member update @megan --role owner --team 'R/D'", typed: "member remove Megan",
      shows: ["Megan Bowen"]),
  ]

  @Test(.tenant, arguments: cases)
  private func `a write shows at once`(written: Case) async throws {
    let tenant = try SimulatedTenant.here()
    let session = try tenant.session()
    try await tenant.signIn(session)
    let desk = CompletionDesk(session: session)
    for line in written.before { _ = try await session.result(of: line) }
    let before = desk.complete(written.typed).candidates.map(\.display)
    for name in written.hides { #expect(before.contains(name), "\(before)") }
    _ = try await session.result(of: written.line)
    let after = desk.complete(written.typed).candidates.map(\.display)
    for name in written.shows { #expect(after.contains(name), "\(after)") }
    for name in written.hides { #expect(!after.contains(name), "\(after)") }
  }

  @Test func `every command that writes is looked at here, or makes nothing that has a name`() {
    let nameless: Set<String> = [
      "message", "graph", "app", "meeting", "call", "notify", "ask", "incident",
    ]
    let renameless: Set<String> = ["channel archive", "channel unarchive"]
    let written = Set(
      Self.cases.map { $0.line.split(separator: " ").prefix(2).joined(separator: " ") })
    let missing = Catalog.teamsh.entries.filter { entry in
      !entry.type.effect.isRead && !nameless.contains(entry.noun)
        && !renameless.contains(entry.name) && !written.contains(entry.name)
    }
    #expect(missing.map { $0.name } == [])
  }
}
