import Testing

@testable import Simulator

/// Redeeming a code, and renewing what it brought.
struct RedeemTests {
  @Test func `a code works once`() async throws {
    let entra = try await SignInCase()
    let code = try await entra.signIn().landing["code"]
    #expect(try await entra.redeem(code).status == 200)
    let again = try await entra.redeem(code)
    #expect(again.oauthError == "invalid_grant" && again.number == 54_005)
  }

  @Test func `a code that waited ten minutes is too old`() async throws {
    let entra = try await SignInCase()
    let code = try await entra.signIn().landing["code"]
    entra.clock.advance(601)
    let late = try await entra.redeem(code)
    #expect(late.oauthError == "invalid_grant" && late.number == 70_008)
  }

  @Test(arguments: [
    (["code_verifier": String(repeating: "w", count: 64)], "invalid_grant", 501_481),
    (["code_verifier": nil], "invalid_grant", 501_481),
    (["redirect_uri": "http://localhost:7072"], "invalid_client", 500_112),
    (["redirect_uri": nil], "invalid_request", 900_144),
    (["code": "forged"], "invalid_grant", 70_000),
    (["client_secret": "guess"], "invalid_client", 7_000_215),
    (["client_id": "other"], "unauthorized_client", 700_016),
    (["grant_type": "password"], "unsupported_grant_type", 70_003),
  ])
  func `who is not the app that asked gets no token, and leaves the code to it`(
    _ changes: [String: String?], _ error: String, _ number: Int
  ) async throws {
    let entra = try await SignInCase()
    let code = try await entra.signIn().landing["code"]
    let refused = try await entra.redeem(code, changes)
    #expect(refused.oauthError == error && refused.number == number, "\(refused)")
    #expect(try await entra.redeem(code).status == 200)
  }

  @Test func `an app on a device shows no secret, and one on a server must`() async throws {
    let entra = try await SignInCase()
    let secret = entra.profile.clientSecret
    let code = try await entra.signIn().landing["code"]
    #expect(try await entra.redeem(code, ["client_secret": secret]).number == 700_025)
    let web = ["redirect_uri": "http://localhost:5000/web"]
    let bare = try await entra.signIn("megan@contoso.com", web).landing["code"]
    #expect(try await entra.redeem(bare, web).number == 7_000_218)
    let proved = try await entra.signIn("megan@contoso.com", web).landing["code"]
    let granted = try await entra.redeem(
      proved, ["redirect_uri": web["redirect_uri"], "client_secret": secret])
    #expect(SignInCase.claims(granted.document["access_token"])["appidacr"] == "1", "\(granted)")
    #expect(try await entra.refresh(granted.document).number == 7_000_218)
    #expect(try await entra.refresh(granted.document, ["client_secret": secret]).status == 200)
  }

  @Test func `an unhashed challenge is its own verifier`() async throws {
    let entra = try await SignInCase()
    let browser = try await entra.signIn(
      "megan@contoso.com",
      ["code_challenge": SignInCase.verifier, "code_challenge_method": "plain"])
    #expect(try await entra.redeem(browser.landing["code"]).status == 200)
  }

  @Test func `consumers have no way in`() async throws {
    let entra = try await SignInCase()
    let reply = try await entra.token([:], tenant: "consumers")
    #expect(reply.number == 9_002_332)
  }
}
