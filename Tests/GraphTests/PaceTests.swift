import Documents
import HTTPTypes
import TestSupport
import Testing
import Transport

@testable import Graph

struct PaceTests {
  private static func charges(
    _ path: String, _ method: HTTPRequest.Method = .get
  ) -> [PaceCharge] {
    PaceCharge.charges(for: PacedRequest(method, path: path))
  }

  /// Sends as fast as the ledger allows, and gives the moment of each request.
  private static func moments(_ count: Int, of charges: [PaceCharge]) -> [Duration] {
    var ledger = PaceLedger()
    var now = Duration.zero
    return (0..<count).map { _ in
      while let wait = ledger.claim(charges, at: now) { now += wait.duration }
      return now
    }
  }

  /// How many of the moments lie in the fullest stretch of this length.
  private static func most(of moments: [Duration], within window: Duration) -> Int {
    moments.map { start in moments.count { start <= $0 && $0 < start + window } }.max() ?? 0
  }

  @Test(arguments: [
    ("/v1.0/teams", 30, 1), ("/v1.0/teams/t/members", 4, 1), ("/v1.0/chats/c/messages", 1, 1),
    ("/v1.0/teams/t/channels", 1, 1), ("/v1.0/users/u", 1750, 10),
  ])
  func `no stretch of time holds more than the limit, and the first one holds it all`(
    path: String, count: Int, seconds: Int
  ) {
    let moments = Self.moments(count * 4, of: Self.charges(path))
    #expect(Self.most(of: moments, within: .seconds(seconds)) == count)
    #expect(moments.count { $0 == .zero } == count)
    let windows = Duration.seconds(3 * seconds)
    #expect(moments.last.map { windows...(windows * 1.16) ~= $0 } == true)
  }

  @Test func `members are added four times a minute, whatever the team may take besides`() {
    let moments = Self.moments(9, of: Self.charges("/v1.0/teams/t/members/add", .post))
    #expect(Self.most(of: moments, within: .seconds(60)) == 4)
    #expect(moments.last.map { $0 > .seconds(120) } == true)
  }

  @Test func `one busy chat does not hold up another`() {
    var ledger = PaceLedger()
    #expect(ledger.claim(Self.charges("/v1.0/chats/a/messages"), at: .zero) == nil)
    #expect(ledger.claim(Self.charges("/v1.0/chats/a/messages"), at: .zero) != nil)
    #expect(ledger.claim(Self.charges("/v1.0/chats/b/messages"), at: .zero) == nil)
  }

  @Test(arguments: [(20, 1020), (150, 1150), (4000, 1150)])
  func `a request counts from its answer, but a slow answer holds nobody up`(
    answered: Int, free: Int
  ) {
    var ledger = PaceLedger()
    let chat = Self.charges("/v1.0/chats/a/messages")
    #expect(ledger.claim(chat, at: .zero) == nil)
    #expect(ledger.claim(chat, at: .milliseconds(10))?.duration == .milliseconds(1140))
    ledger.answer(chat, sent: .zero, at: .milliseconds(answered))
    #expect(ledger.claim(chat, at: .milliseconds(free - 1)) != nil)
    #expect(ledger.claim(chat, at: .milliseconds(free)) == nil)
  }

  @Test func `the longest way leaves 85 hundredths of what a limit allows`() {
    let window = 100 + PaceBucket.longestWay
    #expect(100 * 100 / window >= 85)
  }

  @Test func `an id is one resource however it is written`() {
    var ledger = PaceLedger()
    let spellings = ["19:a@thread.tacv2", "19%3Aa%40thread.tacv2", "19%3AA%40thread.tacv2"]
    let waits = spellings.map {
      ledger.claim(Self.charges("/v1.0/chats/\($0)/messages"), at: .zero)
    }
    #expect(waits.count { $0 == nil } == 1)
  }

  @Test func `who has to wait has taken nothing`() {
    var ledger = PaceLedger()
    let chat = Self.charges("/v1.0/chats/a/messages")
    _ = ledger.claim(chat, at: .zero)
    for _ in 0..<100 { _ = ledger.claim(chat, at: .zero) }
    let others = (0..<19).map {
      ledger.claim(Self.charges("/v1.0/chats/\($0)/messages"), at: .zero)
    }
    #expect(others.allSatisfy { $0 == nil })
    #expect(
      ledger.claim(Self.charges("/v1.0/chats/z/messages"), at: .zero)?.limit
        == "GET 1:1/group chat message")
  }

  @Test func `a refusal closes the narrowest bucket, and two of a kind the one they share`() {
    var ledger = PaceLedger()
    let paths = ["a", "b", "c"].map { Self.charges("/v1.0/chats/\($0)/messages") }
    ledger.close(paths[0], for: .seconds(9), at: .zero)
    #expect(ledger.claim(paths[0], at: .zero)?.duration == .seconds(9))
    #expect(ledger.claim(paths[1], at: .zero) == nil)
    ledger.close(paths[1], for: .seconds(7), at: .zero)
    #expect(ledger.claim(paths[2], at: .zero)?.duration == .seconds(7))
    #expect(ledger.claim(paths[2], at: .seconds(7)) == nil)
    #expect(ledger.claim(paths[0], at: .seconds(8)) != nil)
  }

  @Test func `buckets nobody needs any more are let go`() {
    var ledger = PaceLedger()
    for number in 0..<5000 {
      _ = ledger.claim(Self.charges("/v1.0/teams/\(number)"), at: .seconds(number))
    }
    #expect(ledger.count < 5000)
  }

  @Test func `a client waits its turn, and the wait takes no time from its tries`() async throws {
    let clock = InstantClock()
    let answer = ScriptedAnswer.json(#"{"value":[]}"#)
    let transport = ScriptedTransport([
      .get("/v1.0/chats/c/messages", answer), .get("/v1.0/chats/c/messages", answer),
    ])
    let graph = try client(transport, clock: clock, pace: Pace(clock: clock))
    try await graph.send(GraphRequest<JSON>.get("/chats/\("c")/messages"))
    #expect(clock.slept == [])
    try await graph.send(GraphRequest<JSON>.get("/chats/\("c")/messages"))
    #expect(clock.slept == [.seconds(1)])
  }

  @Test func `a refusal that names a time holds the next one back`() async throws {
    let clock = InstantClock()
    let pace = Pace(clock: clock)
    let transport = ScriptedTransport([
      .get("/v1.0/teams/t", .status(429, fields: [.retryAfter: "400"])),
      .get("/v1.0/teams/t", .json(#"{"id":"t"}"#)),
    ])
    let graph = try client(transport, clock: clock, pace: pace)
    await #expect(throws: GraphError.self) {
      try await graph.send(GraphRequest<Team>.get("/teams/\("t")"))
    }
    try await graph.send(GraphRequest<Team>.get("/teams/\("t")"))
    #expect(clock.slept == [.seconds(400)])
  }

  @Test func `whoever is cancelled while waiting has surely sent nothing`() async throws {
    let clock = HeldClock()
    let transport = ScriptedTransport([.post("/v1.0/chats/c/messages", .json(#"{"id":"m"}"#))])
    let graph = try client(transport, pace: Pace(clock: clock))
    let request = GraphRequest<JSON>.post("/chats/\("c")/messages", ["body": [:]])
    try await graph.send(request)
    let waiting = Task { try await graph.send(request) }
    await clock.gate.arrival()
    waiting.cancel()
    let error = await #expect(throws: TransportError.self) { try await waiting.value }
    #expect(error?.code == .cancelled)
    #expect(error?.mayHaveArrived == false)
    #expect(transport.sent.count == 1)
  }
}
