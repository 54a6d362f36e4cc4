import CommandKit
import Foundation
import Identity
import TestSupport
import Testing

/// What `permissions request` got a person is asked for again, until it is forgotten.
struct KeptScopesTests {
  private static let profile = "default: work\nprofiles:\n  work:\n    marker: TEST   # ours\n"

  private static func session(_ tenant: SimulatedTenant, in home: TemporaryHome) throws
    -> TestSession
  {
    try tenant.session(home: home) { $0.isInteractive = true }
  }

  /// Runs a line that signs in, while somebody approves.
  private static func run(
    _ line: String, in session: TestSession, at tenant: SimulatedTenant
  ) async throws -> String {
    let codes = session.errors.writes.compactMap { text in
      text.firstMatch(of: /enter the code ([A-Z0-9-]+)/).map { String($0.1) }
    }
    let visitor = Task {
      for await code in codes.prefix(1) { try await tenant.approve(code) }
    }
    let said = try await session.result(of: line)
    try await visitor.value
    return said
  }

  private static func held(_ session: TestSession) async throws -> [Substring] {
    try await session.result(of: "whoami --jq '.permissions[]'").split(separator: "\n")
  }

  @Test(.tenant) func `the next sign-in holds what a request got, and another one does not`()
    async throws
  {
    let tenant = try SimulatedTenant.here()
    let home = try TemporaryHome()
    try home.write(Self.profile, to: "config.yaml")
    let first = try Self.session(tenant, in: home)
    try await tenant.signIn(first, scopes: ["User.Read"])
    _ = try await Self.run("permissions request Channel.Create Chat.Read", in: first, at: tenant)
    #expect(first.errors.text.contains("The profile work asks for it from now on."))
    let written = try String(contentsOfFile: home.file("config.yaml"), encoding: .utf8)
    // What every first sign-in asks for needs no keeping.
    #expect(written == Self.profile + "    further-scopes: Channel.Create\n")

    let second = try Self.session(tenant, in: home)
    _ = try await Self.run("login", in: second, at: tenant)
    #expect(try await Self.held(second).contains("Channel.Create"))
    _ = try await Self.run("login --scopes User.Read", in: second, at: tenant)

    #expect(
      try await second.result(of: "permissions request --forget")
        == "The next sign-in does not ask for Channel.Create.\n")
    #expect(try String(contentsOfFile: home.file("config.yaml"), encoding: .utf8) == Self.profile)
    #expect(
      try await second.result(of: "permissions request --forget Channel.Create")
        == "Sign-ins ask for none of that beside the usual.\n")
    #expect(second.workspace.furtherScopes.isEmpty)
  }

  @Test(.tenant) func `a file that no program should change stays, and the sign-in stands`()
    async throws
  {
    let tenant = try SimulatedTenant.here()
    let home = try TemporaryHome()
    let written = "default: work\nprofiles: {work: {marker: TEST}}\n"
    try home.write(written, to: "config.yaml")
    let session = try Self.session(tenant, in: home)
    try await tenant.signIn(session, scopes: ["User.Read"])
    let said = try await Self.run("permissions request Channel.Create", in: session, at: tenant)
    #expect(said.hasSuffix("now with Channel.Create.\n"))
    #expect(session.errors.text.contains("It is asked for again in this session only."))
    #expect(try String(contentsOfFile: home.file("config.yaml"), encoding: .utf8) == written)
    #expect(session.workspace.furtherScopes == ["Channel.Create"])
  }

  @Test(.tenant) func `without a profile it is asked for as long as the session lasts`()
    async throws
  {
    let tenant = try SimulatedTenant.here()
    let session = try Self.session(tenant, in: TemporaryHome())
    try await tenant.signIn(session, scopes: ["User.Read"])
    _ = try await Self.run("permissions request Channel.Create", in: session, at: tenant)
    #expect(session.errors.text.contains("Only a profile keeps it for later ones."))
    #expect(session.workspace.furtherScopes == ["Channel.Create"])
    #expect(
      try await session.result(of: "permissions request --forget Channel.Create Chat.Read")
        == "The next sign-in does not ask for Channel.Create.\n")
  }

  @Test(.tenant)
  func `what was kept and is refused is dropped, and the sign-in goes on without it`()
    async throws
  {
    let tenant = try SimulatedTenant.here()
    let home = try TemporaryHome()
    try home.write(Self.profile + "    further-scopes: No.Such.Scope\n", to: "config.yaml")
    let session = try Self.session(tenant, in: home)
    #expect(
      try await Self.run("login", in: session, at: tenant)
        == "Signed in as megan@contoso.com (person).\n")
    #expect(session.errors.text.contains("do not ask for it from now on: No.Such.Scope. "))
    #expect(session.errors.text.contains("permissions request No.Such.Scope\n"))
    #expect(try String(contentsOfFile: home.file("config.yaml"), encoding: .utf8) == Self.profile)
    #expect(session.workspace.furtherScopes.isEmpty)
  }

  @Test(.tenant) func `scopes that somebody asks for are refused, and nothing is dropped`()
    async throws
  {
    let tenant = try SimulatedTenant.here()
    let home = try TemporaryHome()
    let written = Self.profile + "    further-scopes: Channel.Create\n"
    try home.write(written, to: "config.yaml")
    let session = try Self.session(tenant, in: home)
    #expect(await session.run("login --scopes No.Such.Scope") == .signIn)
    #expect(session.errors.text.contains("does not know these permissions."))
    #expect(try String(contentsOfFile: home.file("config.yaml"), encoding: .utf8) == written)
    #expect(session.workspace.furtherScopes == ["Channel.Create"])
  }

  @Test func `only what is missing for every call is asked for, unless all is wanted`()
    async throws
  {
    let session = try TestSession(transport: ScriptedTransport())
    try session.signIn(TestToken.person(["ChannelMessage.Send"]))
    #expect(
      try await session.result(of: "permissions request message send --jq '.missing[]'")
        == "ChatMessage.Send\n")
    #expect(
      try await session.result(of: "permissions request message send --all --jq '.missing[]'")
        == "ChatMessage.Send\nChat.Create\nFiles.ReadWrite\n")
  }

  @Test func `a ready token counts as held before anything else was asked of it`() async throws {
    let token = TestToken.person(["ChannelMessage.Send"]).reveal()
    let session = try TestSession { $0.environment["TEAMSH_ACCESS_TOKEN"] = token }
    #expect(
      try await session.result(of: "permissions request message send --jq '.missing[]'")
        == "ChatMessage.Send\n")
  }

  @Test func `nothing to forget is no failure, and words belong to a request`() async throws {
    let session = try TestSession()
    #expect(await session.run("permissions request") == .usage)
    #expect(await session.run("permissions request --forget --browser") == .usage)
    #expect(
      try await session.result(of: "permissions request --forget")
        == "Sign-ins ask for none of that beside the usual.\n")
  }
}
