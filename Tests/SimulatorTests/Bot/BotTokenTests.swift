import Foundation
import HTTPTypes
import Testing

@testable import Simulator

/// How bots sign in.
struct BotTokenTests {
  private func tenant() async throws -> TestTenant {
    try await TestTenant(people: 5, teams: 2, messages: 0)
  }

  @Test func `a bot of several tenants signs in at the Bot Framework's directory`() async throws {
    let test = try await tenant()
    let reply = try await BotCase.ask(test)
    #expect(reply.status == 200, "\(reply)")
    #expect(reply.document["expires_in"]?.integer == 86_399)
    let claims = SignInCase.claims(reply.document["access_token"])
    #expect(claims["aud"] == "https://api.botframework.com")
    #expect(claims["appid"]?.string == test.tenant.profile.bot.id)
    #expect(claims["tid"] == "d6d49420-f39b-4df7-a1dc-d59a935871db")
  }

  @Test func `a bot of one tenant is not known there, and signs in at its own`() async throws {
    let test = try await tenant()
    let bot = test.tenant.profile.bot
    try await test.tenant.write { db in
      try BotSettings(endpoint: nil, isSingleTenant: true).store(db, of: bot.id)
    }
    let refused = try await BotCase.ask(test)
    #expect(refused.oauthError == "unauthorized_client" && refused.number == 700_016)
    let own = try await BotCase.ask(test, at: test.tenant.profile.id)
    #expect(
      SignInCase.claims(own.document["access_token"])["tid"]?.string == test.tenant.profile.id)
    let token = try #require(own.document["access_token"]?.string)
    #expect(try await test.send(.get, "/emea/v3/conversations", as: .token(token)).status == 200)
  }

  @Test(
    arguments: [
      (["client_secret": "wrong"], "invalid_client", 7_000_215),
      (["client_secret": nil], "invalid_client", 7_000_216),
      (["client_id": "11111111-2222-4333-8444-555555555555"], "unauthorized_client", 700_016),
      (["grant_type": "password"], "unsupported_grant_type", 70_003),
      (["scope": "https://graph.microsoft.com/.default"], "invalid_resource", 500_011),
    ] as [([String: String?], String, Int)])
  func `what is wrong is refused with Entra's number`(
    _ changes: [String: String?], _ error: String, _ number: Int
  ) async throws {
    let reply = try await BotCase.ask(try await tenant(), at: "botframework.com", changes)
    #expect(reply.oauthError == error && reply.number == number, "\(reply)")
  }

  @Test func `the bot is an app like another, for Graph too`() async throws {
    let test = try await tenant()
    let reply = try await BotCase.ask(
      test, at: test.tenant.profile.id, ["scope": "https://graph.microsoft.com/.default"])
    let token = try #require(reply.document["access_token"]?.string, "\(reply)")
    #expect(try await test.graph(.get, "/users", as: .token(token)).status == 200)
    #expect(SignInCase.claims(reply.document["access_token"])["app_displayname"] == "Contoso Bot")
    let conversations = try await test.send(.get, "/emea/v3/conversations", as: .token(token))
    #expect(conversations.status == 401 && conversations.code == "Unauthorized")
  }

  @Test(arguments: ["botframework.com", "own"])
  func `a bot proves itself by its certificate`(_ directory: String) async throws {
    let key = try await AppKey.shared.value
    let file = try key.file()
    defer { try? FileManager.default.removeItem(atPath: file) }
    let entra = try await SignInCase(clientCertificate: file)
    let bot = entra.profile.bot
    let name = directory == "own" ? entra.profile.id : directory
    let now = entra.test.tenant.now.seconds
    let claims: Document = [
      "aud": .string("http://localhost/\(name)/oauth2/v2.0/token"), "iss": .string(bot.id),
      "sub": .string(bot.id), "jti": "1", "nbf": .number(now), "exp": .number(now + 600),
    ]
    let header: Document = ["alg": "PS256", "typ": "JWT", "x5t#S256": .string(try key.sha256)]
    let reply = try await BotCase.ask(
      entra.test, at: name,
      [
        "client_secret": nil, "client_assertion": try key.sign(header, claims),
        "client_assertion_type": ClientAssertion.type,
      ])
    #expect(SignInCase.claims(reply.document["access_token"])["appidacr"] == "2", "\(reply)")
  }

  @Test func `an app that is no bot gets a token that the connector refuses`() async throws {
    let test = try await tenant()
    let profile = test.tenant.profile
    let reply = try await BotCase.ask(
      test, at: profile.id,
      ["client_id": profile.clientID, "client_secret": profile.clientSecret])
    let token = try #require(reply.document["access_token"]?.string, "\(reply)")
    #expect(try await test.send(.get, "/emea/v3/conversations", as: .token(token)).status == 401)
    #expect(try await test.send(.get, "/emea/v3/conversations", as: .nobody).status == 401)
    #expect(try await test.send(.get, "/emea/v3/conversations").status == 401)
  }
}
