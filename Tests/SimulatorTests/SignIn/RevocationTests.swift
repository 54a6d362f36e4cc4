import Foundation
import GRDB
import HTTPTypes
import Testing

@testable import Simulator

/// Sign-ins that end before their tokens do.
struct RevocationTests {
  private let continuous = #"{"access_token":{"xms_cc":{"values":["cp1"]}}}"#

  @Test func `revoking ends the refresh token, and a fresh sign-in begins anew`() async throws {
    let entra = try await SignInCase()
    let old = try await entra.tokens()
    entra.clock.advance(1)
    let revoked = try await entra.test.graph(.post, "/users/megan@contoso.com/revokeSignInSessions")
    #expect(revoked.document["value"] == true)
    let refused = try await entra.refresh(old)
    #expect(refused.oauthError == "invalid_grant" && refused.number == 50_173)
    #expect(refused.status == 400)
    let fresh = try await entra.tokens()
    #expect(try await entra.refresh(fresh).status == 200)
  }

  @Test func `a token of an app that knows cp1 lives a day, and is challenged when revoked`()
    async throws
  {
    let entra = try await SignInCase()
    let tokens = try await entra.tokens(claims: continuous)
    #expect(tokens["expires_in"]?.integer == 86_399)
    #expect(SignInCase.claims(tokens["access_token"])["xms_cc"] == ["cp1"])
    let plain = try await entra.refresh(tokens)
    let token = try #require(tokens["access_token"]?.string)
    #expect(try await entra.test.graph(.get, "/me", as: .token(token)).status == 200)
    entra.clock.advance(0.4)
    _ = try await entra.test.graph(.post, "/users/megan@contoso.com/revokeSignInSessions")
    let refused = try await entra.test.graph(.get, "/me", as: .token(token))
    #expect(refused.status == 401 && refused.code == "InvalidAuthenticationToken")
    let header = try #require(refused.headers[.wwwAuthenticate])
    #expect(header.contains("error=\"insufficient_claims\""))
    let encoded = try #require(header.firstMatch(of: /claims="([^"]+)"/)?.1)
    let claims = try DocumentParser.parse(Array(try #require(Data(base64Encoded: String(encoded)))))
    let floor = claims["access_token"]?["nbf"]
    #expect(floor?["essential"] == true)
    #expect(floor?["value"]?.string == String(entra.test.tenant.now.seconds))
    let other = try #require(plain.document["access_token"]?.string)
    #expect(try await entra.test.graph(.get, "/me", as: .token(other)).status == 200)
    let anew = try await entra.tokens(claims: continuous)
    let next = try #require(anew["access_token"]?.string)
    #expect(try await entra.test.graph(.get, "/me", as: .token(next)).status == 200)
  }

  @Test func `an account that was disabled or removed renews nothing`() async throws {
    let entra = try await SignInCase()
    let tokens = try await entra.tokens("adele@contoso.com", claims: continuous)
    let token = try #require(tokens["access_token"]?.string)
    try await entra.test.tenant.write { db in
      try db.execute(sql: "UPDATE people SET isEnabled = 0 WHERE upn = 'adele@contoso.com'")
    }
    #expect(try await entra.refresh(tokens).number == 50_057)
    #expect(try await entra.test.graph(.get, "/me", as: .token(token)).status == 401)
    try await entra.test.tenant.write { db in
      try db.execute(sql: "DELETE FROM people WHERE upn = 'adele@contoso.com'")
    }
    #expect(try await entra.refresh(tokens).number == 50_034)
  }

  @Test func `a browser's session ends with a revocation`() async throws {
    let entra = try await SignInCase()
    var browser = try await entra.signIn()
    entra.clock.advance(1)
    _ = try await entra.test.graph(.post, "/users/megan@contoso.com/revokeSignInSessions")
    try await browser.open(entra.page(["prompt": "none"]))
    #expect(browser.landing["error"] == "login_required")
  }
}
