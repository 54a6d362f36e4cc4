import Foundation
import GRDB
import HTTPTypes
import Testing

@testable import Simulator

/// Requests of a bot that go wrong on command, over real sockets.
struct ConnectorFaultTests {
  @Test(arguments: [
    (412, "PreconditionFailed"), (429, "TooManyRequests"), (502, "ServiceError"),
    (504, "ServiceError"),
  ])
  func `a rule for the connector strikes it in its own words`(
    _ status: Int, _ code: String
  ) async throws {
    let (outcome, said) = try await strike(["fault": "status", "status": .number(status)])
    #expect(outcome.status == status && said == 0)
    #expect(outcome.document["error"]?["code"]?.string == code, "\(outcome)")
    #expect(outcome.head.lowercased().contains("x-correlating-operationid"))
  }

  @Test func `an answer that is lost after the work leaves the message`() async throws {
    let (outcome, said) = try await strike(["fault": "reset-acted"])
    #expect(outcome.exit != 0 && said == 1)
  }

  @Test func `a rule for Graph leaves the connector alone`() async throws {
    let (outcome, said) = try await strike(
      ["service": "graph", "path": "/**", "fault": "status", "status": 503])
    #expect(outcome.status == 201 && said == 1)
  }

  /// Lets a bot say one thing under a rule; counts what it is found to have said.
  private func strike(_ fault: Document.Fields) async throws -> (Curl.Outcome, Int) {
    let rules = TestTenant.temporaryPath() + ".json"
    defer { try? FileManager.default.removeItem(atPath: rules) }
    var rule: Document.Fields = [
      "service": "bot", "method": "POST", "path": "/v3/conversations/{}/activities",
    ]
    for entry in fault.entries { rule[entry.name] = entry.value }
    let file: Document = ["rules": [.object(rule)]]
    try Data(file.bytes).write(to: URL(filePath: rules))
    let configuration = TenantConfiguration(
      people: 5, teams: 1, messages: 0, faultFile: rules)
    return try await configuration.served { address, server in
      let bot = try await BotCase(server: server)
      let channel = try #require(try await bot.team().channels["General"])
      let outcome = try await Curl(address: address)(
        ["-H", "Authorization: Bearer \(bot.token)", "--json", words("x").jsonText],
        "/emea/v3/conversations/\(channel.percentEncoded)/activities")
      let said = try await bot.test.tenant.read { db in
        try Int.fetchOne(
          db, sql: "SELECT COUNT(*) FROM messages WHERE place = ?", arguments: [channel])
      }
      return (outcome, said ?? 0)
    }
  }
}
