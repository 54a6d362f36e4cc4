import Foundation
import HTTPTypes
import Synchronization
import Testing

@testable import Simulator

/// The published limits: as a table, as a ledger, and as refusals.
struct ThrottleTests {
  /// A clock that moves when it is told to.
  private final class Time: Sendable {
    let seconds = Mutex(800_000_000.0)

    func pass(_ more: Double) { seconds.withLock { $0 += more } }

    var now: @Sendable () -> Date {
      { Date(timeIntervalSinceReferenceDate: self.seconds.withLock { $0 }) }
    }
  }

  private static let file = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/reference/graph-throttling.json").standardizedFileURL

  private static let exists = FileManager.default.fileExists(
    atPath: file.path(percentEncoded: false))

  @Test(.enabled(if: exists))
  func `the table has every published row with its numbers`() throws {
    let document = try DocumentParser.parse(Array(try Data(contentsOf: Self.file)))
    let rows = document["teams"]?.array ?? []
    #expect(rows.count > 30)
    #expect(rows.count == RateTable.teams.count)
    for row in rows {
      let columns = row.array ?? []
      let rule = try #require(
        RateTable.teams.first { $0.name == columns[0].string }, "\(row) has no rule")
      #expect(rule.perTenant == columns[1].integer && rule.everywhere == columns[2].integer)
      #expect(rule.perPlace?.rawValue == columns[3].string, "\(rule.name)")
    }
  }

  @Test func `every route of teams, chats and apps is covered by a row`() {
    // Microsoft limits these apart from Teams.
    let apart: Set = ["communications", "presence", "onlinemeetings"]
    for route in GraphRoutes.all where route.workload == .teams {
      let path = RequestPath(route.template[...])
      guard !path.segments.contains(where: { apart.contains($0.name) }) else { continue }
      #expect(
        RateTable.teams.contains { $0.covers(route.method, path) },
        "\(route.method) \(route.template)")
    }
  }

  @Test func `a ledger admits a window's worth, and counts what it refuses`() {
    var ledger = RateLedger()
    let charge = RateLedger.Charge(key: "a", limit: RateLimit(2, per: .seconds(1)))
    func count(at milliseconds: Int) -> Duration? {
      ledger.count([charge], at: .milliseconds(milliseconds))
    }
    #expect(count(at: 0) == nil)
    #expect(count(at: 100) == nil)
    #expect(count(at: 200) == .milliseconds(900))
    #expect(count(at: 1099) == .milliseconds(101))
    #expect(count(at: 2099) == nil)
    #expect(ledger.count([charge], at: .milliseconds(2100)) == nil)
  }

  @Test func `the second request to a channel in a second is refused with Retry-After`()
    async throws
  {
    let time = Time()
    let test = try await TestTenant(isThrottled: true, now: time.now)
    let team = try #require(
      try await test.graph(.get, "/me/joinedTeams").values.first?["id"]?.string)
    time.pass(1)
    let channel = try #require(
      try await test.graph(.get, "/teams/\(team)/channels").values.first?["id"]?.string)
    let path = "/teams/\(team)/channels/\(channel)"
    time.pass(1)
    #expect(try await test.graph(.get, path).status == 200)
    let refused = try await test.graph(.get, path)
    #expect(refused.status == 429 && refused.code == "TooManyRequests")
    #expect(refused.headers[.retryAfter] == "1")
    time.pass(1)
    #expect(try await test.graph(.get, path).status == 200)
  }

  @Test func `a team takes four requests a second, and four member changes a minute`()
    async throws
  {
    let time = Time()
    let test = try await TestTenant(isThrottled: true, now: time.now)
    let team = try #require(
      try await test.graph(.get, "/me/joinedTeams").values.first?["id"]?.string)
    time.pass(1)
    var statuses: [Int] = []
    for _ in 0..<5 { statuses.append(try await test.graph(.get, "/teams/\(team)/members").status) }
    #expect(statuses == [200, 200, 200, 200, 429])
    time.pass(60)
    var changes: [Int] = []
    for _ in 0..<5 {
      let reply = try await test.graph(.post, "/teams/\(team)/members", body: [:])
      changes.append(reply.status)
      time.pass(2)
    }
    #expect(changes == [400, 400, 400, 400, 429])
  }

  @Test func `the directory counts units, and nothing is refused without the option`()
    async throws
  {
    let time = Time()
    let test = try await TestTenant(isThrottled: true, now: time.now)
    let path = "/users?$top=1"
    var statuses: [Int] = []
    for _ in 0..<30 { statuses.append(try await test.graph(.get, path).status) }
    #expect(Set(statuses) == [200])
    let free = try await TestTenant(now: time.now)
    let team = try #require(
      try await free.graph(.get, "/me/joinedTeams").values.first?["id"]?.string)
    for _ in 0..<10 {
      #expect(try await free.graph(.get, "/teams/\(team)/members").status == 200)
    }
  }
}
