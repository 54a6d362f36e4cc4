import HTTPTypes
import Testing

@testable import Transport

/// What becomes of a request whose answer does not come: resent, reported, or given up.
struct LostAnswerTests {
  private let transport = CurlTransport()

  /// A server that answers one request on a connection, reads the next one, and hangs up.
  private func hangingUpServer() throws -> LoopbackServer {
    try LoopbackServer { connection in
      guard connection.readRequest() != nil else { return }
      connection.answer("warm")
      _ = connection.readRequest()
    }
  }

  /// A server that answers a reading request, and hangs up on a connection that begins with a write.
  private func readingServer() throws -> LoopbackServer {
    try LoopbackServer { connection in
      guard let request = connection.readRequest(), request.line.hasPrefix("GET") else { return }
      connection.answer("warm")
      connection.drain()
    }
  }

  @Test(arguments: [HTTPRequest.Method.post, .patch], [nil, Array("{}".utf8)] as [[UInt8]?])
  func `a write that was read and hung up on arrives once and is unknown`(
    method: HTTPRequest.Method, body: [UInt8]?
  ) async throws {
    // On a warm connection the second request is hung up on, and the first of a new one answered. A write
    // without a body takes a new connection, so there the first request is read and hung up on.
    let server = try body == nil ? readingServer() : hangingUpServer()
    _ = try await transport.send(TransportRequest(.get, url: server.root + "/warm"))
    let error = await #expect(throws: TransportError.self) {
      try await transport.send(TransportRequest(method, url: server.root + "/write", body: body))
    }
    #expect(error?.code == .outcomeUnknown)
    #expect(error?.mayHaveArrived == true)
    #expect(server.requests.filter { $0 == "\(method) /write" }.count == 1)
  }

  @Test(
    arguments: [(.delete, nil), (.put, nil), (.put, [1])] as [(HTTPRequest.Method, [UInt8]?)])
  func `a repeatable write that was read and hung up on arrives once and is lost`(
    method: HTTPRequest.Method, body: [UInt8]?
  ) async throws {
    let server = try body == nil ? readingServer() : hangingUpServer()
    _ = try await transport.send(TransportRequest(.get, url: server.root + "/warm"))
    let error = await #expect(throws: TransportError.self) {
      try await transport.send(TransportRequest(method, url: server.root + "/write", body: body))
    }
    #expect(error?.code == .connectionLost)
    #expect(error?.mayHaveArrived == true)
    #expect(server.requests.filter { $0 == "\(method) /write" }.count == 1)
  }

  @Test func `a reading request that was hung up on is sent again`() async throws {
    let server = try hangingUpServer()
    _ = try await transport.send(TransportRequest(.get, url: server.root + "/warm"))
    let response = try await transport.send(
      TransportRequest(.get, url: server.root + "/again"))
    #expect(String(decoding: response.body, as: UTF8.self) == "warm")
    #expect(server.requests == ["GET /warm", "GET /again", "GET /again"])
  }

  @Test(arguments: [
    (HTTPRequest.Method.get, TransportError.Code.connectionLost), (.post, .outcomeUnknown),
  ])
  func `an answer cut short is a lost one`(
    method: HTTPRequest.Method, code: TransportError.Code
  ) async throws {
    let server = try LoopbackServer { connection in
      guard connection.readRequest() != nil else { return }
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"value\":[")
    }
    let error = await #expect(throws: TransportError.self) {
      try await transport.send(TransportRequest(method, url: server.root, body: nil))
    }
    #expect(error?.code == code)
    #expect(error?.host == "127.0.0.1:\(server.port)")
  }

  @Test(arguments: [
    (HTTPRequest.Method.get, TransportError.Code.malformedAnswer), (.post, .outcomeUnknown),
  ])
  func `an answer that is not HTTP is malformed`(
    method: HTTPRequest.Method, code: TransportError.Code
  ) async throws {
    let server = try LoopbackServer { connection in
      guard connection.readRequest() != nil else { return }
      connection.write("220 mail.example ESMTP\r\n")
    }
    let error = await #expect(throws: TransportError.self) {
      try await transport.send(TransportRequest(method, url: server.root))
    }
    #expect(error?.code == code)
  }

  @Test func `a connection that is refused leaves nothing behind`() async throws {
    var server: LoopbackServer? = try LoopbackServer { _ in }
    let root = try #require(server?.root)
    server = nil
    let error = await #expect(throws: TransportError.self) {
      try await transport.send(TransportRequest(.post, url: root, body: [1]))
    }
    #expect(error?.code == .connectFailed)
    #expect(error?.mayHaveArrived == false)
  }

  @Test func `an unknown name is told from a refused connection`() async throws {
    let error = await #expect(throws: TransportError.self) {
      try await transport.send(TransportRequest(.post, url: "https://graph.missing/", body: [1]))
    }
    #expect(error?.code == .nameNotResolved)
    #expect(error?.host == "graph.missing")
    #expect(error?.mayHaveArrived == false)
  }

  @Test(arguments: [
    (HTTPRequest.Method.get, TransportError.Code.timedOut), (.post, .outcomeUnknown),
  ])
  func `a server that says nothing is waited for so long and no longer`(
    method: HTTPRequest.Method, code: TransportError.Code
  ) async throws {
    let server = try LoopbackServer { connection in
      _ = connection.readRequest()
      connection.drain()
    }
    let error = await #expect(throws: TransportError.self) {
      try await transport.send(
        TransportRequest(method, url: server.root, body: [1], timeout: .milliseconds(50)))
    }
    #expect(error?.code == code)
  }

  @Test func `an answer that stalls is given up`() async throws {
    var configuration = CurlConfiguration()
    configuration.stallTimeout = .seconds(1)
    let server = try LoopbackServer { connection in
      _ = connection.readRequest()
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
      connection.drain()
    }
    let error = await #expect(throws: TransportError.self) {
      try await CurlTransport(configuration: configuration)
        .send(TransportRequest(.get, url: server.root))
    }
    #expect(error?.code == .timedOut)
  }

  @Test(arguments: ["Content-Length: 2000000\r\n", "Transfer-Encoding: chunked\r\n"])
  func `an answer that is too large is not taken in`(length: String) async throws {
    var configuration = CurlConfiguration()
    configuration.largestBody = 1_000_000
    let server = try LoopbackServer { connection in
      _ = connection.readRequest()
      connection.write("HTTP/1.1 200 OK\r\n\(length)\r\n")
      let piece = (length.hasPrefix("T") ? "4000\r\n" : "") + String(repeating: "x", count: 0x4000)
      for _ in 0..<200 { connection.write(piece + (length.hasPrefix("T") ? "\r\n" : "")) }
    }
    let error = await #expect(throws: TransportError.self) {
      try await CurlTransport(configuration: configuration)
        .send(TransportRequest(.get, url: server.root))
    }
    #expect(error?.code == .tooLarge)
  }

  @Test func `an endless head is not taken in`() async throws {
    let server = try LoopbackServer { connection in
      _ = connection.readRequest()
      connection.write("HTTP/1.1 200 OK\r\n")
      let field = "X-More: " + String(repeating: "y", count: 10_000) + "\r\n"
      for _ in 0..<500 { connection.write(field) }
    }
    let error = await #expect(throws: TransportError.self) {
      try await transport.send(TransportRequest(.get, url: server.root))
    }
    #expect(error?.code == .tooLarge)
  }
}
