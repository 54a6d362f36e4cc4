import Documents
import Graph
import HTTPTypes
import TestSupport
import Testing
import Transport

struct GraphClientTests {
  private func field(_ name: String, of request: TransportRequest?) -> String? {
    HTTPField.Name(name).flatMap { request?.head.headerFields[$0] }
  }

  @Test func `a request carries token, id and agent, and brings its document whole`() async throws {
    let transport = ScriptedTransport([
      .get(
        "https://graph.example/v1.0/teams/a%20b",
        .json(#"{"zeta":1,"id":"t1","displayName":"Sales"}"#, fields: [.location: "/x"]))
    ])
    let answer = try await client(transport).send(
      GraphRequest<Team>.get("/teams/\("a b")", headers: ["ConsistencyLevel": "eventual"]))
    #expect(answer.value.displayName == "Sales")
    #expect(answer.value.document.text() == #"{"zeta":1,"id":"t1","displayName":"Sales"}"#)
    #expect(answer.status == 200)
    #expect(answer.location == "/x")
    let sent = try #require(transport.sent.first)
    #expect(field("Authorization", of: sent) == "Bearer very-secret-token-1")
    #expect(field("client-request-id", of: sent)?.count == 36)
    #expect(field("User-Agent", of: sent)?.hasPrefix("teamsh/") == true)
    #expect(field("ConsistencyLevel", of: sent) == "eventual")
    #expect(field("Content-Type", of: sent) == nil)
  }

  @Test func `a write sends its document and an empty answer is no content`() async throws {
    let transport = ScriptedTransport([.post("/v1.0/teams/t/archive", .status(202))])
    let answer = try await client(transport).send(
      GraphRequest<NoContent>.post("/teams/\("t")/archive", ["a": true]))
    #expect(answer.status == 202)
    #expect(answer.value == NoContent())
    #expect(transport.sent.first?.body == Array(#"{"a":true}"#.utf8))
    #expect(field("Content-Type", of: transport.sent.first) == "application/json")
  }

  @Test func `a throttled read waits as long as it is told, under one id`() async throws {
    let transport = ScriptedTransport([
      .get("/v1.0/me", .status(429, fields: [.retryAfter: "2.5"])),
      .get("/v1.0/me", .status(503)),
      .get("/v1.0/me", .json(#"{"id":"m"}"#)),
    ])
    let clock = InstantClock()
    let answer = try await client(transport, clock: clock).send(GraphRequest<User>.get("/me"))
    #expect(answer.value.id == "m")
    #expect(clock.slept == [.milliseconds(2500), .milliseconds(500)])
    #expect(Set(transport.sent.map { field("client-request-id", of: $0) }).count == 1)
  }

  @Test func `a read that stays throttled ends with the refusal`() async throws {
    var retry = RetryPolicy()
    retry.maximumTries = 2
    let answer = ScriptedAnswer.json(
      #"{"error":{"code":"TooManyRequests","message":"slow"}}"#, status: 429,
      fields: [.retryAfter: "3"])
    let transport = ScriptedTransport([.get("/v1.0/me", answer), .get("/v1.0/me", answer)])
    let error = await #expect(throws: GraphError.self) {
      try await client(transport, retry: retry).send(GraphRequest<User>.get("/me"))
    }
    #expect(error?.code == .throttled)
    #expect(error?.retryAfter == .seconds(3))
    #expect(transport.sent.count == 2)
  }

  @Test func `a delete that may have worked is done when nothing is left`() async throws {
    let transport = ScriptedTransport([
      .delete("/v1.0/groups/g", .failure(.connectionLost, mayHaveArrived: true)),
      .delete("/v1.0/groups/g", .status(404)),
    ])
    let answer = try await client(transport).send(GraphRequest<NoContent>.delete("/groups/\("g")"))
    #expect(answer.status == 204)
  }

  @Test func `a delete that was only throttled and finds nothing is not found`() async throws {
    let transport = ScriptedTransport([
      .delete("/v1.0/groups/g", .status(429)), .delete("/v1.0/groups/g", .status(404)),
    ])
    let error = await #expect(throws: GraphError.self) {
      try await client(transport).send(GraphRequest<NoContent>.delete("/groups/\("g")"))
    }
    #expect(error?.code == .notFound)
  }

  @Test(arguments: [HTTPRequest.Method.post, .patch])
  func `a write whose answer was lost is never sent again`(_ method: HTTPRequest.Method)
    async throws
  {
    let transport = ScriptedTransport([
      ScriptedExchange(method, "/v1.0/teams", .failure(.outcomeUnknown, mayHaveArrived: true))
    ])
    let request = GraphRequest<Team>(method: method, path: "/teams", body: [:])
    let error = await #expect(throws: GraphError.self) {
      try await client(transport).send(request)
    }
    #expect(error?.code == .outcomeUnknown)
    #expect(error?.mayHaveHappened == true)
    #expect(error?.underlying?.code == .outcomeUnknown)
    #expect(transport.sent.count == 1)
  }

  @Test func `a write that timed out is in doubt, a read is not`() async throws {
    let transport = ScriptedTransport([
      .post("/v1.0/teams", .failure(.timedOut, mayHaveArrived: true)),
      .get("/v1.0/teams", .failure(.timedOut, mayHaveArrived: true)),
    ])
    let graph = try client(transport)
    let write = await #expect(throws: GraphError.self) {
      try await graph.send(GraphRequest<Team>.post("/teams"))
    }
    #expect(write?.code == .outcomeUnknown)
    let read = await #expect(throws: TransportError.self) {
      try await graph.send(GraphRequest<Team>.get("/teams"))
    }
    #expect(read?.code == .timedOut)
  }

  @Test func `a write that never left is sent again`() async throws {
    let transport = ScriptedTransport([
      .post("/v1.0/teams", .failure(.connectFailed)), .post("/v1.0/teams", .status(202)),
    ])
    try await client(transport).send(GraphRequest<NoContent>.post("/teams"))
    #expect(transport.sent.count == 2)
  }

  @Test func `a refused token is replaced once, to the claims of the challenge`() async throws {
    let transport = ScriptedTransport([
      .get(
        "/v1.0/me",
        .status(401, fields: [.wwwAuthenticate: #"Bearer error="x", claims="eyJhIjoxfQ==""#])),
      .get("/v1.0/me", .json(#"{"id":"m"}"#)),
      .get("/v1.0/me", .status(401)),
      .get("/v1.0/me", .status(401)),
    ])
    let tokens = ScriptedTokens()
    let graph = try client(transport, tokens: tokens)
    try await graph.send(GraphRequest<User>.get("/me"))
    #expect(tokens.claims == [#"{"a":1}"#])
    #expect(field("Authorization", of: transport.sent.last) == "Bearer very-secret-token-2")
    let error = await #expect(throws: GraphError.self) {
      try await graph.send(GraphRequest<User>.get("/me"))
    }
    #expect(error?.code == .unauthorized)
    #expect(transport.sent.count == 4)
  }

  @Test func `a token for another host is not sent`() async throws {
    let transport = ScriptedTransport()
    let error = await #expect(throws: GraphError.self) {
      try await client(transport, tokens: ScriptedTokens(host: "graph.other")).send(
        GraphRequest<User>.get("/me"))
    }
    #expect(error?.code == .foreignToken)
    #expect(transport.sent.isEmpty)
  }

  @Test(arguments: [#"{"id":"m""#, "<html></html>"])
  func `a success that is not JSON is an error`(body: String) async throws {
    let transport = ScriptedTransport([.get("/v1.0/me", .bytes(Array(body.utf8)))])
    let error = await #expect(throws: GraphError.self) {
      try await client(transport).send(GraphRequest<User>.get("/me"))
    }
    #expect(error?.code == .malformedAnswer)
    #expect(error?.status == 200)
  }

  @Test func `cancelling ends a request that is under way`() async throws {
    let gate = Gate()
    let transport = ScriptedTransport([.get("/v1.0/me", .json("{}").held(by: gate))])
    let graph = try client(transport)
    let task = Task { try await graph.send(GraphRequest<User>.get("/me")).status }
    await gate.arrival()
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test func `a raw request brings whatever comes`() async throws {
    let transport = ScriptedTransport([
      .put(
        "https://graph.example/beta/me/photo",
        .bytes([0xFF, 0xD8], fields: [.contentType: "image/jpeg"]))
    ])
    let answer = try await client(transport).raw(
      RawRequest(
        method: .put, path: GraphPath(typed: "/beta/me/photo"),
        headers: ["Content-Type": "image/png"], body: [1, 2]))
    #expect(answer.body == [0xFF, 0xD8])
    #expect(answer.contentType == "image/jpeg")
    #expect(field("Content-Type", of: transport.sent.first) == "image/png")
    #expect(transport.sent.first?.body == [1, 2])
  }
}
