import Foundation
import HTTPTypes
import Testing

@testable import Simulator

/// Signing in: device codes and their page, refreshing, and the app's own secret.
struct DeviceCodeTests {
  private let clock = HandClock()
  private let scope = "User.Read Team.ReadBasic.All offline_access openid"

  private func tenant() async throws -> TestTenant {
    let clock = clock
    return try await TestTenant(people: 40, teams: 1, messages: 0, now: { clock.now() })
  }

  private func post(_ test: TestTenant, _ path: String, _ fields: [String: String]) async throws
    -> Reply
  {
    let form = fields.map { "\($0.key)=\($0.value.percentEncoded)" }.joined(separator: "&")
    return try await test.send(.post, path, as: .nobody, form: form)
  }

  private func begin(_ test: TestTenant, scope: String? = nil) async throws -> Document {
    let reply = try await post(
      test, "/contoso.com/oauth2/v2.0/devicecode",
      ["client_id": test.tenant.profile.clientID, "scope": scope ?? self.scope])
    #expect(reply.status == 200, "\(reply)")
    return reply.document
  }

  private func poll(_ test: TestTenant, _ device: Document) async throws -> Reply {
    try await post(
      test, "/\(test.tenant.profile.id)/oauth2/v2.0/token",
      [
        "grant_type": "urn:ietf:params:oauth:grant-type:device_code",
        "client_id": test.tenant.profile.clientID,
        "device_code": device["device_code"]?.string ?? "",
      ])
  }

  @discardableResult
  private func decide(
    _ test: TestTenant, _ device: Document, _ decision: String?,
    account: String = "megan@contoso.com"
  ) async throws -> Reply {
    var fields = ["user_code": device["user_code"]?.string ?? "", "account": account]
    fields["decision"] = decision
    return try await post(test, "/devicelogin", fields)
  }

  private func error(_ reply: Reply) -> String? { reply.document["error"]?.string }

  @Test func `an approved code becomes a token that opens Graph, once`() async throws {
    let test = try await tenant()
    let device = try await begin(test)
    #expect(device["interval"]?.integer == 5)
    #expect(error(try await poll(test, device)) == "authorization_pending")
    let page = try await decide(test, device, nil)
    #expect(page.status == 200 && page.text.contains("Team.ReadBasic.All"))
    #expect(page.headers[.contentType] == "text/html; charset=utf-8")
    try await decide(test, device, "approve")
    let granted = try await poll(test, device)
    let token = try #require(granted.document["access_token"]?.string, "\(granted)")
    let me = try await test.graph(.get, "/me", as: .token(token))
    #expect(me.document["userPrincipalName"]?.string == "megan@contoso.com")
    #expect(try await test.graph(.get, "/users", as: .token(token)).status == 403)
    #expect(granted.document["id_token"]?.string?.split(separator: ".").count == 3)
    #expect(error(try await poll(test, device)) == "invalid_grant")
  }

  @Test func `a declined code says so`() async throws {
    let test = try await tenant()
    let device = try await begin(test)
    try await decide(test, device, "decline")
    #expect(error(try await poll(test, device)) == "authorization_declined")
  }

  @Test func `a code expires after fifteen minutes, for the client and on the page`() async throws {
    let test = try await tenant()
    let device = try await begin(test)
    clock.advance(901)
    #expect(error(try await poll(test, device)) == "expired_token")
    #expect(try await decide(test, device, "approve").status == 400)
  }

  @Test func `who asks too often is told to slow down`() async throws {
    let test = try await tenant()
    let device = try await begin(test)
    #expect(error(try await poll(test, device)) == "authorization_pending")
    clock.advance(2)
    #expect(error(try await poll(test, device)) == "slow_down")
    clock.advance(5)
    #expect(error(try await poll(test, device)) == "authorization_pending")
  }

  @Test func `codes that nobody issued are refused on both sides`() async throws {
    let test = try await tenant()
    let made: Document = ["device_code": "x", "user_code": "ABCDEFGH"]
    #expect(error(try await poll(test, made)) == "bad_verification_code")
    let page = try await decide(test, made, "approve")
    #expect(page.status == 400 && page.text.contains("AADSTS70018"))
  }

  @Test(arguments: ["nobody@contoso.com", "gone.away@contoso.com", ""])
  func `an account that cannot sign in gets the form again`(_ account: String) async throws {
    let test = try await tenant()
    let device = try await begin(test)
    let page = try await decide(test, device, "approve", account: account)
    #expect(page.status == 400 && page.text.contains("role=\"alert\""))
    #expect(error(try await poll(test, device)) == "authorization_pending")
  }

  @Test func `a person without a role cannot grant what an administrator must`() async throws {
    let test = try await tenant()
    let device = try await begin(test, scope: "Group.ReadWrite.All")
    let page = try await decide(test, device, "approve", account: "adele@contoso.com")
    #expect(page.status == 400 && page.text.contains("AADSTS90094"))
    let modest = try await begin(test, scope: "User.Read")
    try await decide(test, modest, "approve", account: "adele@contoso.com")
    #expect(try await poll(test, modest).status == 200)
  }

  @Test func `a refreshed sign-in gets a new refresh token and keeps its consent`() async throws {
    let test = try await tenant()
    let device = try await begin(test)
    try await decide(test, device, "approve")
    let first = try await poll(test, device).document
    let token = try #require(first["refresh_token"]?.string)
    func refresh(_ token: String, scope: String) async throws -> Reply {
      try await post(
        test, "/organizations/oauth2/v2.0/token",
        [
          "grant_type": "refresh_token", "client_id": test.tenant.profile.clientID,
          "refresh_token": token, "scope": scope,
        ])
    }
    let second = try await refresh(token, scope: "https://graph.microsoft.com/.default")
    #expect(second.status == 200, "\(second)")
    #expect(second.document["scope"]?.string?.hasPrefix("Team.ReadBasic.All User.Read") == true)
    #expect(second.document["refresh_token"] != first["refresh_token"])
    let wider = try await refresh(token, scope: "Chat.Read")
    #expect(error(wider) == "invalid_grant")
    #expect(wider.document["suberror"] == "consent_required")
    #expect(error(try await refresh("forged", scope: "User.Read")) == "invalid_grant")
    clock.advance(91 * 86_400)
    let late = try await refresh(token, scope: "User.Read")
    #expect(late.document["error_codes"] == [700_082])
  }

  @Test func `an app signs in by its secret and holds its roles`() async throws {
    let test = try await tenant()
    let profile = test.tenant.profile
    func ask(_ changes: [String: String]) async throws -> Reply {
      var fields = [
        "grant_type": "client_credentials", "client_id": profile.clientID,
        "client_secret": profile.clientSecret, "scope": "https://graph.microsoft.com/.default",
      ]
      for (name, value) in changes { fields[name] = value }
      return try await post(test, "/\(profile.id)/oauth2/v2.0/token", fields)
    }
    let granted = try await ask([:])
    let token = try #require(granted.document["access_token"]?.string, "\(granted)")
    #expect(granted.document["refresh_token"] == nil)
    #expect(try await test.graph(.get, "/teams", as: .token(token)).status == 200)
    let wrong = try await ask(["client_secret": "guess"])
    #expect(wrong.status == 401 && wrong.document["error_codes"] == [7_000_215])
    #expect(try await ask(["client_secret": ""]).document["error_codes"] == [7_000_216])
    #expect(try await ask(["scope": "User.Read"]).document["error_codes"] == [1_002_012])
    #expect(try await ask(["client_id": "x"]).document["error_codes"] == [700_016])
    #expect(try await ask(["grant_type": "password"]).document["error_codes"] == [70_003])
  }

  @Test func `tokens verify against the published key`() async throws {
    let test = try await tenant()
    let configuration = try await test.send(
      .get, "/common/v2.0/.well-known/openid-configuration", as: .nobody)
    let address = try #require(configuration.document["jwks_uri"]?.string)
    let keys = try await test.send(.get, address, as: .nobody).document["keys"]?.array ?? []
    #expect(keys.map { $0["kid"]?.string } == [test.tenant.signingKey.id])
    #expect(keys.first?["n"]?.string?.isEmpty == false)
  }

  @Test func `an unknown tenant is not found`() async throws {
    let test = try await tenant()
    let path = "/fabrikam.com/v2.0/.well-known/openid-configuration"
    let reply = try await test.send(.get, path, as: .nobody)
    #expect(reply.status == 400 && error(reply) == "invalid_tenant")
    let token = try await post(test, "/fabrikam.com/oauth2/v2.0/token", [:])
    #expect(token.document["error_codes"] == [90_002])
  }

  @Test func `expired, foreign and broken tokens are refused with a challenge`() async throws {
    let test = try await tenant()
    let old = try await test.sign(test.claims(subject: "x", expiresIn: -10) { _ in })
    let foreign = try await test.sign(
      AccessClaims(
        iss: "", iat: 0, nbf: 0, exp: .max, appid: "", appDisplayName: "", appidacr: "",
        idtyp: "user", oid: "", sub: "", tid: "other", uti: ""))
    for token in [old, foreign, String(old.dropLast(3)) + "AAA", "a.b.c", "garbage"] {
      let reply = try await test.graph(.get, "/me", as: .token(token))
      #expect(reply.status == 401 && reply.code == "InvalidAuthenticationToken")
      #expect(reply.headers[.wwwAuthenticate]?.hasPrefix("Bearer realm=\"\"") == true)
    }
  }
}
