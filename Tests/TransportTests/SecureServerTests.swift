import Foundation
import HTTPTypes
import Testing

@testable import Transport

/// TLS and HTTP/2, against Debian's `nghttpd` with a certificate made by `openssl`.
@Suite(
  .enabled(if: SecureServer.isAvailable, "nghttpd (nghttp2-server) and openssl are not installed"))
struct SecureServerTests {
  @Test func `a certificate that nobody vouches for is refused`() async throws {
    let server = try await SecureServer()
    let error = await #expect(throws: TransportError.self) {
      try await CurlTransport().send(TransportRequest(.post, url: server.root, body: [1]))
    }
    #expect(error?.code == .untrustedCertificate)
    #expect(error?.mayHaveArrived == false)
  }

  @Test func `a certificate from SSL_CERT_FILE is trusted, and HTTP 2 carries many at once`()
    async throws
  {
    let server = try await SecureServer()
    let transport = CurlTransport(
      configuration: CurlConfiguration(environment: ["SSL_CERT_FILE": server.certificate]))
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<50 {
        group.addTask {
          try await transport.send(TransportRequest(.get, url: server.root + "/page")).body
        }
      }
      for try await body in group { #expect(body == Array("over two".utf8)) }
    }
    #expect(server.connections == 1)
  }

  @Test(arguments: [HTTPRequest.Method.post, .patch])
  func `a write over HTTP 2 that is hung up on is unknown`(
    method: HTTPRequest.Method
  ) async throws {
    let server = try await SecureServer()
    let transport = CurlTransport(
      configuration: CurlConfiguration(environment: ["SSL_CERT_FILE": server.certificate]))
    _ = try await transport.send(TransportRequest(.get, url: server.root + "/page"))
    // The head is smaller, and the body larger: a part of it is on its way by then.
    server.hangUp(after: 20_000)
    let body = [UInt8](repeating: 1, count: 1 << 20)
    let error = await #expect(throws: TransportError.self) {
      try await transport.send(TransportRequest(method, url: server.root + "/page", body: body))
    }
    #expect(error?.code == .outcomeUnknown)
    #expect(error?.mayHaveArrived == true)
  }
}
