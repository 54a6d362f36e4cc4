import Foundation
import HTTPTypes
import Synchronization
import Testing

@testable import Simulator

/// What apps, presence and meetings do beside being written and read back.
struct ServiceTests {
  @Test func `an app is installed once, and upgraded while there is something newer`()
    async throws
  {
    let test = try await TestTenant()
    let places = try await Places(test)
    let path = places.path("/teams/{team}/installedApps")
    let link = "https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/\(Places.oldApp)"
    let again = try await test.graph(
      .post, path, body: ["teamsApp@odata.bind": .string(link)])
    #expect(again.status == 409, "\(again)")
    let upgrade = places.path("/teams/{team}/installedApps/{installation}/upgrade")
    #expect(try await test.graph(.post, upgrade).status == 204)
    #expect(try await test.graph(.post, upgrade).status == 400)
  }

  @Test func `the catalogue is filtered and shows definitions`() async throws {
    let test = try await Shared.tenant.value
    let own = try await test.graph(
      .get,
      "/appCatalogs/teamsApps?$expand=appDefinitions"
        + "&$filter=distributionMethod%20eq%20'organization'")
    #expect(own.values.count == 3)
    #expect(own.values.allSatisfy { $0["appDefinitions"]?.array?.isEmpty == false })
  }

  @Test func `presence ends with its session, whatever is preferred`() async throws {
    let clock = Mutex(Date())
    let test = try await TestTenant(now: { clock.withLock { $0 } })
    let places = try await Places(test)
    let path = "/users/\(places.me)/presence"
    let preferred: Document = ["availability": "Away", "activity": "Away"]
    _ = try await test.graph(.post, path + "/setUserPreferredPresence", body: preferred)
    #expect(try await test.graph(.get, path).document["availability"] == "Away")
    clock.withLock { $0 += 3601 }
    #expect(try await test.graph(.get, path).document["availability"] == "Offline")
    let long: Document = [
      "sessionId": .string(Places.session), "availability": "Available",
      "activity": "Available", "expirationDuration": "PT5H",
    ]
    #expect(try await test.graph(.post, path + "/setPresence", body: long).status == 400)
    let foreign = try await test.graph(
      .post, "/users/\(places.other)/presence/setUserPreferredPresence", body: preferred)
    #expect(foreign.status == 403)
  }

  @Test func `a status message ends by its clock, and its times are for its author alone`()
    async throws
  {
    let clock = Mutex(try Date("2026-01-12T12:00:00Z", strategy: .iso8601))
    let test = try await TestTenant(now: { clock.withLock { $0 } })
    let places = try await Places(test)
    let path = "/users/\(places.me)/presence"
    func set(_ message: Document) async throws -> Int {
      try await test.graph(
        .post, path + "/setStatusMessage", body: ["statusMessage": message]
      ).status
    }
    let text: Document = ["content": "At lunch", "contentType": "text"]
    let end: Document = [
      "dateTime": "2026-01-12T13:30:00.0000000", "timeZone": "W. Europe Standard Time",
    ]
    #expect(try await set(["message": text, "expiryDateTime": end]) == 200)
    let own = try await test.graph(.get, path).document["statusMessage"]
    #expect(own?["message"] == text && own?["expiryDateTime"] == end)
    #expect(own?["publishedDateTime"] == "2026-01-12T12:00:00Z")
    let other = TestTenant.Speaker.person(places.other, scopes: ["Presence.Read.All"])
    let seen = try await test.graph(.get, path, as: other).document["statusMessage"]
    #expect(seen == ["message": text])
    clock.withLock { $0 += 1800 }
    #expect(try await test.graph(.get, path).document["statusMessage"]?.isNull == true)
    for wrong: Document in [
      ["message": ["content": "x", "contentType": "html"]],
      [
        "message": text, "expiryDateTime": ["dateTime": "2026-01-12T13:30:00Z", "timeZone": "UTC"],
      ],
      ["message": text, "expiryDateTime": ["dateTime": "2026-02-30T13:30:00", "timeZone": "UTC"]],
      [
        "message": text, "expiryDateTime": ["dateTime": "2026-01-12T13:30:00", "timeZone": "Mars"],
      ],
    ] {
      #expect(try await set(wrong) == 400, "\(wrong)")
    }
    #expect(try await set(["message": text]) == 200)
    #expect(try await set(["message": ["content": "", "contentType": "text"]]) == 200)
    #expect(try await test.graph(.get, path).document["statusMessage"]?.isNull == true)
    let foreign = try await test.graph(
      .post, path + "/setStatusMessage", as: .person(places.other, scopes: ["Presence.ReadWrite"]),
      body: ["statusMessage": ["message": text]])
    #expect(foreign.status == 403)
  }

  @Test func `everybody reads the notice of who is away`() async throws {
    let test = try await TestTenant()
    let settings = try await test.graph(.get, "/users/patti@contoso.com/presence")
      .document["outOfOfficeSettings"]
    #expect(settings?["isOutOfOffice"] == true)
    #expect(settings?["message"]?.string?.contains("Nestor") == true)
    #expect(
      try await test.graph(.get, "/me/presence").document["outOfOfficeSettings"]
        == ["message": nil, "isOutOfOffice": false])
  }

  @Test func `several presences come in one answer, and never too many`() async throws {
    let test = try await Shared.tenant.value
    let places = try await Shared.places.value
    let path = "/communications/getPresencesByUserId"
    let two = try await test.graph(
      .post, path, body: ["ids": [.string(places.me), .string(places.other)]])
    #expect(two.values.map { $0["availability"] } == ["Available", "Offline"])
    let many = Array(repeating: places.me, count: 651)
    #expect(try await test.graph(.post, path, body: ["ids": .strings(many)]).status == 400)
  }

  @Test func `an app needs a policy to see meetings, and nobody lists them all`() async throws {
    let test = try await Shared.tenant.value
    let places = try await Shared.places.value
    let path = places.path("/users/{user}/onlineMeetings/{meeting}")
    let app = try await test.graph(
      .get, path, as: .app(roles: ["OnlineMeetings.Read.All"]))
    #expect(app.status == 403)
    #expect(app.message?.hasPrefix("No application access policy found for this app") == true)
    let all = try await test.graph(.get, "/me/onlineMeetings")
    #expect(all.status == 400)
  }

  @Test func `an app that a policy lets in sees the meetings of whom it is for`() async throws {
    let test = try await TestTenant()
    let places = try await Places(test)
    let app = test.tenant.profile.clientID
    let (me, other) = (places.me, places.other)
    let path = places.path("/users/{user}/onlineMeetings/{meeting}")
    let speaker = TestTenant.Speaker.app(roles: ["OnlineMeetings.Read.All"])
    try await test.tenant.write { db in try Attendance.letIn(db, app: app, to: other) }
    #expect(try await test.graph(.get, path, as: speaker).status == 403)
    try await test.tenant.write { db in try Attendance.letIn(db, app: app, to: me) }
    #expect(try await test.graph(.get, path, as: speaker).status == 200)
  }

  @Test func `a call needs the permission for its kind, and somebody to ring`() async throws {
    let test = try await Shared.tenant.value
    let places = try await Shared.places.value
    let path = "/communications/calls"
    let one = RouteCase.call(to: places.other, of: places)
    let joining = try await test.graph(
      .post, path, as: .app(roles: ["Calls.JoinGroupCall.All"]), body: one)
    #expect(joining.status == 403)
    let ringing = TestTenant.Speaker.app(roles: ["Calls.Initiate.All"])
    #expect(try await test.graph(.post, path, as: ringing, body: one).status == 201)
    let nobody = RouteCase.call(to: "nobody", of: places)
    #expect(try await test.graph(.post, path, as: ringing, body: nobody).status == 404)
    let bare: Document = ["targets": [], "callbackUri": "https://callback.url"]
    #expect(try await test.graph(.post, path, as: ringing, body: bare).status == 400)
  }
}
