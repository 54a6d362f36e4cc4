import CommandKit
import Documents
import Foundation
import HTTPTypes
import Identity
import TestSupport
import Testing
import Transport

/// How sessions get their identities, and lose them, with a login service that is scripted.
struct SignInTests {
  private static let tokenURL = "https://login.example/contoso.com/oauth2/v2.0/token"
  private let store = MemoryTokenStore()

  private static func grant(
    _ token: Secret, refresh: String? = "r1"
  ) -> ScriptedExchange {
    var answer = JSONObject([
      ("token_type", "Bearer"), ("expires_in", 3600), ("access_token", .string(token.reveal())),
    ])
    if let refresh { answer["refresh_token"] = .string(refresh) }
    return .post(tokenURL, .json(JSON.object(answer).text()))
  }

  private static let person = TestToken.person(["User.Read", "Team.ReadBasic.All"])
  private static let app = TestToken.app(["Team.ReadBasic.All"])

  /// The fields of each form that went to the login service.
  private static func forms(_ transport: ScriptedTransport) -> [[String: String]] {
    transport.sent.filter { $0.head.path?.hasSuffix("/token") == true }.map { request in
      var form = URLComponents()
      form.percentEncodedQuery = String(decoding: request.body ?? [], as: UTF8.self)
      return Dictionary((form.queryItems ?? []).map { ($0.name, $0.value ?? "") }) { $1 }
    }
  }

  private func session(
    _ transport: ScriptedTransport, questioner: ScriptedQuestioner = ScriptedQuestioner(),
    home: TemporaryHome? = nil, _ change: (inout TestSession.Surroundings) -> Void = { _ in }
  ) throws -> TestSession {
    try TestSession(transport: transport, questioner: questioner, home: home) { surroundings in
      surroundings.tokenStore = store
      change(&surroundings)
    }
  }

  @Test func `a browser that comes back signs its person in`() async throws {
    let transport = ScriptedTransport([Self.grant(Self.person)])
    let browser = ScriptedBrowser(code: "code-1")
    let session = try session(transport) { $0.browser = browser }
    let said = try await session.result(of: "login --browser --scopes User.Read")
    #expect(said == "Signed in as megan@contoso.com (person).\n")
    #expect(try await browser.page.contains("You can close this page."))
    let form = try #require(Self.forms(transport).first)
    #expect(form["code"] == "code-1")
    #expect(form["scope"] == "https://graph.example/User.Read openid profile offline_access")
    #expect(session.errors.text.contains("open this address"))
    #expect(store.all.isEmpty)
  }

  @Test func `a browser that comes back with a refusal, or with another's answer, signs nobody in`()
    async throws
  {
    for (query, words) in [
      ("error=access_denied&error_description=AADSTS65004%3A+No.&state=", "AADSTS65004: No."),
      ("code=c&state=x", "belongs to another sign-in"),
    ] {
      let session = try session(ScriptedTransport()) { surroundings in
        surroundings.browser = ScriptedBrowser {
          query + (query.hasSuffix("=") ? try ScriptedBrowser.field("state", of: $0) : "")
        }
      }
      #expect(await session.run("login --browser") == .signIn)
      #expect(session.errors.text.contains(words))
      #expect(session.workspace.identities.isEmpty)
    }
  }

  @Test func `without a browser here the code is pasted`() async throws {
    let transport = ScriptedTransport([Self.grant(Self.person)])
    let session = try session(transport, questioner: ScriptedQuestioner(["code-2"]))
    #expect(try await session.result(of: "login --browser --paste").contains("megan@contoso.com"))
    #expect(Self.forms(transport).first?["code"] == "code-2")
    #expect(Self.forms(transport).first?["redirect_uri"] == "http://localhost")
    #expect(
      session.errors.text.contains("https://login.example/contoso.com/oauth2/v2.0/authorize?"))
  }

  @Test func `a remembered sign-in is found by the next session, and renewed as it goes`()
    async throws
  {
    let first = ScriptedTransport([Self.grant(Self.person, refresh: "r1")])
    let session = try session(first) { $0.browser = ScriptedBrowser(code: "c") }
    let said = try await session.result(of: "login --browser --remember --scopes User.Read")
    #expect(said.contains("remembered until this machine is switched off"))
    #expect(store.all.map { $0.refreshToken.reveal() } == ["r1"])

    let second = ScriptedTransport([Self.grant(Self.person, refresh: "r2")])
    let next = try self.session(second)
    #expect(try await next.result(of: "whoami --jq .remembered") == "true\n")
    #expect(Self.forms(second).first?["refresh_token"] == "r1")
    #expect(Self.forms(second).first?["scope"]?.contains("User.Read") == true)
    #expect(store.all.map { $0.refreshToken.reveal() } == ["r2"])
  }

  @Test func `a keyring that refuses is said, and the session goes on`() async throws {
    let session = try TestSession(transport: ScriptedTransport([Self.grant(Self.person)])) {
      $0.browser = ScriptedBrowser(code: "c")
      $0.tokenStore = MemoryTokenStore(refusal: "Operation not permitted")
    }
    let said = try await session.result(of: "login --browser --remember")
    #expect(said == "Signed in as megan@contoso.com (person).\n")
    #expect(
      session.errors.text.contains("The keyring refused the sign-in: Operation not permitted."))
    #expect(try await session.result(of: "whoami --jq .remembered") == "false\n")
  }

  @Test func `signing out forgets in memory and in the keyring, and what others renew stays gone`()
    async throws
  {
    let transport = ScriptedTransport([Self.grant(Self.person)])
    let session = try session(transport) { $0.browser = ScriptedBrowser(code: "c") }
    _ = try await session.result(of: "login --browser --remember")
    #expect(try await session.result(of: "logout").hasPrefix("Signed out."))
    #expect(store.all.isEmpty)
    #expect(await session.run("whoami") == .signIn)
    #expect(await session.run("logout") == .signIn)
  }

  @Test func `a sign-in that was revoked meanwhile is forgotten, and said`() async throws {
    let first = try session(ScriptedTransport([Self.grant(Self.person)])) {
      $0.browser = ScriptedBrowser(code: "c")
    }
    _ = try await first.result(of: "login --browser --remember")
    let refusal = ScriptedAnswer.json(
      #"{"error":"invalid_grant","error_description":"AADSTS50173: Gone.","error_codes":[50173]}"#,
      status: 400)
    let next = try session(
      ScriptedTransport([.post(Self.tokenURL, refusal)]))
    #expect(await next.run("whoami") == .signIn)
    #expect(
      next.errors.text.contains("The remembered sign-in of megan@contoso.com is no longer good."))
    #expect(store.all.isEmpty)
  }

  @Test func `of several accounts the named one is taken up, and forgotten alone`() async throws {
    for (name, token) in [("megan", "r1"), ("adele", "r2")] {
      let account = TestToken.person(["User.Read"], account: "\(name)@contoso.com")
      let session = try session(ScriptedTransport([Self.grant(account, refresh: token)])) {
        $0.browser = ScriptedBrowser(code: "c")
      }
      _ = try await session.result(of: "login --browser --remember --account \(name)@contoso.com")
    }
    let transport = ScriptedTransport([Self.grant(Self.person, refresh: nil)])
    let session = try session(transport)
    #expect(
      try await session.result(of: "login --account MEGAN@contoso.com").contains(
        "megan@contoso.com"))
    #expect(Self.forms(transport).map { $0["refresh_token"] } == ["r1"])
    #expect(
      try await session.result(of: "whoami --all --jq '.account + \" \" + (.held | tostring)'")
        == "megan@contoso.com true\nadele@contoso.com false\n")
    _ = try await session.result(of: "logout")
    #expect(store.all.map(\.account) == ["adele@contoso.com"])
    #expect(
      try await session.result(of: "logout --account adele@contoso.com")
        == "Signed out. Forgotten: adele@contoso.com.\n")
    #expect(store.all.isEmpty)
  }
}
