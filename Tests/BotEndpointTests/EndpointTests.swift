import Documents
import Foundation
import Records
import TestSupport
import Testing

@testable import BotEndpoint

struct EndpointTests {
  @Test(arguments: ["/api/messages", "/", "/api/messages/", "/api/messages?a=b"])
  func `an activity is in the inbox when it is acknowledged`(path: String) async throws {
    try await LiveEndpoint.serve { (endpoint) async throws in
      let activity = JSON.message("1", text: "<at>Ops</at> é 😀 \u{1B}[31m")
      let answer = try await endpoint.post(activity, path: path)
      #expect(answer.status == 200)
      let stored = try endpoint.inbox.activities(after: 0)
      #expect(stored.map(\.document) == [activity])
    }
  }

  @Test func `a redelivery is acknowledged and not stored again`() async throws {
    try await LiveEndpoint.serve { (endpoint) async throws in
      for _ in 1...3 { #expect(try await endpoint.post(.message("1")).status == 200) }
      #expect(try await endpoint.post(.message("2")).status == 200)
      #expect(try endpoint.inbox.counts() == Inbox.Counts(all: 2, unhandled: 2))
    }
  }

  @Test(arguments: [
    ("adaptiveCard/action", #""statusCode":200"#), ("task/fetch", "{}"),
    ("signin/tokenExchange", "{}"),
  ])
  func `an invoke gets a body, and one that brings a token is not kept`(
    name: String, expected: String
  ) async throws {
    try await LiveEndpoint.serve { (endpoint) async throws in
      let answer = try await endpoint.post(
        .message("1", ["type": "invoke", "name": .string(name), "value": ["token": "t"]]))
      #expect(answer.status == 200)
      #expect(answer.has("Content-Type: application/json; charset=utf-8"))
      #expect(answer.body.contains(expected))
      #expect(try endpoint.inbox.counts().all == (name.hasPrefix("signin/") ? 0 : 1))
    }
  }

  @Test func `a kind without a meaning is acknowledged and let go`() async throws {
    try await LiveEndpoint.serve { (endpoint) async throws in
      #expect(try await endpoint.post(.message("1", ["type": "typing"])).status == 200)
      #expect(try endpoint.inbox.counts().all == 0)
    }
  }

  @Test func `the endpoint says that it is up`() async throws {
    try await LiveEndpoint.serve { (endpoint) async throws in
      let answer = try await RawConnection.exchange(
        port: endpoint.port, "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
      #expect(answer.status == 200)
      #expect(answer.body == "Microsoft Teams long running integration server is up.")
      #expect(answer.has("Content-Type: text/plain; charset=utf-8"))
    }
  }

  @Test(arguments: [
    ("GET", "/api/messages", 405), ("PUT", "/", 405), ("POST", "/health", 405),
    ("POST", "/api", 404), ("POST", "/api/messages/x", 404), ("POST", "/../api/messages", 404),
    ("OPTIONS", "/api/messages", 405),
  ])
  func `what is not there is not served`(
    method: String, path: String, status: Int
  ) async throws {
    try await LiveEndpoint.serve { (endpoint) async throws in
      let answer = try await endpoint.post(.message("1"), path: path, method: method)
      #expect(answer.status == status)
      #expect(try endpoint.inbox.counts().all == 0)
    }
  }

  @Test func `a refusal says the same whatever was wrong, and asks for a token`() async throws {
    try await LiveEndpoint.serve { (endpoint) async throws in
      let answers = try await [
        endpoint.post(.message("1"), authorization: "Bearer a.b.c"),
        endpoint.post(
          .message("1"),
          authorization: TokenParts().claiming("aud", "other")
            .bearer(by: #require(Signatory.genuine))),
      ]
      for answer in answers {
        #expect(answer.status == 401)
        #expect(answer.has("WWW-Authenticate: Bearer"))
        #expect(
          answer.body
            == #"{"error":{"code":"Unauthorized","message":"Authorization header validation failed "#
            + #"- JWT validation error"}}"#)
      }
      let other = try await endpoint.post(.message("1", ["channelId": "slack"]))
      #expect(other.status == 403)
      #expect(try endpoint.inbox.counts().all == 0)
    }
  }

  @Test func `keys that cannot be fetched are the endpoint's trouble, not the sender's`()
    async throws
  {
    let keys = KeySource([])
    keys.fail()
    try await LiveEndpoint.serve(keys: keys) { (endpoint) async throws in
      let answer = try await endpoint.post(.message("1"))
      #expect(answer.status == 503)
      #expect(answer.has("Retry-After: 2"))
    }
  }

  @Test func `more at once than may be are told to come again`() async throws {
    var limits = EndpointLimits()
    limits.activities = 0
    try await LiveEndpoint.serve(limits: limits) { (endpoint) async throws in
      let answer = try await endpoint.post(.message("1"))
      #expect(answer.status == 503)
      #expect(answer.has("Retry-After: 2"))
    }
  }

  @Test func `an inbox that cannot be written acknowledges nothing`() async throws {
    try await LiveEndpoint.serve { (endpoint) async throws in
      #expect(try await endpoint.post(.message("1")).status == 200)
      try endpoint.inbox.dropActivities()
      #expect(try await endpoint.post(.message("2")).status == 503)
    }
  }

  @Test func `many at once are all stored, over few connections`() async throws {
    try await LiveEndpoint.serve { (endpoint) async throws in
      let bearer = try LiveEndpoint.bearer()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for connection in 0..<4 {
          group.addTask {
            let requests = (0..<50).map { number -> String in
              let text = JSON.message("\(connection)-\(number)").text()
              return "POST / HTTP/1.1\r\nHost: a\r\nAuthorization: \(bearer)\r\n"
                + "Content-Length: \(text.utf8.count)\r\n\r\n\(text)"
            }
            try await RawConnection.use(port: endpoint.port) { connection in
              for request in requests {
                connection.send(request)
                #expect(connection.receive(atLeast: 16).status == 200)
              }
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(try endpoint.inbox.counts().all == 200)
    }
  }

  @Test func `the end is written down with the counts`() async throws {
    let folder = try await withStatus { (endpoint) async throws in
      _ = try await endpoint.post(.message("1"))
      _ = try await endpoint.post(.message("1"))
      _ = try await endpoint.post(.message("2"), authorization: "Bearer x")
    }
    let status = try #require(
      try Inbox.open(at: folder.file("inbox.sqlite")).inbox.endpointStatus())
    #expect(status.accepted == 1)
    #expect(status.repeated == 1)
    #expect(status.refused == 1)
    #expect(status.lastRefusal == Refusal.tokenMalformed.rawValue)
    #expect(status.endedAt != nil)
    #expect(status.botID == TokenParts.botID)
  }

  private func withStatus(
    _ body: @Sendable @escaping (LiveEndpoint) async throws -> Void
  ) async throws -> TemporaryHome {
    let (homes, kept) = AsyncStream.makeStream(of: TemporaryHome.self)
    try await LiveEndpoint.serve { (endpoint) async throws in
      kept.yield(endpoint.home)
      try await body(endpoint)
    }
    kept.finish()
    var home: TemporaryHome?
    for await one in homes { home = one }
    return try #require(home)
  }
}
