import CommandKit
import Documents
import Foundation
import HTTPTypes
import Identity
import TestSupport
import Testing
import Transport

/// A token that Graph revokes in the middle of a session.
struct ClaimsChallengeTests {
  private static let tokenURL = "https://login.example/contoso.com/oauth2/v2.0/token"
  private static let teams = "https://graph.example/v1.0/teams"
  private static let asked = #"{"access_token":{"nbf":{"essential":true,"value":"1702682181"}}}"#

  private static func grant(_ scopes: [String]) -> ScriptedExchange {
    .post(
      tokenURL,
      .json(
        #"{"expires_in":3600,"refresh_token":"r","access_token":""#
          + TestToken.person(scopes).reveal() + #""}"#))
  }

  private static var challenge: ScriptedAnswer {
    var fields = HTTPFields()
    let claims = Data(asked.utf8).base64EncodedString()
    fields[.wwwAuthenticate] =
      #"Bearer realm="", error="insufficient_claims", claims="\#(claims)""#
    return .json(
      #"{"error":{"code":"InvalidAuthenticationToken","message":"Revoked."}}"#, status: 401,
      fields: fields)
  }

  private static func claims(_ transport: ScriptedTransport) -> [String?] {
    transport.sent.filter { $0.head.path?.hasSuffix("/token") == true }.map { request in
      var form = URLComponents()
      form.percentEncodedQuery = String(decoding: request.body ?? [], as: UTF8.self)
      return form.queryItems?.first { $0.name == "claims" }?.value
    }
  }

  private static let base = #"{"access_token":{"xms_cc":{"values":["cp1"]}}}"#
  private static let merged =
    #"{"access_token":{"nbf":{"essential":true,"value":"1702682181"},"#
    + #""xms_cc":{"values":["cp1"]}}}"#

  private func session(_ exchanges: [ScriptedExchange]) throws -> (TestSession, ScriptedTransport) {
    let transport = ScriptedTransport(exchanges)
    let session = try TestSession(transport: transport) { $0.browser = ScriptedBrowser(code: "c") }
    return (session, transport)
  }

  @Test func `the challenge is answered without anybody noticing`() async throws {
    let (session, transport) = try session([
      Self.grant(["Team.ReadBasic.All"]), .get(Self.teams, Self.challenge),
      Self.grant(["Team.ReadBasic.All", "User.Read"]),
      .get(Self.teams, .json(#"{"value":[]}"#)),
    ])
    _ = try await session.result(of: "login --browser")
    #expect(try await session.result(of: "team list") == "[]\n")
    #expect(Self.claims(transport) == [Self.base, Self.merged])
  }

  @Test func `one that needs the person is said, and the next sign-in meets it`() async throws {
    let refusal = ScriptedAnswer.json(
      #"{"error":"interaction_required","error_description":"AADSTS50076: Again.","#
        + #""error_codes":[50076]}"#, status: 400)
    let (session, transport) = try session([
      Self.grant(["Team.ReadBasic.All"]), .get(Self.teams, Self.challenge),
      .post(Self.tokenURL, refusal), Self.grant(["Team.ReadBasic.All"]),
      .get(Self.teams, .json(#"{"value":[]}"#)),
    ])
    _ = try await session.result(of: "login --browser")
    #expect(await session.run("team list") == .signIn)
    #expect(session.errors.text.contains("A new sign-in is needed.\n  AADSTS50076: Again."))
    _ = try await session.result(of: "login --browser")
    #expect(try await session.result(of: "team list") == "[]\n")
    #expect(Self.claims(transport) == [Self.base, Self.merged, Self.merged])
  }
}
