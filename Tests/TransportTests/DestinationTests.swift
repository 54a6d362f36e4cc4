import HTTPTypes
import Testing

@testable import Transport

/// Where requests may go, and past which proxy.
struct DestinationTests {
  @Test(arguments: [
    "https://graph.microsoft.com/v1.0/me", "https://127.0.0.1:8443", "http://localhost:1/x",
    "http://127.0.0.1/", "http://127.255.3.4:99?x", "http://[::1]:80/", "HTTP://LOCALHOST/",
  ])
  func `https goes anywhere, http to this machine`(url: String) {
    #expect(Destination(TransportRequest(.get, url: url).head) != nil)
  }

  @Test(arguments: [
    "http://graph.microsoft.com/", "http://128.0.0.1/", "http://127.0.0.1.example/",
    "http://127.1/", "http://127.0.0.256/", "http://localhost.example/", "http://[::2]/",
    "http://localhost@example.com/", "https://user:pass@example.com/", "ftp://127.0.0.1/",
    "file:///etc/passwd", "/v1.0/me", "", "https://", "http://0x7f.0.0.1/",
  ])
  func `everything else is refused without sending`(url: String) async {
    let error = await #expect(throws: TransportError.self) {
      try await CurlTransport().send(TransportRequest(.get, url: url))
    }
    #expect(error?.code == .unsupportedURL)
    #expect(error?.mayHaveArrived == false)
  }

  @Test func `the variables of curl's users are known`() {
    let all = CurlConfiguration(environment: [
      "CURL_CA_BUNDLE": "/bundle", "SSL_CERT_FILE": "/file", "https_proxy": "http://small:1",
      "HTTPS_PROXY": "http://large:1", "NO_PROXY": "example.com", "http_proxy": "http://plain:1",
    ])
    #expect(all.caFile == "/bundle")
    #expect(all.proxy == "http://small:1")
    #expect(all.noProxy == "example.com")
    let some = CurlConfiguration(environment: [
      "CURL_CA_BUNDLE": "", "SSL_CERT_FILE": "/file", "SSL_CERT_DIR": "/dir", "ALL_PROXY": "p:1",
    ])
    #expect(some.caFile == "/file")
    #expect(some.caFolder == "/dir")
    #expect(some.proxy == "p:1")
    #expect(CurlConfiguration(environment: [:]).proxy == nil)
  }

  @Test func `a proxy is asked for a tunnel, and its refusal is told apart`() async throws {
    let proxy = try LoopbackServer { connection in
      while connection.readRequest() != nil {
        connection.answer(status: "403 Forbidden", fields: ["X-Proxy: no"])
      }
    }
    let transport = CurlTransport(
      configuration: CurlConfiguration(environment: [
        "https_proxy": proxy.root, "no_proxy": "direct.missing",
      ]))
    var error = await #expect(throws: TransportError.self) {
      try await transport.send(TransportRequest(.post, url: "https://graph.missing/", body: [1]))
    }
    #expect(error?.code == .proxyFailed)
    #expect(error?.mayHaveArrived == false)
    #expect(proxy.requests == ["CONNECT graph.missing:443"])
    error = await #expect(throws: TransportError.self) {
      try await transport.send(TransportRequest(.get, url: "https://direct.missing/"))
    }
    #expect(error?.code == .nameNotResolved)
  }

  @Test func `this machine is reached past the proxy`() async throws {
    let proxy = try LoopbackServer { connection in _ = connection.readRequest() }
    let server = try LoopbackServer { connection in
      while connection.readRequest() != nil { connection.answer("direct") }
    }
    let names = ["https_proxy", "http_proxy", "ALL_PROXY"]
    let environment = Dictionary(uniqueKeysWithValues: names.map { ($0, proxy.root) })
    let response = try await CurlTransport(
      configuration: CurlConfiguration(environment: environment)
    ).send(TransportRequest(.get, url: server.root))
    #expect(String(decoding: response.body, as: UTF8.self) == "direct")
    #expect(proxy.connections == 0)
  }
}
