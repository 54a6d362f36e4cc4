import Documents
import HTTPTypes
import TestSupport
import Testing
import Transport

@testable import Graph

/// A file on its way, range by range, to an address that carries its own leave.
struct UploadTests {
  private static let address = "https://storage.example/up/secret"
  private static let piece = UploadCourse.longest

  private static func next(_ start: Int, status: Int = 202) -> ScriptedAnswer {
    .json(#"{"nextExpectedRanges":["\#(start)-"]}"#, status: status)
  }

  private static let done = ScriptedAnswer.json(#"{"id":"7","name":"a.bin"}"#, status: 201)

  private func upload(_ size: Int, _ answers: [ScriptedExchange]) async throws -> (
    JSON, [TransportRequest], Int
  ) {
    let transport = ScriptedTransport(answers)
    let meter = BodyMeter()
    let document = try await client(transport).upload(to: Self.address, size: size, meter: meter) {
      [UInt8](repeating: 1, count: $0.count)
    }
    return (document, transport.sent, meter.count)
  }

  private static func ranges(_ requests: [TransportRequest]) -> [String] {
    requests.compactMap { $0.head.headerFields[.contentRange] }
  }

  @Test func `ranges go one after the other, and no token goes with them`() async throws {
    let size = Self.piece * 2 + 10
    let (document, sent, arrived) = try await upload(
      size,
      [
        .put(Self.address, Self.next(Self.piece)), .put(Self.address, Self.next(Self.piece * 2)),
        .put(Self.address, Self.done),
      ])
    #expect(document["id"] == "7" && arrived == size)
    #expect(
      Self.ranges(sent) == [
        "bytes 0-\(Self.piece - 1)/\(size)",
        "bytes \(Self.piece)-\(Self.piece * 2 - 1)/\(size)",
        "bytes \(Self.piece * 2)-\(size - 1)/\(size)",
      ])
    #expect(sent.allSatisfy { $0.head.headerFields[.authorization] == nil })
    #expect(Self.piece.isMultiple(of: 320 * 1024))
  }

  @Test(
    arguments: [
      .failure(.connectionLost, mayHaveArrived: true), .failure(.outcomeUnknown),
      .status(503, fields: [.retryAfter: "2"]), .status(500), .status(429), .status(416),
    ] as [ScriptedAnswer])
  func `after a range that was lost the session is asked where it stands`(
    answer: ScriptedAnswer
  ) async throws {
    let size = Self.piece * 2
    let half = 320 * 1024
    let (_, sent, arrived) = try await upload(
      size,
      [
        .put(Self.address, answer), .get(Self.address, Self.next(half, status: 200)),
        .put(Self.address, Self.next(half + Self.piece)), .put(Self.address, Self.done),
      ])
    #expect(arrived == size)
    #expect(Self.ranges(sent)[1] == "bytes \(half)-\(half + Self.piece - 1)/\(size)")
  }

  @Test func `a refusal ends it, and the session is deleted`() async throws {
    let answers: [ScriptedExchange] = [
      .put(Self.address, .json(#"{"error":{"code":"quotaLimitReached"}}"#, status: 507)),
      .delete(Self.address, .status(204)),
    ]
    let error = await #expect(throws: GraphError.self) { try await upload(Self.piece * 2, answers) }
    #expect(error?.code == .quotaExceeded && error?.mayHaveHappened == false)
  }

  @Test func `a last range whose answer was lost, and a session that is gone, leave doubt`()
    async throws
  {
    let error = await #expect(throws: GraphError.self) {
      try await upload(
        10,
        [
          .put(Self.address, .failure(.connectionLost, mayHaveArrived: true)),
          .get(Self.address, .status(404)), .delete(Self.address, .status(404)),
        ])
    }
    #expect(error?.code == .outcomeUnknown)
    #expect(error?.mayHaveHappened == true)
  }

  private static let lost = ScriptedAnswer.failure(.connectionLost, mayHaveArrived: true)

  /// Answers to a range and to the question behind it, as often as anybody asks.
  private static func always(
    _ range: ScriptedAnswer, _ state: ScriptedAnswer, tries: Int
  ) -> [ScriptedExchange] {
    (0..<tries).flatMap { _ in [.put(address, range), .get(address, state)] }.dropLast()
      + [.delete(address, .status(204))]
  }

  @Test func `a range that never gets through is lost, and nothing is there`() async throws {
    let error = await #expect(throws: TransportError.self) {
      try await upload(
        Self.piece * 2, Self.always(Self.lost, Self.next(0, status: 200), tries: 6))
    }
    #expect(error?.code == .connectionLost && error?.mayHaveArrived == false)
  }

  @Test(arguments: [500, 502, 503, 429])
  func `a server that never takes a range that is not the last did nothing`(
    status: Int
  ) async throws {
    let error = await #expect(throws: GraphError.self) {
      try await upload(
        Self.piece * 2, Self.always(.status(status), Self.next(0, status: 200), tries: 6))
    }
    #expect(error?.status == status && error?.mayHaveHappened == false)
  }

  @Test func `a last range that never gets through leaves doubt`() async throws {
    let error = await #expect(throws: GraphError.self) {
      try await upload(10, Self.always(Self.lost, Self.next(0, status: 200), tries: 6))
    }
    #expect(error?.code == .outcomeUnknown && error?.followsLostAnswer == true)
  }

  @Test(arguments: [403, 500, 404])
  func `a session that does not say what it has may have made the file before`(
    status: Int
  ) async throws {
    let states = [ScriptedExchange](
      repeating: .get(Self.address, .status(status)), count: status == 500 ? 5 : 1)
    let error = await #expect(throws: GraphError.self) {
      try await upload(
        10, [.put(Self.address, Self.lost)] + states + [.delete(Self.address, .status(404))])
    }
    #expect(error?.code == .outcomeUnknown && error?.followsLostAnswer == false)
  }

  @Test func `an address that carries its own leave says nothing of the sign-in`() async throws {
    let error = await #expect(throws: GraphError.self) {
      try await upload(10, [.put(Self.address, .status(401)), .delete(Self.address, .status(404))])
    }
    #expect(error?.code == .unexpectedStatus && error?.mayHaveHappened == false)
  }

  @Test func `what cannot be read ends it before anything is whole`() async throws {
    struct Changed: Error {}
    let transport = ScriptedTransport([.delete(Self.address, .status(204))])
    await #expect(throws: Changed.self) {
      try await client(transport).upload(to: Self.address, size: 10) { _ in
        throw Changed()
      }
    }
  }

  @Test func `a session that never gets on is given up`() {
    var course = UploadCourse(size: 10)
    var tries = 0
    while case .send = course.step, tries < 100 {
      tries += 1
      course.sent(
        .success(
          TransportResponse(
            head: HTTPResponse(status: .accepted),
            body: Array(#"{"nextExpectedRanges":["0-"]}"#.utf8))))
    }
    guard case .fail = course.step else {
      Issue.record("It is \(course.step).")
      return
    }
    #expect(tries < 10)
  }

  @Test func `one that is interrupted between ranges is known not to be there`() async throws {
    let transport = ScriptedTransport([
      .put(Self.address, .silence), .delete(Self.address, .status(204)),
    ])
    let client = try client(transport)
    let task = Task {
      try await client.upload(to: Self.address, size: Self.piece * 2) {
        [UInt8](repeating: 1, count: $0.count)
      }
    }
    while transport.sent.isEmpty { await Task.yield() }
    task.cancel()
    let error = await #expect(throws: TransportError.self) { try await task.value }
    #expect(error?.code == .cancelled && error?.mayHaveArrived == false)
  }

  @Test func `a file is stored once, also where the answer was lost`() async throws {
    let transport = ScriptedTransport([
      .put("/v1.0/me/x", .failure(.connectionLost, mayHaveArrived: true))
    ])
    let request: GraphRequest<DriveItem> = .put("/me/x", storing: [1, 2])
    let error = await #expect(throws: GraphError.self) {
      try await client(transport).send(request)
    }
    #expect(error?.code == .outcomeUnknown)
    #expect(transport.sent.first?.body == [1, 2])
    #expect(transport.sent.first?.head.headerFields[.contentType] == "application/octet-stream")
  }

  @Test(
    arguments: [
      (#""{0F8F9C1E-0000-4000-8000-000000000001},2""#, "0f8f9c1e-0000-4000-8000-000000000001"),
      ("none", nil),
    ] as [(String, String?)])
  func `the GUID of a file is in its tag`(tag: String, id: String?) {
    #expect(DriveItem(document: ["eTag": .string(tag)]).uniqueID == id)
  }
}
