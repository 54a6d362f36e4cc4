import CommandKit
import Foundation
import Identity
import Simulator
import Subprocess
import TestSupport
import Testing

/// How the shell signs in to the local tenant, over sockets, and what it says when that is taken back.
struct TenantSignInTests {
  private static let account = "adele@contoso.com"
  private static let login = "login --browser --scopes User.Read,Team.ReadBasic.All"
  private let store = MemoryTokenStore()

  private func session(_ tenant: SimulatedTenant) throws -> TestSession {
    try tenant.session {
      $0.browser = ScriptedBrowser(on: tenant.address.login, as: Self.account)
      $0.tokenStore = store
    }
  }

  /// Does something as an app that may do only that.
  private func administer(
    _ tenant: SimulatedTenant, _ role: String, _ line: String
  ) async throws {
    let session = try tenant.session()
    try session.signIn(try await tenant.token(ofAppWith: [role]))
    _ = try await session.result(of: line)
  }

  private func demand(_ control: String, of tenant: SimulatedTenant) async throws {
    let policy = """
      {"displayName": "All", "state": "enabled", "conditions": {"users": {"includeUsers": ["All"]}, \
      "applications": {"includeApplications": ["All"]}}, \
      "grantControls": {"operator": "OR", "builtInControls": ["\(control)"]}}
      """
    try await administer(
      tenant, "Policy.ReadWrite.ConditionalAccess",
      "graph post /identity/conditionalAccess/policies '\(policy)'")
  }

  @Test(.tenant) func `a person signs in through the pages in a browser`() async throws {
    let session = try session(try .here())
    let said = try await session.result(of: Self.login)
    #expect(said == "Signed in as adele@contoso.com (person).\n")
    #expect(try await session.result(of: "whoami --jq .account") == "adele@contoso.com\n")
    #expect(await session.run("team list") == .done)
  }

  @Test(.tenant) func `a revoked session says that a new sign-in is needed, and takes one`()
    async throws
  {
    let tenant = try SimulatedTenant.here()
    let session = try session(tenant)
    _ = try await session.result(of: Self.login)
    _ = try await session.result(of: "team list")
    try await administer(
      tenant, "User.RevokeSessions.All",
      "graph post /users/\(Self.account)/revokeSignInSessions '{}'")
    #expect(await session.run("team list") == .signIn)
    #expect(session.errors.text.contains("A new sign-in is needed."))
    #expect(session.errors.text.contains("AADSTS50173"))
    #expect(session.errors.text.contains("Type: login"))
    _ = try await session.result(of: Self.login)
    #expect(await session.run("team list") == .done)
  }

  @Test(.tenant, arguments: ["block", "compliantDevice", "domainJoinedDevice"])
  func `a policy that no sign-in here can meet is named, and nothing is forgotten`(
    _ control: String
  ) async throws {
    let tenant = try SimulatedTenant.here()
    _ = try await session(tenant).result(of: Self.login + " --remember")
    try await demand(control, of: tenant)
    let next = try session(tenant)
    #expect(await next.run("team list") == .signIn)
    #expect(next.errors.text.contains("A policy of the tenant does not admit this sign-in."))
    #expect(next.errors.text.contains("AADSTS5300"))
    #expect(store.all.map(\.account) == [Self.account])
  }

  @Test(.tenant) func `a second factor that is demanded meanwhile is set up at the next sign-in`()
    async throws
  {
    let tenant = try SimulatedTenant.here()
    _ = try await session(tenant).result(of: Self.login + " --remember")
    try await demand("mfa", of: tenant)
    let next = try session(tenant)
    #expect(await next.run("team list") == .signIn)
    #expect(next.errors.text.contains("is no longer good"))
    _ = try await next.result(of: Self.login)
    #expect(await next.run("team list") == .done)
  }

  @Test func `an app signs in by the certificate that it registered, and by no other`() async throws
  {
    let (own, other) = (try await AppCertificate(), try await AppCertificate())
    try await SimulatedTenant.serve {
      $0.clientCertificate = own.certificate
    } _: { tenant in
      let session = try tenant.session(home: own.home)
      let said = try await session.result(of: "login --app")
      #expect(said.hasSuffix("(app).\n"))
      #expect(await session.run("team list") == .done)
      let stranger = try tenant.session(home: other.home)
      #expect(await stranger.run("login --app") == .signIn)
      #expect(stranger.errors.text.contains("does not accept this app"))
      #expect(stranger.errors.text.contains("AADSTS700027"))
    }
  }
}

/// A key and its own certificate as administrators make them, in the home of a profile that names them.
private struct AppCertificate {
  let home: TemporaryHome
  var certificate: String { home.file("certificate.pem") }

  init() async throws {
    home = try TemporaryHome()
    let openssl = try await Subprocess.run(
      .name("openssl"),
      arguments: [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=app",
        "-keyout", home.file("key.pem"), "-out", home.file("certificate.pem"),
      ],
      output: .discarded)
    try #require(openssl.terminationStatus.isSuccess)
    let both = try ["key.pem", "certificate.pem"].map {
      try String(contentsOfFile: home.file($0), encoding: .utf8)
    }
    let file = try home.write(both.joined(), to: "app.pem")
    try home.write(
      "default: app\nprofiles:\n  app:\n    certificate: \(file)\n", to: "config.yaml")
  }
}
