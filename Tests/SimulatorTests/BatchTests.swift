import Foundation
import HTTPTypes
import Testing

@testable import Simulator

/// Many requests in one.
struct BatchTests {
  private func get(_ id: String, _ url: String, after: [String] = []) -> Document {
    [
      "id": .string(id), "method": "GET", "url": .string(url), "dependsOn": .strings(after),
    ]
  }

  private func send(
    _ items: [Document], as speaker: TestTenant.Speaker = .administrator
  ) async throws -> Reply {
    try await Shared.tenant.value.graph(
      .post, "/$batch", as: speaker, body: RouteCase.batch(items))
  }

  @Test func `each item has its own status, headers and body`() async throws {
    let count: Document = [
      "id": "count", "method": "GET", "url": "users/$count",
      "headers": ["ConsistencyLevel": "eventual"],
    ]
    let reply = try await send([get("me", "/me?$select=id"), get("no", "/nosuch"), count])
    let responses = RouteCase.responses(reply)
    #expect(reply.status == 200)
    #expect(responses.map { $0["id"] } == ["me", "no", "count"])
    #expect(responses.map { $0["status"] } == [200, 400, 200])
    #expect(responses[0]["body"]?["id"]?.string == (try await Shared.places.value.me))
    #expect(responses[1]["body"]?["error"]?["code"] == "BadRequest")
    let number = Data(base64Encoded: responses[2]["body"]?.string ?? "")
    #expect(number.map { String(decoding: $0, as: UTF8.self) } == "40")
    #expect(responses[2]["headers"]?["Content-Type"] == "text/plain")
  }

  @Test func `what depends on a failure is not tried`() async throws {
    let reply = try await send([
      get("1", "/me"), get("2", "/nosuch", after: ["1"]), get("3", "/me", after: ["2"]),
    ])
    let responses = RouteCase.responses(reply)
    #expect(responses.map { $0["id"] } == ["1", "2", "3"])
    #expect(responses.map { $0["status"] } == [200, 400, 424])
    #expect(responses[2]["body"]?["error"]?["code"] == "FailedDependency")
  }

  @Test func `items have the permissions of the caller, and no others`() async throws {
    let reply = try await send(
      [get("1", "/me"), get("2", "/teams")],
      as: .person("adele@contoso.com", scopes: ["User.Read"]))
    #expect(RouteCase.responses(reply).map { $0["status"] } == [200, 403])
  }

  @Test func `next links inside an item are whole addresses`() async throws {
    let reply = try await send([get("1", "/users?$top=2")])
    let body = RouteCase.responses(reply).first?["body"]
    let next = try #require(body?["@odata.nextLink"]?.string)
    let test = try await Shared.tenant.value
    #expect(try await test.graph(.get, next).values.count == 2)
  }

  @Test func `an item may write the whole address of this Graph`() async throws {
    let reply = try await send([get("1", "http://localhost/v1.0/me"), get("2", "/me")])
    let responses = RouteCase.responses(reply)
    #expect(responses.map { $0["status"] } == [200, 200])
    #expect(responses[0]["body"] == responses[1]["body"])
  }

  @Test func `a batch that makes no sense is refused as a whole`() async throws {
    let many = (1...21).map { get(String($0), "/me") }
    let bodyWithoutType: Document = [
      "id": "1", "method": "POST", "url": "/chats", "body": ["chatType": "group"],
    ]
    for items in [
      [], many, [get("a", "/me"), get("A", "/me")], [get("1", "/me", after: ["2"])],
      [get("1", "/me", after: ["1"])], [get("2", "/me", after: ["1"]), get("1", "/me")],
      [get("1", "https://graph.microsoft.com/v1.0/me")],
      [get("1", "/$batch")], [get("1", "/%24batch")], [bodyWithoutType], [["id": "1"]],
    ] {
      let reply = try await send(items)
      #expect(reply.status == 400 && reply.code == "BadRequest", "\(items): \(reply)")
    }
  }
}
