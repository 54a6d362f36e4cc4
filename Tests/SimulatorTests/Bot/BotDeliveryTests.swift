import Foundation
import GRDB
import HTTPTypes
import Testing

@testable import Simulator

/// How activities travel to a bot.
struct BotDeliveryTests {
  @Test(.timeLimit(.minutes(10)))
  func `an activity comes signed for the bot, with the address that it names`() async throws {
    let bot = try await BotCase()
    let listener = try await BotListener()
    defer { listener.stop() }
    try await bot.listens(at: listener.address)
    let team = try await bot.team()
    _ = try await bot.test.graph(.patch, "/teams/\(team.id)", body: ["displayName": "One"])
    #expect(await bot.courier.deliver() == BotCourier.Round(done: 1))
    let arrival = try #require(await listener.next())
    #expect(arrival.activity["channelData"]?["eventType"] == "teamRenamed")
    let token = arrival.authorization.dropFirst("Bearer ".count)
    let parts = token.split(separator: ".")
    let header = try DocumentParser.parse(Array(try #require(Data(base64URLText: parts[0]))))
    let claims = SignInCase.claims(.string(String(token)))
    #expect(header["alg"] == "RS256")
    #expect(claims["iss"] == "https://api.botframework.com")
    #expect(claims["aud"]?.string == bot.bot.id)
    #expect(claims["serviceurl"] == arrival.activity["serviceUrl"])
    let metadata = try await bot.test.send(
      .get, "/v1/.well-known/openidconfiguration", as: .nobody
    ).document
    #expect(metadata["issuer"] == claims["iss"])
    let keys = try await bot.test.send(
      .get, try #require(metadata["jwks_uri"]?.string), as: .nobody
    ).document["keys"]?.array
    let key = keys?.first { $0["kid"] == header["kid"] }
    #expect(key?["endorsements"] == ["msteams"])
    #expect(await bot.courier.deliver() == BotCourier.Round())
  }

  @Test(.timeLimit(.minutes(10)))
  func `what a bot does not take holds back what is behind it, and comes again by its id`()
    async throws
  {
    let bot = try await BotCase()
    let listener = try await BotListener([503, 429])
    defer { listener.stop() }
    try await bot.listens(at: listener.address)
    let team = try await bot.team()
    for name in ["One", "Two"] {
      _ = try await bot.test.graph(
        .patch, "/teams/\(team.id)", body: ["displayName": .string(name)])
    }
    for round in [(0, 1), (0, 1), (2, 0)] {
      #expect(
        await bot.courier.deliver() == BotCourier.Round(done: round.0, waiting: round.1))
    }
    var names: [String] = []
    var ids: [String] = []
    for _ in 0..<4 {
      let activity = try #require(await listener.next()).activity
      names.append(activity["channelData"]?["team"]?["name"]?.string ?? "")
      ids.append(activity["id"]?.string ?? "")
    }
    #expect(names == ["One", "One", "One", "Two"] && Set(ids).count == 2)
  }

  @Test(.timeLimit(.minutes(10)))
  func `what a bot refuses is not sent again, and what it never takes is dropped`() async throws {
    let bot = try await BotCase()
    let listener = try await BotListener([401, 500, 500, 500, 500, 500])
    defer { listener.stop() }
    try await bot.listens(at: listener.address)
    let team = try await bot.team()
    for name in ["One", "Two"] {
      _ = try await bot.test.graph(
        .patch, "/teams/\(team.id)", body: ["displayName": .string(name)])
    }
    #expect(await bot.courier.deliver() == BotCourier.Round(done: 1, waiting: 1))
    for _ in 0..<3 { #expect(await bot.courier.deliver() == BotCourier.Round(waiting: 1)) }
    #expect(await bot.courier.deliver() == BotCourier.Round(done: 1))
    #expect(try await bot.activities().isEmpty)
  }

  @Test(.timeLimit(.minutes(10)))
  func `a bot that does not answer in time is told again`() async throws {
    let bot = try await BotCase()
    let listener = try await BotListener([0])
    defer { listener.stop() }
    try await bot.listens(at: listener.address)
    let team = try await bot.team()
    _ = try await bot.test.graph(.patch, "/teams/\(team.id)", body: ["displayName": "One"])
    let hasty = BotCourier(
      tenant: bot.test.tenant, serviceURL: "http://localhost/emea/", patience: .milliseconds(300))
    #expect(await hasty.deliver() == BotCourier.Round(waiting: 1))
    #expect(await bot.courier.deliver() == BotCourier.Round(done: 1))
  }

  @Test(.timeLimit(.minutes(10)))
  func `a running tenant tells the bot by itself`() async throws {
    let listener = try await BotListener()
    defer { listener.stop() }
    let configuration = TenantConfiguration(
      people: 5, teams: 2, messages: 0, botEndpoint: listener.address)
    let arrival = try await configuration.served { address, server in
      let test = TestTenant(server: server)
      let team = try await test.tenant.read { db in
        try String.fetchOne(db, sql: "SELECT id FROM teams ORDER BY seq LIMIT 1")
      }
      _ = try await test.graph(.patch, "/teams/\(team ?? "")", body: ["displayName": "New"])
      let arrival = await listener.next()
      #expect(arrival?.activity["serviceUrl"]?.string == address.bot)
      return arrival
    }
    #expect(arrival?.activity["channelData"]?["eventType"] == "teamRenamed")
  }
}
