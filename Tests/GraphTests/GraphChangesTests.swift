import Graph
import HTTPTypes
import TestSupport
import Testing
import Transport

struct GraphChangesTests {
  private let first = GraphRequest<User>.get(
    "/users/delta", ["$select": "displayName"], headers: ["Prefer": "odata.maxpagesize=2"])
  private static let root = "https://graph.example/v1.0/users/delta"

  private func page(_ values: String, _ link: String) -> ScriptedAnswer {
    .json(#"{"@odata.\#(link)","value":[\#(values)]}"#)
  }

  private func words(_ changes: GraphChanges<User>) -> [String] {
    changes.changes.map { change in
      switch change {
      case .present(let user): "\(user.id) is \(user.displayName)"
      case .removed(let id): "\(id) is gone"
      }
    }
  }

  @Test func `changes are read from the link on, over every page, to the next link`() async throws {
    let next = #"nextLink":"\#(Self.root)?$skiptoken=b%2F"#
    let later = #"deltaLink":"\#(Self.root)?$deltatoken=c"#
    let transport = ScriptedTransport([
      .get("/v1.0/users/delta?$deltatoken=a%2F", page(#"{"id":"1","displayName":"Ada"}"#, next)),
      .get(
        "/v1.0/users/delta?$skiptoken=b%2F",
        page(
          #"{"id":"2","@removed":{"reason":"changed"}},{"displayName":"nobody"},"#
            + #"{"id":"1","displayName":"Adele","@removed":null}"#, later)),
    ])
    let changes = try await client(transport)
      .changes(first, since: "\(Self.root)?$deltatoken=a%2F")
    #expect(words(changes) == ["1 is Ada", "2 is gone", "1 is Adele"])
    #expect(changes.link == "\(Self.root)?$deltatoken=c")
    let prefer = try #require(HTTPField.Name("Prefer"))
    #expect(
      transport.sent.map { $0.head.headerFields[prefer] } == [
        "odata.maxpagesize=2", "odata.maxpagesize=2",
      ])
  }

  @Test func `without a link the collection is followed as the request says`() async throws {
    let transport = ScriptedTransport([
      .get(
        "/v1.0/users/delta?$select=displayName",
        page("", #"deltaLink":"\#(Self.root)?$deltatoken=z"#))
    ])
    let changes = try await client(transport).changes(first)
    #expect(changes.changes.isEmpty)
    #expect(changes.link == "\(Self.root)?$deltatoken=z")
  }

  @Test(arguments: ["syncStateNotFound", "resyncRequired", "SyncStateNotFound", ""])
  func `a link that is too old is told apart`(graphCode: String) async throws {
    let transport = ScriptedTransport([
      .get(
        "/v1.0/users/delta?$deltatoken=old",
        .json(#"{"error":{"code":"\#(graphCode)","message":"Start anew."}}"#, status: 410))
    ])
    let error = await #expect(throws: GraphError.self) {
      try await client(transport).changes(first, since: "\(Self.root)?$deltatoken=old")
    }
    #expect(error?.code == .gone)
    #expect(error?.template == "/users/delta")
  }

  @Test func `a link to another host is not followed, whether kept or told`() async throws {
    let evil = "https://evil.example/v1.0/users/delta?$deltatoken=a"
    let kept = await #expect(throws: GraphError.self) {
      try await client(ScriptedTransport()).changes(first, since: evil)
    }
    #expect(kept?.code == .foreignLink)
    let transport = ScriptedTransport([
      .get("/v1.0/users/delta", page("", #"nextLink":"\#(evil)"#))
    ])
    let told = await #expect(throws: GraphError.self) {
      try await client(transport).changes(first)
    }
    #expect(told?.code == .foreignLink)
  }

  @Test(arguments: [
    (#"{"value":[]}"#, GraphError.Code.malformedAnswer), (#"{"error":1}"#, .malformedAnswer),
    (
      #"{"value":[],"@odata.nextLink":"https://graph.example/v1.0/users/delta?$select=displayName"}"#,
      .repeatedLink
    ),
  ])
  func `a walk that leads to no later link fails`(
    body: String, code: GraphError.Code
  ) async throws {
    let transport = ScriptedTransport([.get("/v1.0/users/delta", .json(body))])
    let error = await #expect(throws: GraphError.self) {
      try await client(transport).changes(first)
    }
    #expect(error?.code == code)
  }
}
