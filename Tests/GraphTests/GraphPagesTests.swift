import Documents
import Graph
import HTTPTypes
import TestSupport
import Testing
import Transport

struct GraphPagesTests {
  fileprivate let first = GraphRequest<User>.get(
    "/users", ["$top": "2"], headers: ["ConsistencyLevel": "eventual"])

  fileprivate func page(_ ids: [String], next: String? = nil) -> ScriptedAnswer {
    var body: JSON = [:]
    if let next { body = ["@odata.nextLink": .string("https://graph.example/v1.0/users?" + next)] }
    var object = body.object ?? JSONObject()
    object["value"] = .array(ids.map { ["id": .string($0)] })
    return .json(JSON.object(object).text())
  }

  private func ids(_ pages: GraphPages<User>) async throws -> [[String]] {
    var read: [[String]] = []
    for try await page in pages { read.append(page.items.map(\.id)) }
    return read
  }

  @Test func `a walk ends where no link is left, and not at an empty page`() async throws {
    let transport = ScriptedTransport([
      .get("/v1.0/users?$top=2", page(["a", "b"], next: "$skiptoken=1%2F")),
      .get("/v1.0/users?$skiptoken=1%2F", page([], next: "$skiptoken=2")),
      .get("/v1.0/users?$skiptoken=2", page(["b", "c"])),
    ])
    let pages = try client(transport).pages(first)
    #expect(try await ids(pages) == [["a", "b"], [], ["c"]])
    let name = try #require(HTTPField.Name("ConsistencyLevel"))
    #expect(transport.sent.allSatisfy { $0.head.headerFields[name] == "eventual" })
  }

  @Test func `items without an id all count`() async throws {
    let transport = ScriptedTransport([.get("/v1.0/x", .json(#"{"value":[{"a":1},{"a":1}]}"#))])
    var count = 0
    for try await page in try client(transport).pages(GraphRequest<JSON>.get("/x")) {
      count += page.items.count
    }
    #expect(count == 2)
  }

  @Test func `the next page is asked for before this one is handed out`() async throws {
    let gate = Gate()
    let transport = ScriptedTransport([
      .get("/v1.0/users?$top=2", page(["a"], next: "n=1")),
      .get("/v1.0/users?n=1", page(["b"]).held(by: gate)),
    ])
    var pages = try client(transport).pages(first).makeAsyncIterator()
    let page = try await pages.next()
    #expect(page?.items.map(\.id) == ["a"])
    #expect(page?.hasMore == true)
    await gate.arrival()
    gate.open()
    #expect(try await pages.next()?.items.map(\.id) == ["b"])
    #expect(try await pages.next() == nil)
  }

  @Test func `letting go of a walk stops the page that is under way`() async throws {
    let gate = Gate()
    let transport = ScriptedTransport([
      .get("/v1.0/users?$top=2", page(["a"], next: "n=1")),
      .get("/v1.0/users?n=1", page(["b"]).held(by: gate)),
      .get("/v1.0/users?after=1", page([])),
    ])
    let graph = try client(transport)
    for try await _ in graph.pages(first) {
      await gate.arrival()
      break
    }
    var request = first
    request.query = [GraphQuery(name: "after", value: "1")]
    #expect(try await ids(graph.pages(request)) == [[]])
    #expect(transport.sent.count == 3)
  }

  @Test func `cancelling ends a walk`() async throws {
    let gate = Gate()
    let transport = ScriptedTransport([
      .get("/v1.0/users?$top=2", page(["a"], next: "n=1")),
      .get("/v1.0/users?n=1", page(["b"]).held(by: gate)),
    ])
    let pages = try client(transport).pages(first)
    let task = Task {
      var seen: [String] = []
      for try await page in pages { seen += page.items.map(\.id) }
      return seen
    }
    await gate.arrival()
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test(arguments: [
    ("https://evil.example/v1.0/users?n=1", GraphError.Code.foreignLink),
    ("http://graph.example/v1.0/users?n=1", .foreignLink),
    ("https://graph.example/v1.0/users?$top=2", .repeatedLink),
  ])
  func `a link that must not be followed fails after its page`(
    link: String, code: GraphError.Code
  ) async throws {
    let transport = ScriptedTransport([
      .get("/v1.0/users", .json(#"{"@odata.nextLink":"\#(link)","value":[{"id":"a"}]}"#))
    ])
    var pages = try client(transport).pages(first).makeAsyncIterator()
    #expect(try await pages.next()?.items.count == 1)
    let error = await #expect(throws: GraphError.self) { _ = try await pages.next() }
    #expect(error?.code == code)
  }

  @Test func `links that go round end with an error`() async throws {
    let transport = ScriptedTransport([
      .get("/v1.0/users?$top=2", page(["a"], next: "n=1")),
      .get("/v1.0/users?n=1", page(["b"], next: "n=2")),
      .get("/v1.0/users?n=2", page(["c"], next: "n=1")),
    ])
    let pages = try client(transport).pages(first)
    let error = await #expect(throws: GraphError.self) { try await ids(pages) }
    #expect(error?.code == .repeatedLink)
  }

  @Test func `a page that fails leaves those before it`() async throws {
    let transport = ScriptedTransport([
      .get("/v1.0/users?$top=2", page(["a"], next: "n=1")),
      .get("/v1.0/users?n=1", .json(#"{"error":{"code":"Gone"}}"#, status: 410)),
    ])
    var pages = try client(transport).pages(first).makeAsyncIterator()
    #expect(try await pages.next()?.items.count == 1)
    let error = await #expect(throws: GraphError.self) { _ = try await pages.next() }
    #expect(error?.code == .gone)
  }

  @Test(
    arguments: [
      (0, [], []), (1, [["a"]], [true]), (2, [["a", "b"]], [true]),
      (3, [["a", "b"], ["c"]], [true, true]),
      (4, [["a", "b"], ["c", "d"]], [true, false]),
      (9, [["a", "b"], ["c", "d"]], [true, false]),
    ] as [(Int, [[String]], [Bool])])
  func `a limit asks for no page too many, and says whether it cut`(
    limit: Int, read: [[String]], more: [Bool]
  ) async throws {
    let transport = ScriptedTransport(
      (limit > 0 ? [.get("/v1.0/users?$top=2", page(["a", "b"], next: "n=1"))] : [])
        + (limit > 2 ? [.get("/v1.0/users?n=1", page(["c", "d"]))] : []))
    var pages: [Page<User>] = []
    for try await page in try client(transport).pages(first, limit: limit) { pages.append(page) }
    #expect(pages.map { $0.items.map(\.id) } == read)
    #expect(pages.map(\.hasMore) == more)
  }

  @Test func `a walk goes on from the link of a raw answer, on its host only`() async throws {
    let transport = ScriptedTransport([.get("/v1.0/users?n=1", page(["b"]))])
    let graph = try client(transport)
    let request = RawRequest(method: .get, path: GraphPath(typed: "/users"))
    let pages: GraphPages<User> = try graph.pages(
      following: "https://graph.example/v1.0/users?n=1", of: request)
    #expect(try await ids(pages) == [["b"]])
    let error = #expect(throws: GraphError.self) {
      let _: GraphPages<User> = try graph.pages(following: "https://evil.example/", of: request)
    }
    #expect(error?.code == .foreignLink)
  }

  @Test(arguments: ["{}", "[]", #"{"value":{}}"#, #"{"value":[{"id":"a"}"#, ""])
  func `an answer that is no collection is an error`(body: String) async throws {
    let transport = ScriptedTransport([.get("/v1.0/users", .json(body))])
    let pages = try client(transport).pages(first)
    let error = await #expect(throws: GraphError.self) { try await ids(pages) }
    #expect(error?.code == .malformedAnswer)
  }
}

extension GraphPagesTests {
  @Test func `pages are cut into items as they came, each id once`() async throws {
    let transport = ScriptedTransport([
      .get("/v1.0/users?$top=2", page(["a", "b"], next: "$skiptoken=1")),
      .get("/v1.0/users?$skiptoken=1", page(["b", "c"])),
    ])
    var pages = try client(transport).pages(first).makeAsyncIterator()
    var ids: [[String?]] = []
    while let items = try await pages.nextSlices() { ids.append(items.map { $0["id"]?.string }) }
    #expect(ids == [["a", "b"], ["c"]])
  }

  @Test(arguments: [#"{"value":[{"id":"a"},"#, #"{"value":[{"id":tru}]}"#, #"{"x":[]}"#, "<html>"])
  func `a page that is no whole JSON fails, however far behind the items are`(_ body: String)
    async throws
  {
    let transport = ScriptedTransport([.get("/v1.0/users?$top=2", .json(body))])
    var pages = try client(transport).pages(first).makeAsyncIterator()
    let error = await #expect(throws: GraphError.self) { try await pages.nextSlices() }
    #expect(error?.code == .malformedAnswer)
  }
}
