import Foundation
import Identity
import Synchronization
import TestSupport
import Testing
import Transport

struct RenewingTokenProviderTests {
  /// A wall clock that a test moves.
  private final class Wall: Sendable {
    private let offset = Mutex(0.0)
    var now: Date { SignIn.now.addingTimeInterval(offset.withLock { $0 }) }
    func advance(_ seconds: Double) { offset.withLock { $0 += seconds } }
  }

  private let wall = Wall()

  private func provider(
    _ transport: ScriptedTransport, expiresIn lifetime: Double = 3600, refresh: String? = "r0"
  ) -> RenewingTokenProvider {
    let token = AccessToken(
      value: Secret("t0"), expiresAt: wall.now.addingTimeInterval(lifetime), host: "graph.example")
    let grant = TokenGrant(
      accessToken: token, refreshToken: refresh.map(Secret.init), scopes: [],
      renewAt: wall.now.addingTimeInterval(lifetime - 300))
    let flow = RefreshFlow(
      authority: SignIn.authority(), clientID: "app", scopes: ["User.Read"],
      transport: transport, now: { [wall] in wall.now })
    return RenewingTokenProvider(flow, grant: grant, now: { [wall] in wall.now })
  }

  @Test func `a fresh token costs no request`() async throws {
    let transport = ScriptedTransport()
    #expect(try await provider(transport).accessToken().value == Secret("t0"))
  }

  @Test func `a token is renewed before it expires, and the refresh token rotates`() async throws {
    let transport = ScriptedTransport([
      .post(SignIn.tokenURL, SignIn.grant("t1", refresh: "r1")),
      .post(SignIn.tokenURL, SignIn.grant("t2")),
      .post(SignIn.tokenURL, SignIn.grant("t3")),
    ])
    let provider = provider(transport)
    for (token, refresh) in [("t1", "r0"), ("t2", "r1"), ("t3", "r1")] {
      wall.advance(3400)
      #expect(try await provider.accessToken().value == Secret(token))
      #expect(SignIn.form(try #require(transport.sent.last))["refresh_token"] == refresh)
    }
  }

  @Test func `an expired token is renewed once for ten callers`() async throws {
    let gate = Gate()
    let transport = ScriptedTransport([
      .post(SignIn.tokenURL, SignIn.grant("t1").held(by: gate))
    ])
    let provider = provider(transport, expiresIn: 0)
    try await withThrowingTaskGroup(of: AccessToken.self) { group in
      for _ in 0..<10 { group.addTask { try await provider.accessToken() } }
      await gate.arrival()
      for _ in 0..<100 { await Task.yield() }
      gate.open()
      for try await token in group { #expect(token.value == Secret("t1")) }
    }
    #expect(transport.sent.count == 1)
  }

  @Test func `a caller that gives up leaves at once, and the others get the token`() async throws {
    let gate = Gate()
    let transport = ScriptedTransport([
      .post(SignIn.tokenURL, SignIn.grant("t1").held(by: gate))
    ])
    let provider = provider(transport, expiresIn: 0)
    let first = Task { try await provider.accessToken() }
    await gate.arrival()
    let second = Task { try await provider.accessToken() }
    first.cancel()
    let failure = await #expect(throws: IdentityError.self) { try await first.value }
    #expect(failure?.code == .cancelled)
    gate.open()
    #expect(try await second.value.value == Secret("t1"))
  }

  @Test func `a refused token is replaced once, however many saw the refusal`() async throws {
    let transport = ScriptedTransport([.post(SignIn.tokenURL, SignIn.grant("t1"))])
    let provider = provider(transport)
    let refused = try await provider.accessToken()
    try await withThrowingTaskGroup(of: AccessToken.self) { group in
      for _ in 0..<10 { group.addTask { try await provider.replacement(for: refused) } }
      for try await token in group { #expect(token.value == Secret("t1")) }
    }
    #expect(try await provider.accessToken().value == Secret("t1"))
  }

  @Test func `a challenge's claims are sent on`() async throws {
    let transport = ScriptedTransport([.post(SignIn.tokenURL, SignIn.grant("t1"))])
    let provider = provider(transport)
    let refused = try await provider.accessToken()
    _ = try await provider.replacement(for: refused, claims: #"{"access_token":{"nbf":1}}"#)
    let form = SignIn.form(try #require(transport.sent.first))
    #expect(form["claims"] == #"{"access_token":{"nbf":1,"xms_cc":{"values":["cp1"]}}}"#)
    #expect(await provider.unmetClaims == nil)
  }

  @Test func `claims that no renewal can meet wait for the next sign-in`() async throws {
    let asked = #"{"access_token":{"acrs":{"value":"c1"}}}"#
    let transport = ScriptedTransport([
      .post(
        SignIn.tokenURL,
        SignIn.refusal("interaction_required", 50076, more: #","claims":"{\"access_token\":{}}""#)),
      .post(SignIn.tokenURL, SignIn.refusal("interaction_required", 50079)),
    ])
    let provider = provider(transport)
    let refused = try await provider.accessToken()
    for expected in [#"{"access_token":{}}"#, asked] {
      let failure = await #expect(throws: IdentityError.self) {
        try await provider.replacement(for: refused, claims: asked)
      }
      #expect(failure?.code == .interactionRequired)
      #expect(await provider.unmetClaims == expected)
    }
  }

  @Test func `a token that is still good bridges an outage`() async throws {
    let transport = ScriptedTransport([
      .post(SignIn.tokenURL, .failure(.connectFailed)),
      .post(SignIn.tokenURL, .failure(.connectFailed)),
    ])
    let provider = provider(transport)
    wall.advance(3400)
    #expect(try await provider.accessToken().value == Secret("t0"))
    wall.advance(300)
    let failure = await #expect(throws: IdentityError.self) { try await provider.accessToken() }
    #expect(failure?.underlying?.code == .connectFailed)
  }

  @Test func `a refused token does not bridge an outage`() async throws {
    let transport = ScriptedTransport([.post(SignIn.tokenURL, .failure(.connectFailed))])
    let provider = provider(transport)
    let refused = try await provider.accessToken()
    let failure = await #expect(throws: IdentityError.self) {
      try await provider.replacement(for: refused)
    }
    #expect(failure?.code == .transport)
  }

  @Test func `a failure is told to its callers, and the next one tries again`() async throws {
    let transport = ScriptedTransport([
      .post(SignIn.tokenURL, SignIn.refusal("invalid_grant", 700_082)),
      .post(SignIn.tokenURL, SignIn.grant("t1")),
    ])
    let provider = provider(transport, expiresIn: 0)
    let failure = await #expect(throws: IdentityError.self) { try await provider.accessToken() }
    #expect(failure?.code == .refreshExpired)
    #expect(try await provider.accessToken().value == Secret("t1"))
  }

  @Test func `without a refresh token someone must sign in`() async {
    let provider = provider(ScriptedTransport(), expiresIn: 0, refresh: nil)
    let failure = await #expect(throws: IdentityError.self) { try await provider.accessToken() }
    #expect(failure?.code == .notSignedIn)
  }

  @Test func `an app's first token is got when it is first needed`() async throws {
    let transport = ScriptedTransport([.post(SignIn.tokenURL, SignIn.grant("a1"))])
    let flow = ClientCredentialsFlow(
      authority: SignIn.authority(), clientID: "app", credential: .secret(Secret("s")),
      transport: transport)
    let provider = RenewingTokenProvider(flow)
    #expect(try await provider.accessToken().value == Secret("a1"))
    #expect(try await provider.accessToken().value == Secret("a1"))
  }
}
