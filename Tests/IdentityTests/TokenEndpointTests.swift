import Foundation
import HTTPTypes
import Identity
import TestSupport
import Testing
import Transport

/// What the login service may say, for the flows that nobody watches.
struct TokenEndpointTests {
  private func secretFlow(
    _ transport: ScriptedTransport, _ authority: Authority = SignIn.authority()
  ) -> ClientCredentialsFlow {
    ClientCredentialsFlow(
      authority: authority, clientID: "app", credential: .secret(Secret("s&=%+")),
      transport: transport, now: { SignIn.now })
  }

  @Test func `a secret is sent in the form, and asks for what was granted beforehand`()
    async throws
  {
    let transport = ScriptedTransport([.post(SignIn.tokenURL, SignIn.grant())])
    _ = try await secretFlow(transport).grant()
    let form = SignIn.form(try #require(transport.sent.first))
    #expect(form["grant_type"] == "client_credentials")
    #expect(form["client_secret"] == "s&=%+")
    #expect(form["scope"] == "https://graph.example:8443/.default")
  }

  @Test func `the global Graph's permissions go by their plain names`() async throws {
    let transport = ScriptedTransport([.post(SignIn.tokenURL, SignIn.grant())])
    let authority = SignIn.authority(graph: "https://graph.microsoft.com")
    let flow = RefreshFlow(
      authority: authority, clientID: "app", scopes: ["Team.ReadBasic.All"], transport: transport)
    _ = try await flow.renew(Secret("r"), claims: nil)
    let form = SignIn.form(try #require(transport.sent.first))
    #expect(form["scope"] == "Team.ReadBasic.All openid profile offline_access")
    #expect(form["refresh_token"] == "r")
  }

  @Test(arguments: [
    (nil, #"{"access_token":{"xms_cc":{"values":["cp1"]}}}"#),
    ("no JSON", #"{"access_token":{"xms_cc":{"values":["cp1"]}}}"#),
    (
      #"{"access_token":{"nbf":{"essential":true,"value":"1"}}}"#,
      #"{"access_token":{"nbf":{"essential":true,"value":"1"},"xms_cc":{"values":["cp1"]}}}"#
    ),
    (
      #"{"id_token":{"auth_time":null},"access_token":{"xms_cc":{"values":["cp1"]}}}"#,
      #"{"id_token":{"auth_time":null},"access_token":{"xms_cc":{"values":["cp1"]}}}"#
    ),
  ])
  func `every token is asked to answer challenges, and to meet the one at hand`(
    challenge: String?, claims: String
  ) async throws {
    let transport = ScriptedTransport([
      .post(SignIn.tokenURL, SignIn.grant()), .post(SignIn.tokenURL, SignIn.grant()),
    ])
    let refresh = RefreshFlow(
      authority: SignIn.authority(), clientID: "app", scopes: [], transport: transport)
    _ = try await refresh.renew(Secret("r"), claims: challenge)
    _ = try await secretFlow(transport).renew(nil, claims: challenge)
    #expect(transport.sent.map { SignIn.form($0)["claims"] } == [claims, claims])
  }

  @Test(arguments: [
    ("invalid_request", 90002, 400, "", IdentityError.Code.unknownTenant),
    ("invalid_client", 7_000_215, 401, "", .invalidClient),
    ("unauthorized_client", 700_016, 400, "", .invalidClient),
    ("invalid_grant", 700_082, 400, "", .refreshExpired),
    ("invalid_grant", 65001, 400, #","suberror":"consent_required""#, .consentRequired),
    ("invalid_grant", 50076, 400, #","claims":"{}""#, .interactionRequired),
    ("invalid_grant", 50055, 400, #","suberror":"basic_action""#, .interactionRequired),
    ("interaction_required", 50076, 400, "", .interactionRequired),
    ("access_denied", 53003, 400, #","suberror":"message_only""#, .policyRefused),
    ("interaction_required", 53000, 400, #","suberror":"message_only""#, .policyRefused),
    ("invalid_scope", 1_002_012, 400, "", .scopeUnknown),
    ("temporarily_unavailable", 90033, 503, "", .serverFailed),
  ])
  func `a refusal keeps its number and its first line`(
    error: String, number: Int, status: Int, more: String, code: IdentityError.Code
  ) async {
    let transport = ScriptedTransport([
      .post(SignIn.tokenURL, SignIn.refusal(error, number, status: status, more: more))
    ])
    let failure = await #expect(throws: IdentityError.self) {
      try await secretFlow(transport).grant()
    }
    #expect(failure?.code == code)
    #expect(failure?.aadsts == number)
    #expect(failure?.description == "AADSTS\(number): Because.")
    #expect(failure?.status == status)
  }

  @Test(arguments: [
    (#"{"access_token":"abc","expires_"#, 200, IdentityError.Code.malformedAnswer),
    ("<html>", 200, .malformedAnswer), ("", 200, .malformedAnswer), ("[]", 200, .malformedAnswer),
    (#"{"access_token":"abc"}"#, 200, .malformedAnswer),
    (#"{"access_token":"abc","expires_in":-1}"#, 200, .malformedAnswer),
    ("<html>", 404, .malformedAnswer), ("<html>", 502, .serverFailed),
    ("{}", 400, .malformedAnswer), ("{}", 500, .serverFailed),
  ])
  func `an answer that is none is said to be none`(
    body: String, status: Int, code: IdentityError.Code
  ) async {
    let transport = ScriptedTransport([.post(SignIn.tokenURL, .json(body, status: status))])
    let failure = await #expect(throws: IdentityError.self) {
      try await secretFlow(transport).grant()
    }
    #expect(failure?.code == code)
    #expect(failure?.status == status)
  }

  @Test func `a lifetime sent as text counts`() async throws {
    let body = #"{"access_token":"abc","expires_in":"100"}"#
    let transport = ScriptedTransport([.post(SignIn.tokenURL, .json(body))])
    let grant = try await secretFlow(transport).grant()
    #expect(grant.accessToken.expiresAt == SignIn.now.addingTimeInterval(100))
    #expect(grant.renewAt == SignIn.now.addingTimeInterval(80))
  }

  @Test func `an answer lost twice is given up`() async {
    let lost = ScriptedExchange.post(
      SignIn.tokenURL, .failure(.outcomeUnknown, mayHaveArrived: true))
    let failure = await #expect(throws: IdentityError.self) {
      try await secretFlow(ScriptedTransport([lost, lost])).grant()
    }
    #expect(failure?.code == .transport)
    #expect(failure?.underlying?.code == .outcomeUnknown)
  }
}
