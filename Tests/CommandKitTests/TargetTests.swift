import Cache
import Foundation
import Output
import TestSupport
import Testing

@testable import CommandKit

/// What words point at, and how sure one must be of it.
struct TargetTests {
  @Test(
    .tenant,
    arguments: [
      ("use 'Contoso IT'", "Contoso IT"), ("use contoso-it; true", ""),
      ("use 'contoso it'", "Contoso IT"), ("use R/D", "R/D"), ("use R/D/General", "R/D/General"),
      ("use 'Contoso IT/General'", "Contoso IT/General"),
      ("use 'Contoso IT'; use Helpdesk", "Contoso IT/Helpdesk"),
      ("use R/D; use /'Contoso IT'; use ..", "/"), ("use R/D; use General; use ..", "R/D"),
      ("use R/D; use 'Contoso IT'; use -", "R/D"), ("use R/D; use /", "/"),
      ("use '%3'", "%3"), ("use \"Miles O'Brien's Crew\"", "Miles O'Brien's Crew"),
      ("use '営業チーム/週報'", "営業チーム/週報"), ("use 'Project X'", "Project X"),
      ("use @adele", "@Adele Vance"),
    ])
  func `a place is found by what people call it`(line: String, place: String) async throws {
    let tenant = try SimulatedTenant.here()
    let session = try tenant.session()
    try await tenant.signIn(session)
    guard !place.isEmpty else {
      #expect(await session.run(line) == .notFound)
      return
    }
    _ = try await session.result(of: line)
    #expect(session.workspace.place.path == place)
  }

  @Test(
    .tenant,
    arguments: [
      "user show 'Adele Vance'", "user show 'adele vance'", "user show adele@contoso.com",
      "user show @adele", "user show ADELE@CONTOSO.COM",
      "user show $(user show @adele)",
    ])
  func `a person is found by name, address, handle and id`(line: String) async throws {
    let tenant = try SimulatedTenant.here()
    let session = try tenant.session()
    try await tenant.signIn(session)
    #expect(try await session.result(of: "\(line) --jq .displayName") == "Adele Vance\n")
  }

  @Test(
    .tenant,
    arguments: [
      ("user show \"Miles O'Brien\"", "miles.obrien"), ("user show '--yes'", "dash.yes"),
      ("user show \"山田 太郎\"", "taro.yamada"), ("user show @me", "megan"), ("user show", "megan"),
      ("user show 'Hans Meier (Fabrikam)'", "hans.meier_fabrikam.com#EXT#"),
    ])
  func `odd names are ordinary input`(line: String, account: String) async throws {
    let tenant = try SimulatedTenant.here()
    let session = try tenant.session()
    try await tenant.signIn(session)
    let shown = try await session.result(of: "\(line) -o json")
    #expect(shown.contains("\"\(account)@"), "\(shown)")
    // A UPN of a guest holds a sign that ends a URL's path.
    let name = try await session.result(
      of: "user show \"$(\(line) --jq .userPrincipalName)\" -o ids")
    #expect(name == (try await session.result(of: "\(line) -o ids")))
  }

  @Test(.tenant) func `a name that several have is refused in a script, and told apart`()
    async throws
  {
    let tenant = try SimulatedTenant.here()
    let session = try tenant.session()
    try await tenant.signIn(session)
    #expect(await session.run("team show 'Social Club'") == .usage)
    #expect(session.errors.text.contains("Several things match the team"))
    #expect(await session.run("user show 'Anna Müller'") == .usage)
    #expect(session.errors.text.contains("anna.mueller2@"))
  }

  @Test(.tenant) func `a name that several have is asked about at the prompt`() async throws {
    let tenant = try SimulatedTenant.here()
    let questioner = ScriptedQuestioner(["2", "9", nil])
    let session = try tenant.session(questioner: questioner) { $0.isInteractive = true }
    try await tenant.signIn(session)
    let line = "user show 'Anna Müller' --jq .userPrincipalName"
    #expect(try await session.result(of: line).hasPrefix("anna.mueller"))
    #expect(questioner.asked.first?.contains("  2  Anna Müller  ") == true)
    #expect(await session.run("user show 'Anna Müller'") == .failed)
    #expect(await session.run("team show 'Social Club'") == .failed)
  }

  @Test(
    .tenant,
    arguments: [
      ("team show 'Contoso ITT'", "Contoso IT"), ("user show 'Adele Vanse'", ""),
      ("channel show 'Contoso IT/Helpdesks'", "Helpdesk"), ("message send Hi --chat Nobody", ""),
    ])
  func `what nothing answers to is not found, with the nearest names`(
    line: String, nearest: String
  ) async throws {
    let tenant = try SimulatedTenant.here()
    let session = try tenant.session()
    try await tenant.signIn(session)
    #expect(await session.run(line) == .notFound)
    #expect(nearest.isEmpty || session.errors.text.contains("\u{201C}\(nearest)\u{201D}"))
  }

  @Test(.tenant) func `a row of the last list is pointed at, and a team named like one is quoted`()
    async throws
  {
    let tenant = try SimulatedTenant.here()
    let session = try tenant.session()
    try await tenant.signIn(session)
    let second = try await session.result(of: "team list --jq .displayName")
      .split(separator: "\n")[1]
    _ = try await session.result(of: "team list")
    #expect(try await session.result(of: "team show %2 --jq .displayName") == "\(second)\n")
    _ = try await session.result(of: "team list")
    let general = try await session.result(of: "channel show General --team=%2 -o ids")
    #expect(general.hasSuffix("@thread.tacv2\n"))
    #expect(try await session.result(of: "team show '%3' --jq .displayName") == "%3\n")
    #expect(await session.run("team show %99") == .usage)
  }

  @Test(.tenant) func `links that Teams copies lead to what they name`() async throws {
    let tenant = try SimulatedTenant.here()
    let session = try tenant.session()
    try await tenant.signIn(session)
    let link = try await session.result(of: "channel show 'Contoso IT/General' --jq .webUrl")
      .trimmingPrefix("\"").prefix { $0 != "\"" && $0 != "\n" }
    _ = try await session.result(of: "use '\(link)'")
    #expect(session.workspace.place.path == "Contoso IT/General")
    #expect(await session.run("team show https://teams.microsoft.com/l/app/x") == .usage)
  }

  @Test(.tenant) func `a removal in a script wants the exact name`() async throws {
    let tenant = try SimulatedTenant.here()
    let session = try tenant.session()
    try await tenant.signIn(session)
    #expect(await session.run("channel delete 'contoso it/helpdesk' --yes") == .usage)
    #expect(session.errors.text.contains("is written"))
    #expect(tenant.transport.writes == [])
    #expect(await session.run("channel delete 'Contoso IT/Helpdesk' --yes") == .done)
  }

  @Test(.tenant) func `reading takes a name from the cache, and writing confirms an old one`()
    async throws
  {
    let tenant = try SimulatedTenant.here()
    let date = SettableDate()
    let session = try tenant.session { $0.now = { date.now } }
    try await tenant.signIn(session)
    _ = try await session.result(of: "user show 'Adele Vance'")
    tenant.transport.forget()
    _ = try await session.result(of: "user show 'Adele Vance'")
    #expect(tenant.transport.graphRequests.count == 1)

    let line = "message send Hi --chat 'Project X' --dry-run"
    _ = try await session.result(of: line)
    tenant.transport.forget()
    _ = try await session.result(of: line)
    #expect(tenant.transport.graphRequests == [])
    date.advance(seconds: 61)
    _ = try await session.result(of: line)
    #expect(Set(tenant.transport.graphRequests) == ["GET /me/chats"])
  }

  @Test(.tenant) func `a cached id that is gone is looked up once more`() async throws {
    let tenant = try SimulatedTenant.here()
    let session = try tenant.session()
    try await tenant.signIn(session)
    let cache = try #require(session.workspace.cache)
    let stale = CachedEntry(
      kind: .teams, id: "00000000-0000-4000-8000-000000000000", name: "Contoso IT",
      detail: "", cachedAt: .now)
    try cache.store([stale], kind: .teams, isComplete: false)
    let shown = try await session.result(of: "team show 'Contoso IT' --jq .displayName")
    #expect(shown == "Contoso IT\n")
    #expect(try cache.entry(.teams, id: stale.id) == nil)
  }
}
