import Foundation
import GRDB
import HTTPTypes
import Testing

@testable import Simulator

/// Requests that go wrong on command, over real sockets.
struct FaultTests {
  /// What a test sees of one write that a rule struck.
  struct Seen: Sendable {
    let outcome: Curl.Outcome
    let line: Document
    let chats: Int
  }

  /// Serves a tenant with the rules, and sends one request to make a chat.
  private func strike(
    _ fault: Document.Fields, version: String, options: [String] = []
  ) async throws -> Seen {
    let folder = TestTenant.temporaryPath()
    let record = folder + ".ndjson"
    let rules = folder + ".json"
    defer { for path in [record, rules] { try? FileManager.default.removeItem(atPath: path) } }
    var rule: Document.Fields = ["method": "POST", "path": "/chats"]
    for entry in fault.entries { rule[entry.name] = entry.value }
    let file: Document = ["rules": [.object(rule)]]
    try Data(file.bytes).write(to: URL(filePath: rules))
    let configuration = TenantConfiguration(
      usesTLS: true, people: 3, teams: 0, messages: 0, faultFile: rules, recordFile: record)
    return try await configuration.served { address, server in
      let test = TestTenant(server: server)
      let token = try #require(try await test.token(for: .administrator))
      let body = try await Self.newChat(in: test)
      let before = try await Self.chats(in: test)
      let outcome = try await Curl(address: address, version: version)(
        [
          "-H", "Authorization: Bearer \(token)", "-H", "Content-Type: application/json", "-d",
          body,
        ] + options, "/v1.0/chats")
      let lines = try String(contentsOfFile: record, encoding: .utf8).split(separator: "\n")
      let line = try DocumentParser.parse(String(try #require(lines.last)))
      let after = try await Self.chats(in: test)
      return Seen(outcome: outcome, line: line, chats: after - before)
    }
  }

  private static func chats(in test: TestTenant) async throws -> Int {
    try await test.tenant.read { db in
      try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM chats") ?? 0
    }
  }

  /// The body that makes a chat between the administrator and the third person.
  private static func newChat(in test: TestTenant) async throws -> String {
    let people = try await test.tenant.read { db in
      try String.fetchAll(db, sql: "SELECT id FROM people ORDER BY seq")
    }
    let members = people.suffix(1) + people.prefix(1)
    let body: Document = [
      "chatType": "group",
      "members": .array(
        members.map { id in
          [
            "@odata.type": "#microsoft.graph.aadUserConversationMember", "roles": ["owner"],
            "user@odata.bind": .string("https://graph.microsoft.com/v1.0/users('\(id)')"),
          ]
        }),
    ]
    return body.jsonText
  }

  @Test(
    arguments: ["reset-unread", "reset-unacted", "reset-acted"], ["--http1.1", "--http2"])
  func `a reset loses the answer, and the record says whether the write was done`(
    name: String, version: String
  ) async throws {
    let seen = try await strike(["fault": .string(name)], version: version)
    let isActed = name == "reset-acted"
    #expect(seen.outcome.exit != 0 && seen.outcome.exit != 28 && seen.outcome.status == 0)
    #expect(seen.chats == (isActed ? 1 : 0))
    #expect(seen.line["acted"]?.bool == isActed)
    #expect(seen.line["fault"]?.string == name)
    #expect(seen.line["status"] == .null)
    #expect(seen.line["body"]?.string?.contains("group") == (name == "reset-unread" ? nil : true))
  }

  @Test(arguments: ["status", "status-acted"], ["--http1.1", "--http2"])
  func `a rule's answer takes the place of the real one`(
    name: String, version: String
  ) async throws {
    let seen = try await strike(
      ["fault": .string(name), "status": 503, "headers": ["Retry-After": "2.5"]],
      version: version)
    #expect(seen.outcome.exit == 0 && seen.outcome.status == 503)
    #expect(seen.outcome.head.lowercased().contains("retry-after: 2.5"))
    #expect(seen.outcome.document["error"]?["code"] == "ServiceUnavailable")
    #expect(seen.chats == (name == "status" ? 0 : 1))
    #expect(seen.line["acted"]?.bool == (name == "status-acted"))
  }

  @Test(arguments: ["--http1.1", "--http2"])
  func `a truncated answer breaks off`(version: String) async throws {
    let seen = try await strike(["fault": "truncate", "bytes": 10], version: version)
    #expect(seen.outcome.exit != 0 && seen.outcome.exit != 28)
    #expect(seen.outcome.status == 201)
    #expect(seen.outcome.body.utf8.count <= 10)
    #expect(seen.chats == 1)
  }

  @Test(arguments: ["--http1.1", "--http2"])
  func `an answer can be whole and no JSON`(version: String) async throws {
    let seen = try await strike(["fault": "invalid-json"], version: version)
    #expect(seen.outcome.exit == 0 && seen.outcome.status == 201)
    #expect(seen.outcome.body.hasPrefix("{"))
    #expect(throws: DocumentParser.Malformed.self) { try DocumentParser.parse(seen.outcome.body) }
  }

  @Test(arguments: ["--http1.1", "--http2"])
  func `an answer held back for ever ends with the client's patience`(
    version: String
  ) async throws {
    let seen = try await strike(
      ["fault": "stall"], version: version, options: ["--max-time", "8"])
    #expect(seen.outcome.exit == 28 && seen.chats == 1)
    #expect(seen.line["acted"]?.bool == true)
  }

  @Test(arguments: ["--http1.1", "--http2"])
  func `slow bytes arrive all the same`(version: String) async throws {
    let seen = try await strike(
      ["fault": "slow", "bytes": 100, "milliseconds": 1], version: version)
    #expect(seen.outcome.exit == 0 && seen.outcome.document["chatType"] == "group")
  }

  @Test func `a revoked token stays refused, and a moved clock expires every one`() async throws {
    let revoked = try await strike(["fault": "revoke"], version: "--http2")
    #expect(revoked.outcome.status == 401 && revoked.chats == 0)
    let late = try await strike(["fault": "clock", "seconds": 7200], version: "--http2")
    #expect(late.outcome.status == 401)
    #expect(late.outcome.document["error"]?["message"]?.string?.contains("expired") == true)
    let head = late.outcome.head.split(separator: "\r\n").first {
      $0.lowercased().hasPrefix("date:")
    }
    let sent = DateShift.text(of: Date().addingTimeInterval(7200))
    #expect(head?.dropFirst(6).prefix(16) == sent.prefix(16))
  }
}
