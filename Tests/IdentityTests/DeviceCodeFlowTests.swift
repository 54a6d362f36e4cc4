import Foundation
import HTTPTypes
import Identity
import TestSupport
import Testing
import Transport

struct DeviceCodeFlowTests {
  private let clock = InstantClock()

  private func flow(_ transport: ScriptedTransport) -> DeviceCodeFlow {
    DeviceCodeFlow(
      authority: SignIn.authority(), clientID: "app-1", transport: transport, clock: clock,
      now: { SignIn.now })
  }

  private let authorization = DeviceAuthorization(
    userCode: "ABCD1234", verificationAddress: "https://login.example/device", message: nil,
    lifetime: .seconds(900), interval: .seconds(5), deviceCode: Secret("device-code-1"))

  @Test func `a code is asked for with the scopes of the Graph meant`() async throws {
    let transport = ScriptedTransport([
      .post(
        SignIn.codeURL,
        .json(
          #"{"user_code":"ABCD1234","device_code":"d1","verification_uri":"https://x/device","#
            + #""expires_in":600,"interval":7,"message":"Open it."}"#))
    ])
    let begun = try await flow(transport).begin(scopes: ["User.Read", "offline_access"])
    #expect(begun.userCode == "ABCD1234")
    #expect(begun.verificationAddress == "https://x/device")
    #expect(begun.message == "Open it.")
    #expect(begun.lifetime == .seconds(600))
    #expect(begun.interval == .seconds(7))
    let form = SignIn.form(try #require(transport.sent.first))
    #expect(form["client_id"] == "app-1")
    let scope = "https://graph.example:8443/User.Read offline_access openid profile"
    #expect(form["scope"] == scope)
  }

  @Test func `the code is asked about at once, then at its interval until the person has decided`()
    async throws
  {
    let transport = ScriptedTransport([
      .post(SignIn.tokenURL, SignIn.refusal("authorization_pending", 70016)),
      .post(SignIn.tokenURL, SignIn.refusal("slow_down", 70016)),
      .post(SignIn.tokenURL, SignIn.refusal("authorization_pending", 70016)),
      .post(SignIn.tokenURL, SignIn.grant("t", refresh: "r")),
    ])
    let grant = try await flow(transport).wait(for: authorization)
    #expect(grant.accessToken.value == Secret("t"))
    #expect(grant.accessToken.host == "graph.example:8443")
    #expect(grant.accessToken.expiresAt == SignIn.now.addingTimeInterval(3600))
    #expect(grant.refreshToken == Secret("r"))
    #expect(grant.scopes == ["User.Read", "openid"])
    #expect(clock.slept == [.seconds(5), .seconds(10), .seconds(10)])
    let form = SignIn.form(try #require(transport.sent.last))
    #expect(form["grant_type"] == "urn:ietf:params:oauth:grant-type:device_code")
    #expect(form["device_code"] == "device-code-1")
  }

  @Test(arguments: [
    ("authorization_declined", 65004, IdentityError.Code.declined),
    ("expired_token", 70020, .expiredCode),
    ("bad_verification_code", 70018, .requestRefused),
    ("invalid_client", 7_000_218, .invalidClient),
  ])
  func `a refusal ends the wait`(error: String, number: Int, code: IdentityError.Code) async {
    let transport = ScriptedTransport([.post(SignIn.tokenURL, SignIn.refusal(error, number))])
    let failure = await #expect(throws: IdentityError.self) {
      try await flow(transport).wait(for: authorization)
    }
    #expect(failure?.code == code)
    #expect(failure?.aadsts == number)
    #expect(failure?.description == "AADSTS\(number): Because.")
  }

  @Test func `a code that nobody confirms expires without another question`() async {
    let pending = SignIn.refusal("authorization_pending", 70016)
    let transport = ScriptedTransport(
      Array(repeating: .post(SignIn.tokenURL, pending), count: 181))
    let failure = await #expect(throws: IdentityError.self) {
      try await flow(transport).wait(for: authorization)
    }
    #expect(failure?.code == .expiredCode)
    #expect(clock.now.offset == .seconds(900))
  }

  @Test func `a lost answer is asked for again, more slowly`() async throws {
    let transport = ScriptedTransport([
      .post(SignIn.tokenURL, .failure(.timedOut, mayHaveArrived: true)),
      .post(SignIn.tokenURL, .failure(.outcomeUnknown, mayHaveArrived: true)),
      .post(SignIn.tokenURL, SignIn.grant("t")),
    ])
    let grant = try await flow(transport).wait(for: authorization)
    #expect(grant.accessToken.value == Secret("t"))
    #expect(clock.slept == [.seconds(10)])
  }

  @Test func `no network ends the wait with its cause`() async {
    let transport = ScriptedTransport([.post(SignIn.tokenURL, .failure(.nameNotResolved))])
    let failure = await #expect(throws: IdentityError.self) {
      try await flow(transport).wait(for: authorization)
    }
    #expect(failure?.code == .transport)
    #expect(failure?.underlying?.code == .nameNotResolved)
  }

  @Test func `cancelling ends the wait`() async {
    let gate = Gate()
    let transport = ScriptedTransport([.post(SignIn.tokenURL, SignIn.grant().held(by: gate))])
    let flow = flow(transport)
    let task = Task { [authorization] in try await flow.wait(for: authorization) }
    await gate.arrival()
    task.cancel()
    let failure = await #expect(throws: IdentityError.self) { try await task.value }
    #expect(failure?.code == .cancelled)
  }
}
