import HTTPTypes
import Testing

@testable import Transport

/// What arrives, and what comes back, over HTTP/1.1.
struct CurlTransportTests {
  private let transport = CurlTransport()

  @Test func `a request arrives as it was made`() async throws {
    let server = try LoopbackServer { connection in
      while let request = connection.readRequest() {
        connection.answer(request.head + "\n\n" + String(decoding: request.body, as: UTF8.self))
      }
    }
    let response = try await transport.send(
      TransportRequest(
        .post, url: server.root + "/v1.0/a%2Fb/../c?$filter=x%20eq%20'y'#part",
        fields: [.contentType: "application/json", .authorization: "Bearer abc"],
        body: Array(#"{"a":1}"#.utf8)))
    let echo = String(decoding: response.body, as: UTF8.self)
    #expect(echo.hasPrefix("POST /v1.0/a%2Fb/../c?$filter=x%20eq%20'y' HTTP/1.1"))
    #expect(echo.contains("Content-Type: application/json"))
    #expect(echo.contains("Authorization: Bearer abc"))
    #expect(echo.contains("User-Agent: teamsh"))
    #expect(echo.contains("gzip"))
    #expect(!echo.contains("Expect:"))
    #expect(echo.hasSuffix(#"{"a":1}"#))
  }

  @Test(arguments: [
    HTTPRequest.Method.get, .post, .put, .patch, .delete, .options,
  ])
  func `every method arrives, with a body and without`(method: HTTPRequest.Method) async throws {
    let server = try LoopbackServer { connection in
      while let request = connection.readRequest() {
        connection.answer("\(request.line) \(String(decoding: request.body, as: UTF8.self))")
      }
    }
    for body in [nil, [UInt8](), Array("x\0y".utf8)] as [[UInt8]?] {
      let response = try await transport.send(
        TransportRequest(method, url: server.root + "/p", body: body))
      let text = "\(method) /p " + String(decoding: body ?? [], as: UTF8.self)
      #expect(String(decoding: response.body, as: UTF8.self) == text)
    }
    #expect(server.requests.count == 3)
  }

  @Test(arguments: ["POST", "PUT", "PATCH"])
  func `a write without a body says that its length is nought`(method: String) async throws {
    let server = try LoopbackServer { connection in
      while let request = connection.readRequest() { connection.answer(request.head) }
    }
    let method = try #require(HTTPRequest.Method(method))
    let response = try await transport.send(TransportRequest(method, url: server.root))
    let head = String(decoding: response.body, as: UTF8.self)
    #expect(head.contains("Content-Length: 0"))
    #expect(!head.contains("Content-Type"))
  }

  @Test func `a HEAD request waits for no body`() async throws {
    let server = try LoopbackServer { connection in
      while connection.readRequest() != nil {
        connection.write("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n")
      }
    }
    let response = try await transport.send(TransportRequest(.head, url: server.root))
    #expect(response.head.headerFields[.contentLength] == "5000")
    #expect(response.body.isEmpty)
  }

  @Test(arguments: [
    ("204 No Content", 204), ("302 Found", 302), ("404 Not Found", 404), ("429 ", 429),
    ("503 Busy", 503),
  ])
  func `an answer of any status is an answer`(line: String, status: Int) async throws {
    let server = try LoopbackServer { connection in
      while connection.readRequest() != nil {
        connection.write(
          "HTTP/1.1 \(line)\r\nLocation: /elsewhere\r\nRetry-After: 2\r\n"
            + (status == 204 ? "\r\n" : "Content-Length: 0\r\n\r\n"))
      }
    }
    let response = try await transport.send(TransportRequest(.get, url: server.root))
    #expect(response.head.status.code == status)
    #expect(response.head.headerFields[.retryAfter] == "2")
    #expect(server.requests == ["GET /"])
  }

  @Test func `a chunked answer is whole, and its trailers are left out`() async throws {
    let server = try LoopbackServer { connection in
      guard connection.readRequest() != nil else { return }
      connection.write(
        "HTTP/1.1 100 Continue\r\nX-Early: 1\r\n\r\n"
          + "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX-Kept: 2\r\n\r\n"
          + "5\r\nhello\r\n7\r\n, world\r\n0\r\nX-Late: 3\r\n\r\n")
    }
    let response = try await transport.send(TransportRequest(.get, url: server.root))
    #expect(String(decoding: response.body, as: UTF8.self) == "hello, world")
    let names = response.head.headerFields.map(\.name.rawName)
    #expect(names == ["Transfer-Encoding", "X-Kept"])
  }

  @Test func `a compressed answer is unpacked`() async throws {
    // `printf 'hello hello hello hello' | gzip -n`
    let packed: [UInt8] = [
      0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xCB, 0x48, 0xCD, 0xC9, 0xC9,
      0x57, 0xC8, 0x40, 0x27, 0x01, 0xE3, 0x51, 0x3D, 0x8D, 0x17, 0x00, 0x00, 0x00,
    ]
    let server = try LoopbackServer { connection in
      guard connection.readRequest() != nil else { return }
      connection.write(
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(packed.count)\r\n\r\n")
      connection.write(packed)
    }
    let response = try await transport.send(TransportRequest(.get, url: server.root))
    #expect(String(decoding: response.body, as: UTF8.self) == "hello hello hello hello")
  }

  @Test func `folded and repeated fields are all there`() async throws {
    let server = try LoopbackServer { connection in
      guard connection.readRequest() != nil else { return }
      connection.answer(
        fields: ["X-Long: one,", "\ttwo,", "   three", "X-Twice: a", "X-Twice: b", "X-Empty:"])
    }
    let response = try await transport.send(TransportRequest(.get, url: server.root))
    let fields = response.head.headerFields
    #expect(fields[try #require(HTTPField.Name("X-Long"))] == "one, two, three")
    #expect(fields[values: try #require(HTTPField.Name("x-twice"))] == ["a", "b"])
    #expect(fields[try #require(HTTPField.Name("X-Empty"))] == "")
  }

  @Test func `large bodies go both ways`() async throws {
    let server = try LoopbackServer { connection in
      while let request = connection.readRequest() {
        connection.write("HTTP/1.1 200 OK\r\nContent-Length: \(request.body.count)\r\n\r\n")
        connection.write(request.body)
      }
    }
    let body = (0..<1 << 20).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
    for method in [HTTPRequest.Method.post, .put] {
      let response = try await transport.send(
        TransportRequest(method, url: server.root, body: body))
      #expect(response.body == body)
    }
  }

  @Test(arguments: ["POST", "PUT"])
  func `a meter counts a body as it leaves, and forgets one that is sent again`(
    method: String
  ) async throws {
    let server = try LoopbackServer { connection in
      while connection.readRequest() != nil { connection.answer() }
    }
    let meter = BodyMeter()
    var request = TransportRequest(
      try #require(HTTPRequest.Method(method)), url: server.root,
      body: [UInt8](repeating: 7, count: 1 << 20))
    request.meter = meter
    let transport = CurlTransport()
    for _ in 0..<2 {
      _ = try await transport.send(request)
      #expect(meter.count == 1 << 20)
    }
    meter.settle(1 << 20)
    #expect(meter.count == 1 << 20)
    _ = try await transport.send(request)
    #expect(meter.count == 2 << 20)
  }

  @Test func `a hundred requests at once each get their own answer`() async throws {
    let server = try LoopbackServer { connection in
      while let request = connection.readRequest() { connection.answer(request.line) }
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<100 {
        group.addTask { [transport] in
          let response = try await transport.send(
            TransportRequest(.get, url: "\(server.root)/\(number)"))
          #expect(String(decoding: response.body, as: UTF8.self) == "GET /\(number)")
        }
      }
      try await group.waitForAll()
    }
    #expect(server.requests.count == 100)
  }

  @Test func `requests one after another share a connection`() async throws {
    let server = try LoopbackServer { connection in
      while connection.readRequest() != nil { connection.answer("ok") }
    }
    for _ in 0..<5 {
      _ = try await transport.send(TransportRequest(.get, url: server.root))
      _ = try await transport.send(TransportRequest(.post, url: server.root, body: [1]))
    }
    #expect(server.connections == 1)
  }
}
