import Documents
import FoundationEssentials
import Graph
import HTTPTypes
import Logging
import TestSupport
import Testing
import Transport

/// What is counted of requests, and what is kept of the last one.
struct MeterTests {
  private let clock = InstantClock()

  private func client(_ transport: any HTTPTransport, _ meter: GraphMeter) throws -> GraphClient {
    GraphClient(
      authority: try #require(URL(string: "https://graph.example")), tokens: ScriptedTokens(),
      transport: transport, meter: meter, clock: clock, jitter: { 0 },
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  }

  @Test func `requests are counted each, and what held them back apart`() async throws {
    let meter = GraphMeter(clock: clock)
    let transport = ScriptedTransport([
      .get("/v1.0/me", .status(429, fields: [.retryAfter: "2"])),
      .get("/v1.0/me", .json("{}")), .get("/v1.0/me", .json("{}")),
    ])
    let client = try client(transport, meter)
    try await client.send(GraphRequest<JSON>.get("/me"))
    let first = meter.reading
    #expect(first == GraphMeter.Reading(requests: 2, waits: 1, waited: .seconds(2)))
    try await client.send(GraphRequest<JSON>.get("/me"))
    #expect(meter.reading.since(first) == GraphMeter.Reading(requests: 1))
  }

  @Test func `what a job asks counts for the job, and can still explain a failure`() async throws {
    let session = GraphMeter(clock: clock)
    let job = GraphMeter(clock: clock, reportingTo: session)
    let transport = ScriptedTransport([.get("/v1.0/me", .status(404))])
    _ = try? await client(transport, job).send(GraphRequest<JSON>.get("/me"))
    #expect(job.reading.requests == 1)
    #expect(session.reading == GraphMeter.Reading())
    #expect(session.latestRefused?.status == 404)
  }

  @Test func `the last exchange is kept without its token, the last refusal beside it`()
    async throws
  {
    let meter = GraphMeter(clock: clock)
    let long = String(repeating: "x", count: 20_000)
    let transport = ScriptedTransport([
      .post("/v1.0/teams/1/x", .json(long, status: 403, fields: [.setCookie: "canary"])),
      .get("/v1.0/me", .json(#"{"id":"1"}"#)),
    ])
    let client = try client(transport, meter)
    _ = try? await client.send(GraphRequest<JSON>.post("/teams/\("1")/x", ["a": "b"]))
    try await client.send(GraphRequest<JSON>.get("/me"))
    let refused = try #require(meter.latestRefused)
    #expect(refused.method == "POST" && refused.url == "https://graph.example/v1.0/teams/1/x")
    #expect(refused.status == 403 && refused.requestBody?.text == #"{"a":"b"}"#)
    #expect(refused.body?.text.count == 16_384 && refused.body?.left == 20_000 - 16_384)
    let hidden = (refused.requestFields + refused.fields).filter { $0.value == "***" }.map(\.name)
    #expect(hidden.map { $0.lowercased() } == ["authorization", "set-cookie"])
    #expect(!"\(refused)".contains("Bearer") && !"\(refused)".contains("canary"))
    #expect(meter.latest?.status == 200)
  }
}
