import CommandKit
import Commands
import Output
import Simulator
import TestSupport
import Testing

/// Whole sessions, written as an administrator would, each against a fresh company.
struct ScriptTests {
  @Test(.tenant, arguments: try AcceptanceScript.all() + AcceptanceScript.examples())
  func `a script does what it says`(script: AcceptanceScript) async throws {
    let tenant = try SimulatedTenant.here()
    // As in the demo, the app's and the bot's secrets are at hand, and people and teams may be made.
    let home: TemporaryHome
    let withBot = [
      "notify/", "ask/", "bot/show", "incident/", "integration/mirror-investigation",
    ]
    if script.isExample || withBot.contains(where: script.description.hasPrefix) {
      home = try tenant.botHome(script.profile)
    } else {
      home = try TemporaryHome()
      if !script.profile.isEmpty
        || ["call/", "integration/"].contains(where: script.description.hasPrefix)
      {
        try home.writeProfile(secret: tenant.address.clientSecret, script.profile)
      }
    }
    let session = try tenant.session(home: home) { $0.input = "From standard input\n" }
    let catalog = session.workspace.catalog
    let scopes = catalog.entries.flatMap { $0.type.permissions.person } + catalog.firstScopes
    try await tenant.signIn(
      session,
      scopes: script.isExample ? scopes + ["User.ReadWrite.All", "Team.Create"] : nil)
    let folder = try TemporaryHome()
    let code = await session.runFile(script.path, folder.path)
    let output = session.output.text
    let errors = session.errors.text
    let everything = "\nOutput:\n\(output)\nErrors:\n\(errors)"
    #expect(code.rawValue == script.exitCode, "\(everything)")
    let check = try AcceptanceScript.firstUnanswered(script.checks, by: output)
    #expect(check == nil, "line \(check?.line ?? 0): \(check?.pattern ?? "")\(everything)")
    let errorCheck = try AcceptanceScript.firstUnanswered(script.errorChecks, by: errors)
    #expect(
      errorCheck == nil, "line \(errorCheck?.line ?? 0): \(errorCheck?.pattern ?? "")\(everything)")
  }

  @Test func `every noun has a script, and so have the language and the place`() throws {
    let folders = try AcceptanceScript.all().compactMap {
      $0.description.split(separator: "/").first
    }
    let nouns = Catalog.teamsh.nouns.map(\.name).filter { !$0.isEmpty } + ["place", "language"]
    #expect(Set(nouns).subtracting(folders.map(String.init)) == [])
  }

  @Test func `every command of the integration has a script of its name`() throws {
    let names = try AcceptanceScript.all().map(\.description).filter {
      $0.hasPrefix("integration/")
    }
    #expect(Set(names) == Set(IntegrationCommand.all.map { "integration/\($0.name)" }))
  }

  @Test func `a script without a check of what it shows would prove nothing`() throws {
    for script in try AcceptanceScript.all() + AcceptanceScript.examples() {
      #expect(!script.checks.isEmpty || !script.errorChecks.isEmpty, "\(script)")
    }
  }

  @Test func `a check finds its line, in order`() throws {
    func check(_ pattern: String) -> AcceptanceScript.Check { .init(line: 1, pattern: pattern) }
    let output = "one (1)\ntwo\nthree\n"
    #expect(
      try AcceptanceScript.firstUnanswered([check("one (1)"), check("three")], by: output) == nil)
    #expect(try AcceptanceScript.firstUnanswered([check("t{{[a-z]+}}e")], by: output) == nil)
    #expect(try AcceptanceScript.firstUnanswered([check("two"), check("one")], by: output) != nil)
    #expect(try AcceptanceScript.firstUnanswered([check("on{{[0-9]}}")], by: output) != nil)
  }
}
