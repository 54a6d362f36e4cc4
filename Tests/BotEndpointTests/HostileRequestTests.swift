import Documents
import Foundation
import NIOCore
import Records
import Testing

@testable import BotEndpoint

/// Requests that mean no good, over a real socket; after each the endpoint still takes activities.
struct HostileRequestTests {
  /// Limits that a test need not wait long for, and that a busy machine keeps.
  private var quick: EndpointLimits {
    var limits = EndpointLimits()
    limits.head = .milliseconds(500)
    limits.body = .milliseconds(500)
    limits.rest = .milliseconds(500)
    return limits
  }

  private func check(
    limits: EndpointLimits = EndpointLimits(),
    _ attack: @Sendable @escaping (LiveEndpoint) async throws -> Void
  ) async throws {
    try await LiveEndpoint.serve(limits: limits) { (endpoint) async throws in
      try await attack(endpoint)
      // Whether a slow machine needs longer than the limits for an honest one is not the question here.
      var status = 0
      for _ in 1...20 where status != 200 {
        status = try await endpoint.post(.message("honest")).status
      }
      #expect(status == 200)
      #expect(try endpoint.inbox.activities(after: 0).map { $0.document["id"] } == ["honest"])
    }
  }

  private static func head(_ further: String..., length: Int? = nil) throws -> String {
    (["POST /api/messages HTTP/1.1", "Host: a", "Authorization: \(try LiveEndpoint.bearer())"]
      + further + (length.map { ["Content-Length: \($0)"] } ?? []))
      .joined(separator: "\r\n") + "\r\n\r\n"
  }

  @Test(arguments: [
    "", "{", "[]", "null", "1", #""text""#, "{}", #"{"type":7}"#, #"{"type":""}"#,
    #"{"type":"message"} trailing"#, "\u{0}\u{1}\u{2}", #"{"type":"message","type":}"#,
    String(repeating: "[", count: 100_000), String(repeating: #"{"a":"#, count: 30_000),
  ])
  func `a body that is no activity is refused`(body: String) async throws {
    try await check { (endpoint) async throws in
      #expect(try await endpoint.post(text: body).status == 400)
    }
  }

  @Test func `a body that is announced too large is refused before it is sent`() async throws {
    try await check { (endpoint) async throws in
      let request = try Self.head(length: 1_000_000_000)
      let answer = try await RawConnection.exchange(port: endpoint.port, request)
      #expect(answer.status == 413)
      #expect(answer.isClosed)
    }
  }

  @Test func `a body that grows too large is cut off`() async throws {
    try await check { (endpoint) async throws in
      let request = try Self.head("Transfer-Encoding: chunked")
      let answer = try await RawConnection.use(port: endpoint.port) { connection in
        connection.send(request)
        let chunk = "8000\r\n" + String(repeating: "a", count: 0x8000) + "\r\n"
        for _ in 0..<1000 { guard connection.send(chunk) else { break } }
        return connection.receive()
      }
      #expect(answer.isClosed)
      // Whoever goes on sending may get a reset in the place of the answer.
      #expect([0, 413].contains(answer.status))
    }
  }

  @Test func `a head that drips is cut off, however busily`() async throws {
    try await check(limits: quick) { (endpoint) async throws in
      let isClosed = try await RawConnection.use(port: endpoint.port) { connection in
        connection.send("POST /api/messages HTTP/1.1\r\nHost: a\r\n")
        for number in 0..<2_000 {
          guard connection.send("X-Drip-\(number % 50): a\r\n") else { return true }
          usleep(20_000)
        }
        return false
      }
      #expect(isClosed)
    }
  }

  @Test func `a connection that says nothing is closed`() async throws {
    try await check(limits: quick) { (endpoint) async throws in
      let answer = try await RawConnection.exchange(port: endpoint.port, "")
      #expect(answer.isClosed)
      #expect(answer.text.isEmpty)
    }
  }

  @Test func `a body that drips is cut off and told so`() async throws {
    try await check(limits: quick) { (endpoint) async throws in
      let request = try Self.head(length: 100_000)
      let answer = try await RawConnection.use(port: endpoint.port) { connection in
        connection.send(request)
        while connection.send("a") {
          if case let answer = connection.receive(atLeast: 1, seconds: 0), !answer.text.isEmpty {
            return answer
          }
          usleep(20_000)
        }
        return connection.receive()
      }
      #expect([0, 408].contains(answer.status))
    }
  }

  @Test func `a connection that rests after an answer is closed in time`() async throws {
    try await check(limits: quick) { (endpoint) async throws in
      let answer = try await RawConnection.exchange(
        port: endpoint.port, "GET /health HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(answer.status == 200)
      #expect(answer.isClosed)
    }
  }

  @Test func `half a request from who then hangs up is no activity`() async throws {
    try await check { (endpoint) async throws in
      let whole = JSON.message("half").text()
      let request = try Self.head(length: whole.utf8.count) + whole.dropLast(10)
      let answer = try await RawConnection.use(port: endpoint.port) { connection in
        connection.send(request)
        connection.finish()
        return connection.receive()
      }
      #expect(answer.isClosed)
      #expect([0, 400].contains(answer.status))
    }
  }

  @Test func `who has said all and closes that half still gets the answer`() async throws {
    try await LiveEndpoint.serve { (endpoint) async throws in
      let body = JSON.message("whole").text()
      let request = try Self.head(length: body.utf8.count) + body
      let answer = try await RawConnection.use(port: endpoint.port) { connection in
        connection.send(request)
        connection.finish()
        return connection.receive()
      }
      #expect(answer.status == 200)
      #expect(try endpoint.inbox.counts().all == 1)
    }
  }

  @Test(arguments: [
    "rubbish\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}\u{1}\u{FC}",
    "POST /api/messages HTTP/9.9\r\n\r\n", "POST\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nX: " + String(repeating: "a", count: 100_000) + "\r\n\r\n",
    "GET /" + String(repeating: "a", count: 1_000_000) + " HTTP/1.1\r\nHost: a\r\n\r\n",
    "POST / HTTP/1.1\r\n" + String(repeating: "A: b\r\n", count: 1000) + "\r\n",
  ])
  func `what is no HTTP is answered with a refusal or none`(text: String) async throws {
    try await check(limits: quick) { (endpoint) async throws in
      let answer = try await RawConnection.exchange(port: endpoint.port, text)
      #expect(answer.isClosed)
      #expect([0, 400, 401, 404, 408, 413, 414, 431].contains(answer.status))
    }
  }

  @Test func `many silent connections keep nobody out for long`() async throws {
    var limits = quick
    limits.connections = 20
    try await check(limits: limits) { (endpoint) async throws in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<60 {
          group.addTask {
            _ = try await RawConnection.exchange(port: endpoint.port, "POST / HTTP/1.1\r\n")
          }
        }
        try await group.waitForAll()
      }
    }
  }
}
