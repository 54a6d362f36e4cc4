import Cache
import CommandKit
import Foundation
import TestSupport
import Testing
import Transport

/// Lists that are kept right by what changed, against a tenant and against scripts.
struct CacheFollowingTests {
  private static let scopes = [
    "User.ReadWrite.All", "Team.ReadBasic.All", "Group.Read.All", "Group.ReadWrite.All",
    "Chat.ReadBasic",
  ]

  private func names(_ session: TestSession, _ kind: CacheKind = .people) throws -> [String] {
    try #require(session.workspace.cache).entries(kind).map(\.name)
  }

  @Test(.tenant) func `who was changed, removed or made at the tenant is right after a refresh`()
    async throws
  {
    let tenant = try SimulatedTenant.here()
    let session = try tenant.session()
    try await tenant.signIn(session, scopes: Self.scopes)
    #expect(try await session.result(of: "cache refresh people").contains("Read 200 people."))
    let before = try names(session)
    let cache = try #require(session.workspace.cache)
    let others = try cache.entries(.people).filter { !$0.name.hasPrefix("Megan") }
    let (leaver, other) = (try #require(others.first), try #require(others.last))
    _ = try await session.result(of: "graph delete /users/\(leaver.id) --yes")
    _ = try await session.result(
      of: #"graph patch /users/\#(other.id) '{"displayName":"Zoe Renamed"}'"#)
    tenant.transport.forget()
    #expect(
      try await session.result(of: "cache refresh people").contains("Read 2 changes of people."))
    #expect(tenant.transport.graphRequests == ["GET /users/delta"])
    let after = try names(session)
    #expect(after.count == before.count - 1)
    #expect(!after.contains(leaver.name) && !after.contains(other.name))
    #expect(try cache.entries(.people, named: "Zoe Renamed").map(\.id) == [other.id])
    #expect(cache.loadedIndex(.people)?.search("zoe ren", limit: 2).total == 1)
    #expect(
      try await session.result(of: "cache refresh people").contains("Read 0 changes of people."))
  }

  @Test(.tenant) func `a team that was renamed or deleted is right after a refresh`() async throws {
    let tenant = try SimulatedTenant.here()
    let session = try tenant.session()
    try await tenant.signIn(session, scopes: Self.scopes)
    _ = try await session.result(of: "cache refresh teams")
    let cache = try #require(session.workspace.cache)
    let sales = try #require(try cache.entries(.teams, named: "Contoso Sales").first)
    let other = try #require(try cache.entries(.teams).first { $0.id != sales.id })
    _ = try await session.result(
      of: #"graph patch /groups/\#(sales.id) '{"displayName":"Contoso Selling"}'"#)
    _ = try await session.result(of: "graph delete /groups/\(other.id) --yes")
    tenant.transport.forget()
    #expect(
      try await session.result(of: "cache refresh teams").contains("Read 2 changes of teams."))
    #expect(tenant.transport.graphRequests == ["GET /groups/delta"])
    #expect(try cache.entries(.teams, named: "Contoso Selling").map(\.id) == [sales.id])
    #expect(try cache.entry(.teams, id: other.id) == nil)
  }

  @Test(.tenant) func `without the permission to follow the whole list is read, and nothing else`()
    async throws
  {
    let tenant = try SimulatedTenant.here()
    let session = try tenant.session()
    try await tenant.signIn(session, scopes: ["User.ReadBasic.All", "Team.ReadBasic.All"])
    for _ in 1...2 {
      tenant.transport.forget()
      #expect(
        try await session.result(of: "cache refresh people teams")
          .contains("Read 200 people, 24 teams."))
      #expect(Set(tenant.transport.graphRequests) == ["GET /users", "GET /teams"])
    }
  }

  private static let delta = "https://graph.example/v1.0/users/delta"

  private static func link(_ token: String, _ values: String = "") -> ScriptedAnswer {
    .json(#"{"@odata.deltaLink":"\#(delta)?$deltatoken=\#(token)","value":[\#(values)]}"#)
  }

  private static func person(_ id: String) -> String {
    #"{"id":"\#(id)","displayName":"P \#(id)","userPrincipalName":"\#(id)@x","mail":null}"#
  }

  private static func people(_ ids: String...) -> ScriptedAnswer {
    .json(#"{"value":[\#(ids.map(person).joined(separator: ","))]}"#)
  }

  private func session(_ transport: ScriptedTransport) throws -> TestSession {
    let session = try TestSession(transport: transport)
    try session.signIn(TestToken.person(["User.Read.All"]))
    return session
  }

  @Test func `a link that is too old begins anew, with a new link`() async throws {
    let session = try session(
      ScriptedTransport([
        .get("/v1.0/users/delta", Self.link("a")), .get("/v1.0/users", Self.people("1", "2")),
        .get("/v1.0/users/delta?$deltatoken=a", .status(410)),
        .get("/v1.0/users/delta", Self.link("b")), .get("/v1.0/users", Self.people("2", "3")),
        .get("/v1.0/users/delta?$deltatoken=b", Self.link("c")),
      ]))
    #expect(try await session.result(of: "cache refresh people").contains("Read 2 people."))
    #expect(try await session.result(of: "cache refresh people").contains("Read 2 people."))
    #expect(try names(session) == ["P 2", "P 3"])
    #expect(try await session.result(of: "cache refresh people").contains("0 changes"))
  }

  @Test func `who may not follow after all reads the list, and does not ask again`() async throws {
    let session = try session(
      ScriptedTransport([
        .get("/v1.0/users/delta", Self.link("a")), .get("/v1.0/users", Self.people("1")),
        .get("/v1.0/users/delta?$deltatoken=a", .status(403)),
        .get("/v1.0/users", Self.people("2")),
      ]))
    _ = try await session.result(of: "cache refresh people")
    _ = try await session.result(of: "cache refresh people")
    #expect(try names(session) == ["P 2"])
    #expect(try session.workspace.cache?.followed(.people) == nil)
  }

  @Test func `a failing server leaves the list as it was, to be followed later`() async throws {
    let session = try session(
      ScriptedTransport([
        .get("/v1.0/users/delta", Self.link("a")), .get("/v1.0/users", Self.people("1")),
        .get("/v1.0/users/delta?$deltatoken=a", .status(500)),
      ]))
    _ = try await session.result(of: "cache refresh people")
    #expect(await session.run("cache refresh people") != .done)
    #expect(try names(session) == ["P 1"])
    #expect(try session.workspace.cache?.followed(.people)?.link == "\(Self.delta)?$deltatoken=a")
  }

  @Test func `who is told only in part is read, and gone where nobody is there`() async throws {
    let session = try session(
      ScriptedTransport([
        .get("/v1.0/users/delta", Self.link("a")), .get("/v1.0/users", Self.people("1", "2")),
        .get(
          "/v1.0/users/delta?$deltatoken=a",
          Self.link("b", #"{"id":"1","mail":"new@x"},{"id":"2","displayName":"Q"}"#)),
        .post(
          "/v1.0/$batch",
          .json(
            #"{"responses":[{"id":"0","status":200,"body":"#
              + #"{"id":"1","displayName":"P 1","userPrincipalName":"1@x","mail":"new@x"}},"#
              + #"{"id":"1","status":404,"body":{}}]}"#)),
      ]))
    _ = try await session.result(of: "cache refresh people")
    #expect(try await session.result(of: "cache refresh people").contains("2 changes"))
    let cache = try #require(session.workspace.cache)
    #expect(try cache.entries(.people, named: "new@x").map(\.id) == ["1"])
    #expect(try cache.entry(.people, id: "2") == nil)
  }

  @Test func `a list that was cut elsewhere than it would be now is read anew`() async throws {
    let home = try TemporaryHome()
    func session(limit: Int, _ exchanges: [ScriptedExchange]) throws -> TestSession {
      try Data("profiles: {p: {cache-people: \(limit)}}\n".utf8)
        .write(to: URL(filePath: home.file("config.yaml")))
      let session = try TestSession(transport: ScriptedTransport(exchanges), home: home) {
        $0.options.profile = "p"
      }
      try session.signIn(TestToken.person(["User.Read.All"]))
      return session
    }
    let small = try session(
      limit: 2,
      [
        .get("/v1.0/users/delta", Self.link("a")), .get("/v1.0/users", Self.people("1", "2", "3")),
        .get("/v1.0/users/delta?$deltatoken=a", Self.link("b", Self.person("4"))),
      ])
    #expect(try await small.result(of: "cache refresh people").contains("Read 2 people."))
    #expect(try await small.result(of: "cache refresh people").contains("0 changes"))
    let large = try session(
      limit: 9,
      [
        .get("/v1.0/users/delta", Self.link("c")),
        .get("/v1.0/users", Self.people("1", "2", "3", "4")),
      ])
    #expect(try await large.result(of: "cache refresh people").contains("Read 4 people."))
  }
}
