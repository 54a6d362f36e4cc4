import HTTPTypes
import Testing

@testable import Transport

/// TLS and HTTP/2: trust, sharing, and what becomes of a request that is hung up on.
struct SecureServerTests {
  private static func transport(to server: SecureServer) -> CurlTransport {
    CurlTransport(
      configuration: CurlConfiguration(environment: ["SSL_CERT_FILE": server.certificate]))
  }

  @Test func `a certificate that nobody vouches for is refused`() async throws {
    let server = try await SecureServer()
    let error = await #expect(throws: TransportError.self) {
      try await CurlTransport().send(TransportRequest(.post, url: server.root, body: [1]))
    }
    #expect(error?.code == .untrustedCertificate)
    #expect(error?.mayHaveArrived == false)
    #expect(server.record.requests.isEmpty)
  }

  @Test func `a certificate from SSL_CERT_FILE is trusted, and HTTP 2 carries many at once`()
    async throws
  {
    let server = try await SecureServer()
    let transport = Self.transport(to: server)
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<50 {
        group.addTask {
          try await transport.send(TransportRequest(.get, url: server.root + "/page")).body
        }
      }
      for try await body in group { #expect(body == Array("over two".utf8)) }
    }
    #expect(server.arrivals(.get, "/page") == 50)
    #expect(server.record.clients.count == 1)
  }

  @Test(
    arguments: [HTTPRequest.Method.post, .patch],
    [nil, Array("{}".utf8), Array(repeating: 1, count: 1 << 20)] as [[UInt8]?])
  func `a write over HTTP 2 that was read and hung up on arrives once and is unknown`(
    method: HTTPRequest.Method, body: [UInt8]?
  ) async throws {
    let server = try await SecureServer()
    let transport = Self.transport(to: server)
    _ = try await transport.send(TransportRequest(.get, url: server.root + "/page"))
    let error = await #expect(throws: TransportError.self) {
      try await transport.send(
        TransportRequest(method, url: server.root + SecureServer.hangsUp, body: body))
    }
    #expect(error?.code == .outcomeUnknown)
    #expect(error?.mayHaveArrived == true)
    #expect(server.arrivals(method, SecureServer.hangsUp) == 1)
    // A write without a body has a connection to itself, where libcurl repeats nothing.
    #expect(server.record.clients.count == (body == nil ? 2 : 1))
  }

  @Test(arguments: [HTTPRequest.Method.get, .put, .delete])
  func `a repeatable request over HTTP 2 that was hung up on may have arrived`(
    method: HTTPRequest.Method
  ) async throws {
    let server = try await SecureServer()
    let transport = Self.transport(to: server)
    _ = try await transport.send(TransportRequest(.get, url: server.root + "/page"))
    let error = await #expect(throws: TransportError.self) {
      try await transport.send(
        TransportRequest(
          method, url: server.root + SecureServer.hangsUp, body: method == .put ? [1] : nil))
    }
    #expect(error?.code == .connectionLost)
    #expect(error?.mayHaveArrived == true)
    let arrivals = server.arrivals(method, SecureServer.hangsUp)
    #expect(method == .get ? arrivals >= 1 : arrivals == 1)
  }

  @Test func `a cancelled request over HTTP 2 leaves its neighbours their connection`() async throws
  {
    let server = try await SecureServer()
    let transport = Self.transport(to: server)
    _ = try await transport.send(TransportRequest(.get, url: server.root + "/page"))
    let ended = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<200 {
        group.addTask {
          let task = Task {
            try await transport.send(TransportRequest(.get, url: server.root + "/page"))
          }
          if number.isMultiple(of: 2) { task.cancel() }
          switch await task.result {
          case .success(let answer): return answer.head.status == .ok
          case .failure(let error):
            return number.isMultiple(of: 2) && (error as? TransportError)?.code == .cancelled
          }
        }
      }
      return await group.reduce(into: 0) { count, isRight in count += isRight ? 1 : 0 }
    }
    #expect(ended == 200)
    #expect(server.record.clients.count == 1)
  }
}
