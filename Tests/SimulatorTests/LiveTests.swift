import Foundation
import FoundationNetworking
import HTTPTypes
import Testing

@testable import Simulator

/// The tenant behind a real socket.
struct LiveTests {
  private func small() -> TenantConfiguration {
    TenantConfiguration(people: 3, teams: 1, messages: 0)
  }

  @Test func `it says where it is, as one line of JSON`() async throws {
    let line = try await small().served { address, _ in address.line }
    let document = try DocumentParser.parse(line)
    #expect(
      document.fields?.entries.map(\.name) == [
        "graph", "login", "bot", "tenantId", "domain", "clientId", "clientSecret", "botId",
        "botSecret", "admin", "caFile", "pid",
      ])
    #expect(document["admin"] == "megan@contoso.com")
    #expect(document["caFile"] == .null)
  }

  @Test func `several tenants run in one process`() async throws {
    let configuration = small()
    try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<3 {
        group.addTask {
          try await configuration.served { address, _ in
            let url = try #require(
              URL(string: "\(address.login)/common/v2.0/.well-known/openid-configuration"))
            let (data, _) = try await URLSession.shared.data(from: url)
            let document = try DocumentParser.parse(Array(data))
            #expect(
              document["token_endpoint"]?.string
                == "\(address.login)/common/oauth2/v2.0/token")
            return address.graph
          }
        }
      }
      let addresses = try await group.reduce(into: [String]()) { $0.append($1) }
      #expect(addresses.count == 3)
    }
  }

  @Test func `a record has one line for each request`() async throws {
    let path = TestTenant.temporaryPath()
    defer { TestTenant.removeFiles(at: path) }
    let test = try await TestTenant(people: 3, teams: 1, messages: 0, recordFile: path)
    _ = try await test.graph(.get, "/me")
    _ = try await test.graph(.get, "/nosuch", as: .nobody)
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let documents = try lines.map { try DocumentParser.parse(String($0)) }
    #expect(documents.map { $0["path"] } == ["/v1.0/me", "/v1.0/nosuch"])
    #expect(documents.map { $0["status"] } == [200, 401])
    #expect(documents.map { $0["identity"] } == ["megan@contoso.com", .null])
    #expect(documents.allSatisfy { $0["request-id"]?.string?.count == 36 })
  }
}
