import CommandKit
import Documents
import HTTPTypes
import Identity
import TestSupport
import Testing
import Transport

/// A session that holds a person and an app at once.
struct TwoIdentitiesTests {
  private static let tokenURL = "https://login.example/contoso.com/oauth2/v2.0/token"
  private static let teams = "https://graph.example/v1.0/teams"
  private static let person = TestToken.person(["Team.ReadBasic.All"])
  private static let app = TestToken.app(["Team.ReadBasic.All"])

  private static let appGrant = ScriptedExchange.post(
    tokenURL, .json(#"{"expires_in":3600,"access_token":"\#(app.reveal())"}"#))

  /// A session whose profile has an app, and at which a person signed in.
  private func session(_ exchanges: [ScriptedExchange]) throws -> (TestSession, ScriptedTransport) {
    let home = try TemporaryHome()
    try home.writeProfile(secret: "hush")
    let transport = ScriptedTransport(exchanges)
    let session = try TestSession(transport: transport, home: home)
    try session.signIn(Self.person)
    return (session, transport)
  }

  private static func bearers(_ transport: ScriptedTransport) -> [Secret] {
    transport.sent.compactMap { $0.head.headerFields[.authorization] }
      .map { Secret(String($0.dropFirst(7))) }
  }

  private static let none = ScriptedAnswer.json(#"{"value":[]}"#)

  @Test func `a command takes the person, and the app where it is asked for`() async throws {
    let (session, transport) = try session([
      .get(Self.teams, Self.none), Self.appGrant, .get(Self.teams, Self.none),
      .get(Self.teams, Self.none),
    ])
    _ = try await session.result(of: "team list")
    #expect(session.workspace.identities.keys.map(\.rawValue) == ["person"])
    _ = try await session.result(of: "team list --as app")
    _ = try await session.result(of: "team list")
    #expect(Self.bearers(transport) == [Self.person, Self.app, Self.person])
    #expect(try await session.result(of: "whoami --jq .kind") == "person\napp\n")
  }

  @Test func `after a refusal the other identity is not tried`() async throws {
    let refusal = ScriptedAnswer.json(
      #"{"error":{"code":"Forbidden","message":"Missing role permissions"}}"#, status: 403)
    let (session, transport) = try session([Self.appGrant, .get(Self.teams, refusal)])
    _ = try await session.result(of: "login --app")
    #expect(await session.run("team list") == .permission)
    #expect(Self.bearers(transport) == [Self.person])
  }

  @Test func `each is signed out by itself, and is not taken up again`() async throws {
    let (session, _) = try session([Self.appGrant])
    _ = try await session.result(of: "login --app")
    _ = try await session.result(of: "logout --as app")
    #expect(session.workspace.identities.keys.map(\.rawValue) == ["person"])
    #expect(await session.run("team list --as app") == .signIn)
    #expect(session.errors.text.contains("Signed in: person."))
    _ = try await session.result(of: "logout --as person")
    #expect(session.workspace.identities.isEmpty)
  }

  @Test func `what only a person can do is not done by an app`() async throws {
    let (session, transport) = try session([])
    #expect(await session.run("chat list --as app") == .signIn)
    #expect(session.errors.text.contains("chat list needs the identity of a person."))
    #expect(transport.sent.isEmpty)
  }

  @Test func `who has signed out is not followed by the profile's app`() async throws {
    let (session, transport) = try session([])
    _ = try await session.result(of: "logout")
    #expect(await session.run("team list") == .signIn)
    #expect(transport.sent.isEmpty)
  }

  @Test func `each sees the tenant through a cache of its own`() async throws {
    let one = ScriptedAnswer.json(#"{"value":[{"id":"1","displayName":"Sales"}]}"#)
    let two = ScriptedAnswer.json(
      #"{"value":[{"id":"1","displayName":"Sales"},{"id":"2","displayName":"Board"}]}"#)
    let (session, _) = try session([
      .get(Self.teams, one), Self.appGrant, .get(Self.teams, two),
    ])
    _ = try await session.result(of: "cache refresh teams")
    _ = try await session.result(of: "cache refresh teams --as app")
    let count = "cache show --jq 'select(.kind == \"teams\") | .count'"
    #expect(try await session.result(of: count) == "1\n")
    #expect(try await session.result(of: count + " --as app") == "2\n")
  }
}
