import Documents
import Foundation
import HTTPTypes
import Testing

@testable import Graph

struct PublishedLimitTests {
  /// A request, and the line of the table that it falls under.
  struct Case: CustomTestStringConvertible {
    let method: HTTPRequest.Method
    let path: String
    let line: String?

    init(_ method: HTTPRequest.Method, _ path: String, _ line: String?) {
      self.method = method
      self.path = path
      self.line = line
    }

    var testDescription: String { "\(method) \(path)" }
  }

  @Test(arguments: [
    Case(.get, "/v1.0/teams?$top=5", "GET team"),
    Case(.get, "/v1.0/teams/t", "GET /teams/{id}, joinedTeams"),
    Case(.get, "/v1.0/teams('t')/members", "GET /teams/{id}/members"),
    Case(.get, "/v1.0/teams/t/channels", "GET /teams/{id}/channels"),
    Case(.get, "/v1.0/teams/t/channels/c", "GET channel"),
    Case(.get, "/v1.0/teams/t/channels/c/messages/m/replies", "GET channel message"),
    Case(
      .get, "/beta/teams/t/channels/getAllMessages",
      "GET getAllMessages / allMessages (team channels; user chats)"),
    Case(.get, "/v1.0/teams/t/channels/c/filesFolder", "other GET for Teams"),
    Case(.post, "/v1.0/teams/t/members/add", "POST /teams/{id}/members"),
    Case(.delete, "/v1.0/teams/t/members/m", "other calls for Teams"),
    Case(.post, "/v1.0/chats/c/messages", "POST 1:1/group chat message"),
    Case(.put, "/v1.0/groups/g/team", "PUT /groups/{id}/team"),
    Case(.get, "/v1.0/me/chats", "other GET for Teams"),
    Case(.get, "/v1.0/users", nil),
    Case(.get, "/v1.0/groups/g/members", nil),
  ])
  func `a request falls under the line that names it most closely`(_ test: Case) {
    let request = PacedRequest(test.method, path: test.path)
    #expect(PublishedLimit.teams.first { $0.covers(request) }?.name == test.line)
  }

  @Test(arguments: [
    ("/v1.0/users?$top=999&$select=id", 1), ("/v1.0/users?$expand=manager", 3),
    ("/v1.0/users", 2), ("/v1.0/groups/g/transitiveMembers?$top=5", 4), ("/v1.0/groups/g", 1),
  ])
  func `a request to the directory costs what its kind and options say`(
    path: String, units: Int
  ) {
    let charges = PaceCharge.charges(for: PacedRequest(.get, path: path))
    #expect(charges.map(\.cost) == [units])
  }

  @Test func `a write to the directory is counted twice over`() {
    let charges = PaceCharge.charges(for: PacedRequest(.patch, path: "/v1.0/groups/g"))
    #expect(charges.map(\.scope.limit) == ["directory units", "directory writes"])
  }

  private static let source = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/reference/graph-throttling.json")

  private static var table: JSON {
    get throws { try JSON(parsing: Array(Data(contentsOf: source))) }
  }

  private static var isThere: Bool { FileManager.default.fileExists(atPath: source.path) }

  @Test(.enabled(if: Self.isThere))
  func `the table for Teams is Microsoft's, line by line`() throws {
    let published = try #require(try Self.table["teams"]?.array).compactMap(\.array)
    #expect(published.count == PublishedLimit.teams.count)
    let own = Dictionary(uniqueKeysWithValues: PublishedLimit.teams.map { ($0.name, $0) })
    for line in published {
      let name = try #require(line.first?.string)
      let limit = try #require(own[name], "\(name)")
      #expect(limit.perApp == .second(try #require(line[1].int)), "\(name)")
      let rate: Rate? =
        switch line[3].string {
        case "1rps": .second(1)
        case "4rpm": .minute(4)
        default: nil
        }
      #expect(limit.perResource == rate, "\(name)")
    }
  }

  @Test(.enabled(if: Self.isThere))
  func `the directory's costs are Microsoft's`() throws {
    let costs = try #require(try Self.table["identity"]?["costs"]?.object).fields
    for cost in PublishedLimit.Directory.costs {
      #expect(costs.first { $0.key == cost.name }?.value.int == cost.units, "\(cost.name)")
    }
    let units = try #require(try Self.table["identity"]?["perAppPerTenant"]?.string)
    #expect(units.contains("\(PublishedLimit.Directory.units.count) RU/10s"))
    #expect(units.contains("\(PublishedLimit.Directory.writes.count) writes/150s"))
  }
}
