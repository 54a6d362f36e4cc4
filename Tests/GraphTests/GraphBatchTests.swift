import Documents
import HTTPTypes
import Logging
import TestSupport
import Testing
import Transport

@testable import Graph

struct GraphBatchTests {
  private func answer(_ items: String...) -> ScriptedAnswer {
    .json(#"{"responses":[\#(items.joined(separator: ","))]}"#)
  }

  private func success(_ number: Int, _ id: String) -> String {
    #"{"id":"\#(number)","status":200,"headers":{"request-id":"r"},"body":{"id":"\#(id)"}}"#
  }

  private func teams(_ ids: [String]) -> [GraphRequest<Team>] {
    ids.map { .get("/teams/\($0)", ["$select": "id"]) }
  }

  private func items(_ request: TransportRequest) throws -> [JSON] {
    try #require(try JSON(parsing: request.body ?? [])["requests"]?.array)
  }

  private func id(_ result: Result<GraphAnswer<Team>, any Error>) -> String? {
    try? result.get().value.id
  }

  @Test func `answers are matched by id, in whatever order they come`() async throws {
    let transport = ScriptedTransport([
      .post("/v1.0/$batch", answer(success(1, "b"), success(0, "a")))
    ])
    let results = try await client(transport).batch(teams(["a", "b"]))
    #expect(results.map(id) == ["a", "b"])
    let items = try items(try #require(transport.sent.first))
    #expect(items.map { $0["url"]?.string } == ["/teams/a?$select=id", "/teams/b?$select=id"])
    #expect(items.map { $0["method"]?.string } == ["GET", "GET"])
    #expect(items.allSatisfy { $0["headers"] == nil && $0["dependsOn"] == nil })
  }

  @Test func `twenty travel at once`() async throws {
    let ids = (0..<41).map { "t\($0)" }
    let packs = [Array(0..<20), Array(20..<40), [40]]
    let transport = ScriptedTransport(
      packs.map { pack in
        let body = pack.map { success($0, ids[$0]) }.joined(separator: ",")
        return .post("/v1.0/$batch", answer(body))
      })
    let results = try await client(transport).batch(teams(ids))
    #expect(results.map(id) == ids)
  }

  @Test func `no round trip carries more to one resource than it may take at once`() async throws {
    let transport = ScriptedTransport(
      (0..<3).map { .post("/v1.0/$batch", answer(success($0, "m"))) })
    let requests = (0..<3).map { GraphRequest<Team>.get("/chats/\("c")/messages/\("m\($0)")") }
    let results = try await client(transport).batch(requests)
    #expect(results.map(id) == ["m", "m", "m"])
  }

  @Test func `an item that was refused for a while is sent again alone`() async throws {
    let clock = InstantClock()
    let transport = ScriptedTransport([
      .post(
        "/v1.0/$batch",
        answer(
          #"{"id":"0","status":429,"headers":{"Retry-After":"4"},"body":{"error":{}}}"#,
          success(1, "b"))),
      .get("/v1.0/teams/a", .json(#"{"id":"a"}"#)),
    ])
    let results = try await client(transport, clock: clock).batch(teams(["a", "b"]))
    #expect(results.map(id) == ["a", "b"])
    #expect(clock.slept == [.seconds(4)])
  }

  @Test func `a refused item fails alone, with its own status and path`() async throws {
    let transport = ScriptedTransport([
      .post(
        "/v1.0/$batch",
        answer(
          #"{"id":"0","status":404,"body":{"error":{"code":"NotFound","message":"gone"}}}"#,
          success(1, "b")))
    ])
    let results = try await client(transport).batch(teams(["a", "b"]))
    #expect(id(results[1]) == "b")
    let error = #expect(throws: GraphError.self) { try results[0].get() }
    #expect(error?.code == .notFound)
    #expect(error?.template == "/teams/{}")
    #expect(error?.message == "gone")
  }

  @Test func `an item without an answer is not taken for a success`() async throws {
    let transport = ScriptedTransport([.post("/v1.0/$batch", answer(success(1, "b")))])
    let results = try await client(transport).batch(teams(["a", "b"]))
    let error = #expect(throws: GraphError.self) { try results[0].get() }
    #expect(error?.code == .malformedAnswer)
  }

  @Test func `a lost round trip is repeated where it only reads`() async throws {
    let transport = ScriptedTransport([
      .post("/v1.0/$batch", .failure(.outcomeUnknown, mayHaveArrived: true)),
      .post("/v1.0/$batch", answer(success(0, "a"))),
    ])
    #expect(try await client(transport).batch(teams(["a"])).map(id) == ["a"])
  }

  @Test func `a lost round trip leaves its writes in doubt, each by its own name`() async throws {
    let transport = ScriptedTransport([
      .post("/v1.0/$batch", .failure(.outcomeUnknown, mayHaveArrived: true))
    ])
    var batch = GraphBatch(teams(["a"]))
    batch.add(.post("/teams/\("a")/archive"))
    let results = try await client(transport).send(batch)
    let write = #expect(throws: GraphError.self) { try results[1].get() }
    #expect(write?.code == .outcomeUnknown)
    #expect(write?.template == "/teams/{}/archive")
    let read = #expect(throws: TransportError.self) { try results[0].get() }
    #expect(read?.code == .outcomeUnknown)
  }

  @Test func `what depends on a refused item is sent after that has succeeded`() async throws {
    let transport = ScriptedTransport([
      .post(
        "/v1.0/$batch",
        answer(
          #"{"id":"0","status":503,"headers":{"Retry-After":"1"}}"#,
          #"{"id":"1","status":424,"body":{"error":{"code":"FailedDependency"}}}"#)),
      .patch("/v1.0/teams/a", .status(204)),
      .post("/v1.0/teams/a/archive", .status(202)),
    ])
    var batch = GraphBatch<NoContent>()
    let change = batch.add(.patch("/teams/\("a")", ["displayName": "x"]))
    batch.add(.post("/teams/\("a")/archive"), after: change)
    let results = try await client(transport).send(batch)
    #expect(try results.map { try $0.get().status } == [204, 202])
    let items = try items(try #require(transport.sent.first))
    #expect(items[1]["dependsOn"] == ["0"])
    #expect(items[0]["headers"]?["Content-Type"] == "application/json")
  }

  @Test func `what depends on a failure of an earlier round trip is not sent`() async throws {
    let first = (0..<20).map { #"{"id":"\#($0)","status":400}"# }.joined(separator: ",")
    let transport = ScriptedTransport([.post("/v1.0/$batch", answer(first))])
    var batch = GraphBatch(teams((0..<20).map { "t\($0)" }))
    batch.add(.get("/teams/\("last")"), after: 3)
    let results = try await client(transport).send(batch)
    let error = #expect(throws: GraphError.self) { try results[20].get() }
    #expect(error?.code == .failedDependency)
  }
}
