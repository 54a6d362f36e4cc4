import Documents
import Foundation
import Identity
import TestSupport
import Testing
import Transport

/// What a token tells, and what it keeps to itself.
struct TokenTests {
  @Test func `a person's claims are read`() {
    let claims = TokenClaims(
      reading: SignIn.token([
        "tid": "t", "oid": "o", "upn": "megan@contoso.example", "name": "Megan Ü? ÿÿ",
        "appid": "a", "scp": "User.Read Team.ReadBasic.All", "exp": 1_800_000_000,
      ]))
    #expect(claims.tenantID == "t")
    #expect(claims.objectID == "o")
    #expect(claims.userPrincipalName == "megan@contoso.example")
    #expect(claims.name == "Megan Ü? ÿÿ")
    #expect(claims.appID == "a")
    #expect(claims.scopes == ["User.Read", "Team.ReadBasic.All"])
    #expect(claims.expiresAt == SignIn.now)
    #expect(!claims.isApp)
    #expect(claims.isReadable)
  }

  @Test func `an app's claims are read`() {
    let claims = TokenClaims(
      reading: SignIn.token(["azp": "a", "idtyp": "app", "roles": ["Group.Read.All"]]))
    #expect(claims.isApp)
    #expect(claims.roles == ["Group.Read.All"])
    #expect(claims.appID == "a")
  }

  @Test(arguments: ["", "opaque", "a.b", "a.!!!.c", "e30.W10.x", "..", "a.eyJ.c"])
  func `an unreadable token is legal`(text: String) {
    let claims = TokenClaims(reading: Secret(text))
    #expect(!claims.isReadable)
    #expect(!claims.isApp)
    #expect(claims.scopes.isEmpty)
  }

  @Test func `a ready token is handed out until it expires or is refused`() async throws {
    let token = SignIn.token(["exp": 1_800_000_000])
    let good = StaticTokenProvider(
      token: token, host: "graph.example", now: { SignIn.now.addingTimeInterval(-1) })
    let handedOut = try await good.accessToken()
    #expect(handedOut.host == "graph.example")
    var failure = await #expect(throws: IdentityError.self) {
      try await good.replacement(for: handedOut)
    }
    #expect(failure?.code == .readyTokenRefused)
    let old = StaticTokenProvider(token: token, host: "graph.example", now: { SignIn.now })
    failure = await #expect(throws: IdentityError.self) { try await old.accessToken() }
    #expect(failure?.code == .readyTokenExpired)
  }

  @Test(arguments: [
    ("https://graph.microsoft.com/", "graph.microsoft.com"),
    ("http://127.0.0.1:8080", "127.0.0.1:8080"), ("http://[::1]:81/", "[::1]:81"),
    ("https://GRAPH.Example", "graph.example"),
  ])
  func `a token is bound to host and port`(root: String, host: String) {
    #expect(SignIn.authority(graph: root).graphHost == host)
  }

  @Test func `a token prints its last four characters`() {
    let token = AccessToken(
      value: Secret("0123456789abcdef0123a1b2"), expiresAt: SignIn.now, host: "h")
    #expect("\(token)" == "AccessToken(…a1b2)")
    #expect("\(Secret("short"))" == "…")
  }

  @Test func `no type that holds a secret shows it`() async {
    let canary = "canary-canary-canary-canary"
    let secret = Secret(canary)
    let token = AccessToken(value: secret, expiresAt: SignIn.now, host: "h")
    let grant = TokenGrant(
      accessToken: token, refreshToken: secret, scopes: [], renewAt: SignIn.now)
    let authorization = DeviceAuthorization(
      userCode: "U", verificationAddress: "a", message: nil, lifetime: .zero, interval: .zero,
      deviceCode: secret)
    let transport = ScriptedTransport([
      .post(SignIn.tokenURL, SignIn.refusal("invalid_client", 7_000_215, status: 401))
    ])
    let flow = ClientCredentialsFlow(
      authority: SignIn.authority(), clientID: "app", credential: .secret(secret),
      transport: transport)
    let failure = await #expect(throws: IdentityError.self) { try await flow.grant() }
    let holders: [Any] = [
      secret, token, grant, authorization, flow, failure as Any,
      StaticTokenProvider(token: secret, host: "h"), RenewingTokenProvider(flow, grant: grant),
    ]
    for holder in holders {
      var text = "\(holder) \(String(reflecting: holder)) "
      dump(holder, to: &text)
      #expect(!text.contains("canary-canary"), "\(type(of: holder))")
    }
  }
}
