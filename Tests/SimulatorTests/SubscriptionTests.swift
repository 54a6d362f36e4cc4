import Foundation
import GRDB
import HTTPTypes
import Testing

@testable import Simulator

/// Who is told of what, how long, and what happens when nobody listens.
struct SubscriptionTests {
  private func subscribe(
    _ test: TestTenant, to resource: String, _ types: String = "created,updated,deleted",
    at address: String, lifecycle: String? = nil, minutes: Int = 50,
    as speaker: TestTenant.Speaker = .administrator
  ) async throws -> Reply {
    var body: Document.Fields = [
      "resource": .string(resource), "changeType": .string(types),
      "notificationUrl": .string(address), "clientState": "mine",
      "expirationDateTime": .string(test.tenant.now.advanced(seconds: minutes * 60).text),
    ]
    body["lifecycleNotificationUrl"] = lifecycle.map(Document.string)
    return try await test.graph(.post, "/subscriptions", as: speaker, body: .object(body))
  }

  @Test func `a subscriber is told of every change of a message, and only of those it asked for`()
    async throws
  {
    let test = try await TestTenant()
    let places = try await Places(test)
    let listener = try await Listener()
    defer { listener.stop() }
    let messages = "/teams/\(places.team)/channels/\(places.general)/messages"
    let made = try await subscribe(test, to: messages, at: listener.address("/hook"))
    #expect(made.status == 201, "\(made)")
    let sent = try await test.graph(.post, messages, body: ["body": ["content": "one"]])
    let id = try #require(sent.document["id"]?.string)
    let reply = try await test.graph(
      .post, "\(messages)/\(id)/replies", body: ["body": ["content": "two"]])
    _ = try await test.graph(.patch, "\(messages)/\(id)", body: ["body": ["content": "three"]])
    _ = try await test.graph(.post, "\(messages)/\(id)/softDelete")
    _ = try await test.graph(
      .post, "/chats/\(places.chat)/messages", body: ["body": ["content": "x"]])
    // The chat has a subscriber of its own.
    #expect(await Courier(tenant: test.tenant).deliver() == .init(delivered: 2, failed: 0))
    let arrival = try #require(await listener.next())
    let values = arrival.document["value"]?.array ?? []
    #expect(values.map { $0["changeType"] } == ["created", "created", "updated", "deleted"])
    let replyID = try #require(reply.document["id"]?.string)
    #expect(
      values.map { $0["resourceData"]?["id"]?.string } == [id, replyID, id, id])
    let first = try #require(values.first)
    #expect(
      first["resource"]?.string
        == "teams('\(places.team)')/channels('\(places.general)')/messages('\(id)')")
    #expect(first["clientState"] == "mine" && first["subscriptionId"] == made.document["id"])
    #expect(first["tenantId"]?.string == places.tenantID)
    #expect(values[1]["resource"]?.string?.contains("('\(id)')/replies('") == true)
    #expect(await Courier(tenant: test.tenant).deliver() == .init(delivered: 0, failed: 0))
  }

  @Test func `a served tenant delivers by itself`() async throws {
    let listener = try await Listener()
    let hook = listener.address("/hook")
    let configuration = TenantConfiguration(people: 40, teams: 8, messages: 120)
    try await configuration.served { _, server in
      let test = TestTenant(server: server)
      let found = try await test.tenant.read { db in
        try String.fetchOne(db, sql: "SELECT id FROM chats WHERE topic = 'Project X'")
      }
      let chat = try #require(found)
      let app = TestTenant.Speaker.app(roles: ["Chat.Read.All"])
      let made = try await subscribe(
        test, to: "/chats/getAllMessages", at: hook, as: app)
      #expect(made.status == 201, "\(made)")
      _ = try await test.graph(
        .post, "/chats/\(chat)/messages", body: ["body": ["content": "x"]])
      let arrival = try #require(await listener.next())
      #expect(arrival.document["value"]?.array?.first?["changeType"] == "created")
    }
    listener.stop()
  }

  @Test func `what nobody takes is dropped after three attempts, and said to be missed`()
    async throws
  {
    let test = try await TestTenant()
    let places = try await Places(test)
    let listener = try await Listener()
    defer { listener.stop() }
    let messages = "/teams/\(places.team)/channels/\(places.general)/messages"
    let made = try await subscribe(
      test, to: messages, at: listener.address("/broken"), lifecycle: listener.address("/life"),
      minutes: 4000)
    #expect(made.status == 201, "\(made)")
    _ = try await test.graph(.post, messages, body: ["body": ["content": "one"]])
    let courier = Courier(tenant: test.tenant)
    #expect(await courier.deliver() == .init(delivered: 0, failed: 1))
    #expect(await courier.deliver() == .init(delivered: 0, failed: 1))
    #expect(await courier.deliver() == .init(delivered: 1, failed: 0))
    #expect(await courier.deliver() == .init(delivered: 0, failed: 0))
    for path in ["/broken", "/broken", "/broken", "/life"] {
      let arrival = try #require(await listener.next())
      #expect(arrival.path == path)
      let event = arrival.document["value"]?.array?.first?["lifecycleEvent"]
      #expect(event == (path == "/life" ? "missed" : nil))
    }
  }

  @Test func `an endpoint must be on this machine and repeat its token`() async throws {
    let test = try await Shared.tenant.value
    let places = try await Shared.places.value
    let listener = try await Listener.shared.value
    let chat = "/chats/\(places.chat)/messages"
    let mute = try await subscribe(test, to: chat, at: listener.address("/mute"))
    #expect(mute.status == 400 && mute.code == "ValidationError")
    for address in ["https://example.com/hook", "http://example.com/", "ftp://localhost/", "hook"] {
      #expect(try await subscribe(test, to: chat, at: address).status == 400)
    }
    // Port 1 is nobody's.
    #expect(try await subscribe(test, to: chat, at: "http://127.0.0.1:1/").status == 400)
  }

  @Test func `a subscription lives an hour, or three days for who hears of its end`()
    async throws
  {
    let clock = HandClock()
    let test = try await TestTenant(now: { clock.now() })
    let places = try await Places(test)
    let hook = places.listener
    let chat = "/chats/\(places.chat)/messages"
    #expect(try await subscribe(test, to: chat, at: hook, minutes: 61).status == 400)
    #expect(try await subscribe(test, to: chat, at: hook, minutes: -1).status == 400)
    #expect(
      try await subscribe(test, to: chat, at: hook, lifecycle: hook, minutes: 4321).status == 400)
    let made = try await subscribe(test, to: chat, at: hook, minutes: 50)
    let path = "/subscriptions/\(made.document["id"]?.string ?? "")"
    func renew(_ seconds: Int) async throws -> Int {
      let end = test.tenant.now.advanced(seconds: seconds).text
      return try await test.graph(.patch, path, body: ["expirationDateTime": .string(end)]).status
    }
    #expect(try await renew(3700) == 400)
    clock.advance(2900)
    #expect(try await renew(3600) == 200)
    clock.advance(3599)
    #expect(try await test.graph(.get, path).status == 200)
    clock.advance(1)
    #expect(try await test.graph(.get, path).status == 404)
    #expect(try await renew(60) == 404)
  }

  @Test func `nobody subscribes to what he or she cannot read, or sees what others did`()
    async throws
  {
    let test = try await Shared.tenant.value
    let places = try await Shared.places.value
    let hook = places.listener
    func status(_ resource: String, as speaker: TestTenant.Speaker) async throws -> Int {
      try await subscribe(test, to: resource, at: hook, as: speaker).status
    }
    let outsider = TestTenant.Speaker.person(places.outsider, scopes: TestTenant.allScopes)
    #expect(try await status("/chats/\(places.chat)/messages", as: outsider) == 403)
    let insider = TestTenant.Speaker.person(places.insider, scopes: TestTenant.allScopes)
    let hidden = "/teams/\(places.team)/channels/\(places.privateChannel)/messages"
    #expect(try await status(hidden, as: insider) != 201)
    #expect(try await status("/chats/getAllMessages", as: outsider) == 403)
    #expect(try await status("/users/\(places.me)/chats/getAllMessages", as: outsider) == 403)
    #expect(try await status("/me/chats/getAllMessages", as: outsider) == 201)
    let wrong = TestTenant.Speaker.app(roles: ["ChannelMessage.Read.All"])
    #expect(try await status("/chats/\(places.chat)/messages", as: wrong) == 403)
    #expect(try await status("/users", as: .administrator) == 400)
    let foreign = try await test.graph(
      .get, "/subscriptions/\(places.subscription)", as: outsider)
    #expect(foreign.status == 404)
  }
}
