import HTTPTypes
import TestSupport
import Testing

@testable import Transport

/// What every transport promises, tried on libcurl and on the scripted one that other tests rely on.
struct ContractTests {
  enum Kind: String, CaseIterable, CustomTestStringConvertible {
    case curl, scripted

    var testDescription: String { rawValue }
  }

  /// A transport whose every GET is answered alike, and what keeps it alive.
  private struct Subject {
    let transport: any HTTPTransport
    let root: String
    let server: LoopbackServer?

    func get(_ path: String) async throws(TransportError) -> TransportResponse {
      try await transport.send(TransportRequest(.get, url: root + path))
    }
  }

  private static func answering(
    _ kind: Kind, paths: [String], status: HTTPResponse.Status = .ok, body: String = ""
  ) throws -> Subject {
    switch kind {
    case .curl:
      let server = try LoopbackServer { connection in
        while let request = connection.readRequest() {
          connection.answer(
            body.isEmpty ? request.line : body, status: "\(status.code) \(status.reasonPhrase)",
            fields: ["X-Kept: one, two", "x-small: Ü"])
        }
      }
      return Subject(transport: CurlTransport(), root: server.root, server: server)
    case .scripted:
      var fields: HTTPFields = [:]
      for (name, value) in [("X-Kept", "one, two"), ("x-small", "Ü")] {
        fields[try #require(HTTPField.Name(name))] = value
      }
      let transport = ScriptedTransport(
        paths.map { path in
          let text = body.isEmpty ? "GET \(path)" : body
          return .get(path, .bytes(Array(text.utf8), status: status.code, fields: fields))
        })
      return Subject(transport: transport, root: "https://graph.example", server: nil)
    }
  }

  @Test(arguments: Kind.allCases, [200, 201, 302, 400, 404, 429, 503])
  func `every status is an answer with its head and its body, and none is an error`(
    kind: Kind, status: Int
  ) async throws {
    let body = "a\u{0}b\r\n\r\nÜ"
    let subject = try Self.answering(
      kind, paths: ["/any"], status: HTTPResponse.Status(code: status), body: body)
    let response = try await subject.get("/any")
    #expect(response.head.status.code == status)
    #expect(response.body == Array(body.utf8))
    #expect(response.head.headerFields[try #require(HTTPField.Name("x-kept"))] == "one, two")
    #expect(response.head.headerFields[try #require(HTTPField.Name("X-Small"))] == "Ü")
  }

  @Test(arguments: Kind.allCases)
  func `each of many requests at once gets its own answer`(kind: Kind) async throws {
    let paths = (0..<50).map { "/item/\($0)" }
    let subject = try Self.answering(kind, paths: paths)
    try await withThrowingTaskGroup(of: (String, [UInt8]).self) { group in
      for path in paths { group.addTask { (path, try await subject.get(path).body) } }
      for try await (path, body) in group { #expect(body == Array("GET \(path)".utf8)) }
    }
  }

  @Test(arguments: Kind.allCases)
  func `requests one after another arrive in their order, queries whole`(kind: Kind) async throws {
    let paths = ["/one?$top=2", "/two?x=%20a", "/three"]
    let subject = try Self.answering(kind, paths: paths)
    for path in paths { #expect(try await subject.get(path).body == Array("GET \(path)".utf8)) }
    if let server = subject.server { #expect(server.requests == paths.map { "GET \($0)" }) }
  }

  @Test(arguments: Kind.allCases)
  func `cancelling ends the wait with an error that says so`(kind: Kind) async throws {
    let gate = Gate()
    let server = try LoopbackServer { connection in
      _ = connection.readRequest()
      gate.open()
      connection.drain()
    }
    let transport: any HTTPTransport =
      switch kind {
      case .curl: CurlTransport()
      case .scripted: ScriptedTransport([.get("/silent", .silence)])
      }
    let task = Task {
      try await transport.send(TransportRequest(.get, url: server.root + "/silent"))
    }
    if kind == .curl { _ = await gate.pass() }
    task.cancel()
    let error = await #expect(throws: TransportError.self) { try await task.value }
    #expect(error?.code == .cancelled)
    #expect(error?.host == "127.0.0.1:\(server.port)")
  }

  @Test(
    arguments: Kind.allCases,
    [(HTTPRequest.Method.get, TransportError.Code.connectionLost), (.post, .outcomeUnknown)])
  func `a lost answer is a value that says whether the request may have arrived`(
    kind: Kind, lost: (method: HTTPRequest.Method, code: TransportError.Code)
  ) async throws {
    let server = try LoopbackServer { connection in
      _ = connection.readRequest()
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf")
    }
    let transport: any HTTPTransport =
      switch kind {
      case .curl: CurlTransport()
      case .scripted:
        ScriptedTransport([
          ScriptedExchange(lost.method, "/lost", .failure(lost.code, mayHaveArrived: true))
        ])
      }
    let error = await #expect(throws: TransportError.self) {
      try await transport.send(TransportRequest(lost.method, url: server.root + "/lost"))
    }
    #expect(error?.code == lost.code)
    #expect(error?.mayHaveArrived == true)
    #expect(error?.host == "127.0.0.1:\(server.port)")
  }
}
