import Documents
import Graph
import HTTPTypes
import Identity
import TestSupport
import Testing
import Transport

/// A write that is tried more than once says what is true of all its tries together.
struct DoubtTests {
  private static let lost = ScriptedAnswer.failure(.connectionLost, mayHaveArrived: true)

  @Test(
    arguments: [HTTPRequest.Method.put, .delete],
    [403: .forbidden, 409: .conflict, 423: .locked] as [Int: GraphError.Code])
  func `a repeat that is refused does not say that nothing happened`(
    method: HTTPRequest.Method, refusal: (key: Int, value: GraphError.Code)
  ) async throws {
    let transport = ScriptedTransport([
      ScriptedExchange(method, "/v1.0/groups/g/team", Self.lost),
      ScriptedExchange(method, "/v1.0/groups/g/team", .status(refusal.key)),
    ])
    let request = GraphRequest<JSON>(method: method, path: "/groups/\("g")/team", body: [:])
    let error = await #expect(throws: GraphError.self) {
      try await client(transport).send(request)
    }
    #expect(error?.code == refusal.value)
    #expect(error?.followsLostAnswer == true)
    #expect(error?.mayHaveHappened == true)
  }

  @Test func `a repeat that was only throttled before is plainly refused`() async throws {
    let transport = ScriptedTransport([
      .put("/v1.0/groups/g/team", .status(429)), .put("/v1.0/groups/g/team", .status(409)),
    ])
    let error = await #expect(throws: GraphError.self) {
      try await client(transport).send(GraphRequest<JSON>.put("/groups/\("g")/team", [:]))
    }
    #expect(error?.mayHaveHappened == false)
  }

  @Test func `a repeat that never left leaves the first try in doubt`() async throws {
    let transport = ScriptedTransport([
      .delete("/v1.0/groups/g", Self.lost), .delete("/v1.0/groups/g", .failure(.connectFailed)),
      .delete("/v1.0/groups/g", .failure(.connectFailed)),
    ])
    let error = await #expect(throws: GraphError.self) {
      try await client(transport).send(GraphRequest<NoContent>.delete("/groups/\("g")"))
    }
    #expect(error?.code == .outcomeUnknown)
    #expect(error?.underlying?.code == .connectFailed)
  }

  @Test func `a sign-in that ends between two tries leaves the first in doubt`() async throws {
    let transport = ScriptedTransport([.delete("/v1.0/groups/g", Self.lost)])
    let error = await #expect(throws: GraphError.self) {
      try await client(transport, tokens: FleetingTokens())
        .send(GraphRequest<NoContent>.delete("/groups/\("g")"))
    }
    #expect(error?.code == .outcomeUnknown)
    let first = await #expect(throws: IdentityError.self) {
      let tokens = FleetingTokens()
      _ = try await tokens.accessToken()
      try await client(ScriptedTransport(), tokens: tokens)
        .send(GraphRequest<NoContent>.delete("/groups/\("g")"))
    }
    #expect(first?.code == .refreshExpired)
  }
}
