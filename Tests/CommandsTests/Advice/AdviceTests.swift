import CommandKit
import Identity
import TestSupport
import Testing

/// What is said of permissions before a request, and after a refusal.
struct AdviceTests {
  private static let teams = "https://graph.example/v1.0/teams"
  private static let none = ScriptedAnswer.json(#"{"value":[]}"#)
  private static let refusal = ScriptedAnswer.json(
    #"""
    {"error":{"code":"Forbidden","message":"Missing scope permissions on the request. API requires \
    one of 'Team.ReadBasic.All, TeamSettings.Read.All'. Scopes on the request 'User.Read'"}}
    """#.replacing("\\\n", with: ""), status: 403)

  private static func session(
    _ exchanges: [ScriptedExchange], person: [String]? = nil, app: [String]? = nil
  ) throws -> TestSession {
    let session = try TestSession(transport: ScriptedTransport(exchanges))
    if let person { try session.signIn(TestToken.person(person)) }
    if let app { try session.signIn(TestToken.app(app)) }
    return session
  }

  @Test func `what is missing is said once, and it is sent all the same`() async throws {
    let session = try Self.session(
      [.get(Self.teams, Self.none), .get(Self.teams, Self.none)], person: ["User.Read"])
    _ = try await session.result(of: "team list; team list")
    #expect(
      session.errors.text == """
        team list needs Team.ReadBasic.All, which this sign-in does not show. It is tried all the same.
          An app could do it, too: login --app
          To get it: permissions request Team.ReadBasic.All

        """)
  }

  @Test func `an app that is signed in and could do it is named`() async throws {
    let session = try Self.session(
      [.get(Self.teams, Self.none)], person: ["User.Read"], app: ["TeamSettings.ReadWrite.All"])
    _ = try await session.result(of: "team list")
    #expect(
      session.errors.text.contains("The app that is signed in could do it: --as app"))
  }

  @Test(arguments: ["Team.ReadBasic.All", "TeamSettings.Read.All", "TeamSettings.ReadWrite.All"])
  func `a stronger permission counts for a weaker one`(held: String) async throws {
    let session = try Self.session([.get(Self.teams, Self.none)], person: [held])
    _ = try await session.result(of: "team list")
    #expect(session.errors.text.isEmpty)
  }

  @Test func `a token that cannot be read is not talked about, nor where nobody wants it`()
    async throws
  {
    let opaque = try TestSession(transport: ScriptedTransport([.get(Self.teams, Self.none)])) {
      $0.environment["TEAMSH_ACCESS_TOKEN"] = "opaque"
    }
    _ = try await opaque.result(of: "team list")
    #expect(opaque.errors.text.isEmpty)
    let quiet = try Self.session([.get(Self.teams, Self.none)], person: ["User.Read"])
    _ = try await quiet.result(of: "set warn-permissions off; team list")
    #expect(quiet.errors.text.isEmpty)
  }

  @Test func `after a refusal Graph's own list stands beside what is missing`() async throws {
    let session = try Self.session(
      [.get(Self.teams, Self.refusal)], person: ["User.Read"], app: ["Team.ReadBasic.All"])
    #expect(await session.run("set warn-permissions off; team list") == .permission)
    #expect(
      session.errors.text.contains(
        "team list needs Team.ReadBasic.All; this sign-in has User.Read."))
    #expect(session.errors.text.contains("one of 'Team.ReadBasic.All, TeamSettings.Read.All'"))
    #expect(session.errors.text.contains("Type: permissions request Team.ReadBasic.All"))
    #expect(session.errors.text.contains("The app that is signed in could do it: --as app"))
  }

  @Test func `a refusal in spite of the permission is no matter of permissions`() async throws {
    let words = ScriptedAnswer.json(
      #"{"error":{"code":"Forbidden","message":"Not a member"}}"#, status: 403)
    let session = try Self.session([.get(Self.teams, words)], person: ["Team.ReadBasic.All"])
    #expect(await session.run("team list") == .permission)
    #expect(
      session.errors.text.contains(
        "Graph does not permit team list, though the token shows what it needs."))
  }

  @Test func `of a token that cannot be read nothing is said to be missing`() async throws {
    let opaque = try TestSession(transport: ScriptedTransport([.get(Self.teams, Self.refusal)])) {
      $0.environment["TEAMSH_ACCESS_TOKEN"] = "opaque"
    }
    #expect(await opaque.run("team list") == .permission)
    #expect(
      opaque.errors.text.hasPrefix(
        "team list needs Team.ReadBasic.All; what this sign-in has cannot be read.\n"))
  }

  @Test func `a token that was handed over ready is not widened by a request`() async throws {
    let token = TestToken.person(["User.Read"]).reveal()
    let session = try TestSession(transport: ScriptedTransport([.get(Self.teams, Self.refusal)])) {
      $0.environment["TEAMSH_ACCESS_TOKEN"] = token
    }
    #expect(await session.run("team list") == .permission)
    let way = "  Hand over a token with Team.ReadBasic.All, or sign in: login\n"
    #expect(session.errors.text.ranges(of: way).count == 2, "\(session.errors.text)")
    #expect(!session.errors.text.contains("permissions request"))
  }

  @Test func `a refusal names no look-up that was answered`() async throws {
    let team = ScriptedAnswer.json(#"{"value":[{"id":"t1","displayName":"IT"}]}"#)
    let apps = ScriptedAnswer.json(#"{"value":[{"id":"a1","displayName":"Forms"}]}"#)
    let words = ScriptedAnswer.json(
      #"{"error":{"code":"Forbidden","message":"No."}}"#, status: 403)
    let root = "https://graph.example/v1.0"
    let session = try Self.session(
      [
        .get("\(root)/teams", team), .get("\(root)/appCatalogs/teamsApps", apps),
        .get("\(root)/teams/t1/installedApps", Self.none),
        .post("\(root)/teams/t1/installedApps", words),
      ], person: ["User.Read"])
    #expect(await session.run("set warn-permissions off; app add Forms --team IT") == .permission)
    #expect(
      session.errors.text.hasPrefix(
        "app add needs TeamsAppInstallation.ReadWriteForTeam; this sign-in has User.Read.\n"),
      "\(session.errors.text)")
  }

  @Test func `an app's token is called that`() async throws {
    let session = try Self.session([.get(Self.teams, Self.refusal)], app: ["User.Read.All"])
    #expect(await session.run("team list --as app") == .permission)
    #expect(
      session.errors.text.contains(
        "team list needs Team.ReadBasic.All; the app's token has User.Read.All."))
    #expect(session.errors.text.contains("Type: permissions request Team.ReadBasic.All --as app"))
  }

  @Test func `the table shows also what nobody who is signed in can run`() async throws {
    let session = try Self.session([], person: ["User.Read"], app: ["Team.ReadBasic.All"])
    let rows = try await session.result(
      of: "permissions check -o csv --columns 'command,as,ok,missing,also as'")
    #expect(rows.contains("team list,person,no,Team.ReadBasic.All,app\r\n"))
    let alone = try Self.session([], person: ["User.Read"])
    let row = try await alone.result(
      of: "permissions check call ring -o csv --columns command,as,ok,missing")
    #expect(row.contains("call ring,app,no,no app is signed in\r\n"))
  }
}
