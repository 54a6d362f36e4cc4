import HTTPTypes

@testable import Simulator

extension RouteCase {
  static let apps: [RouteCase] =
    [
      list("/appCatalogs/teamsApps"),
      RouteCase(
        method: .delete, template: "/appCatalogs/teamsApps/{app}",
        readBack: { _, _ in "/appCatalogs/teamsApps" },
        holds: { _, reply in
          !reply.values.isEmpty && !reply.values.contains { $0["id"]?.string == Places.ownApp }
        }),
      RouteCase(
        method: .post, template: "/appCatalogs/teamsApps", headers: zip,
        raw: { _ in AppPackages.stored },
        readBack: { _, _ in
          "/appCatalogs/teamsApps?$filter=externalId%20eq%20'\(AppPackages.newID)'"
            + "&$expand=appDefinitions"
        },
        holds: {
          $1.values.map { $0["displayName"] } == ["Conga"]
            && $1.values[0]["appDefinitions"]?.array?.map { $0["publishingState"] } == ["published"]
        }),
      RouteCase(
        method: .post, template: "/appCatalogs/teamsApps/{app}/appDefinitions", headers: zip,
        raw: { _ in AppPackages.deflated },
        readBack: { _, _ in catalogued },
        holds: { definitions($1).contains { $0["version"] == "2.2.0" } }),
      RouteCase(
        method: .patch, template: definition,
        headers: [.ifMatch: Places.submittedTag],
        body: { _ in ["publishingState": "published"] }, readBack: { _, _ in catalogued },
        holds: {
          definitions($1).contains {
            $0["version"] == "9.0" && $0["publishingState"] == "published"
          }
        }),
      RouteCase(
        method: .delete, template: definition, readBack: { _, _ in catalogued },
        holds: {
          !definitions($1).isEmpty && !definitions($1).contains { $0["version"] == "9.0" }
        }),
      read(definition + "/bot") { _ in "b1c5353a-7aca-41b3-830f-27d5218febbb" },
    ] + installations("/teams/{team}") + installations("/chats/{chat}")
    + installations("/users/{user}/teamwork", hasUpgrade: false)

  private static let zip: HTTPFields = [.contentType: "application/zip"]
  private static let definition = "/appCatalogs/teamsApps/{app}/appDefinitions/{definition}"
  private static let catalogued =
    "/appCatalogs/teamsApps?$filter=id%20eq%20'\(Places.ownApp)'&$expand=appDefinitions"

  private static func definitions(_ reply: Reply) -> [Document] {
    reply.values.first?["appDefinitions"]?.array ?? []
  }

  private static func installations(_ place: String, hasUpgrade: Bool = true) -> [RouteCase] {
    let collection = place + "/installedApps"
    let entity = collection + "/{installation}"
    let upgrade = RouteCase(
      method: .post, template: entity + "/upgrade",
      readBack: { places, _ in places.path(entity) + "?$expand=teamsAppDefinition" },
      holds: { $1.document["teamsAppDefinition"]?["version"] == "1.4.2" })
    return [
      list(collection),
      RouteCase(
        method: .post, template: collection,
        body: { _ in
          [
            "teamsApp@odata.bind": .string(
              "https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/\(Places.newApp)")
          ]
        },
        readBack: { places, _ in
          places.path(collection) + "?$expand=teamsApp&$filter=teamsApp/externalId%20eq%20"
            + "'\(Places.newApp)'"
        },
        holds: { $1.values.map { $0["teamsApp"]?["displayName"] } == ["Forms"] }),
      read(entity) { places in
        places.path(entity).split(separator: "/").last.map { RequestPath.decoded($0) } ?? ""
      },
      RouteCase(
        method: .delete, template: entity, readBack: { places, _ in places.path(entity) },
        holds: { $1.status == 404 }),
    ] + (hasUpgrade ? [upgrade] : [])
  }

  static let presence: [RouteCase] = {
    let path = "/users/{user}/presence"
    func change(
      _ action: String, _ body: Document, shows availability: Document
    ) -> RouteCase {
      RouteCase(
        method: .post, template: "\(path)/\(action)", body: { _ in body },
        readBack: { places, _ in places.path(path) },
        holds: { $1.document["availability"] == availability })
    }
    let session: Document = .string(Places.session)
    return [
      read("/me/presence", "availability") { _ in "Available" },
      read(path, "availability") { _ in "Available" },
      RouteCase(
        method: .post, template: "/communications/getPresencesByUserId",
        body: { ["ids": [.string($0.me), .string($0.other)]] },
        readBack: { places, _ in "/users/\(places.other)/presence" },
        holds: { $1.document["availability"] == "Offline" }),
      change(
        "setPresence",
        [
          "sessionId": session, "availability": "Busy", "activity": "InACall",
          "expirationDuration": "PT1H",
        ], shows: "Busy"),
      change("clearPresence", ["sessionId": session], shows: "Offline"),
      change(
        "setUserPreferredPresence",
        ["availability": "DoNotDisturb", "activity": "DoNotDisturb"], shows: "DoNotDisturb"),
      change("clearUserPreferredPresence", [:], shows: "Available"),
      RouteCase(
        method: .post, template: "\(path)/setStatusMessage",
        body: { _ in ["statusMessage": ["message": ["content": "Hi", "contentType": "text"]]] },
        readBack: { places, _ in places.path(path) },
        holds: { $1.document["statusMessage"]?["message"]?["content"] == "Hi" }),
    ]
  }()

  static let calls: [RouteCase] = [
    RouteCase(
      method: .post, template: "/communications/calls",
      body: { call(to: $0.other, of: $0) },
      readBack: { _, reply in "/communications/calls/" + id(reply) }, isForApps: true,
      holds: { places, reply in
        reply.document["state"] == "establishing"
          && reply.document["targets"]?.array?.count == 1
      }),
    RouteCase(method: .get, template: "/communications/calls/{call}", isForApps: true) {
      $1.document["id"]?.string == $0.call
    },
    RouteCase(
      method: .delete, template: "/communications/calls/{call}",
      readBack: { places, _ in places.path("/communications/calls/{call}") }, isForApps: true,
      holds: { $1.status == 404 }),
  ]

  static func call(to person: String, of places: Places) -> Document {
    [
      "@odata.type": "#microsoft.graph.call", "callbackUri": "https://callback.url",
      "direction": "outgoing", "requestedModalities": ["audio"],
      "mediaConfig": ["@odata.type": "#microsoft.graph.serviceHostedMediaConfig"],
      "targets": [["identity": ["user": ["id": .string(person)]]]],
      "tenantId": .string(places.tenantID),
    ]
  }

  static let meetings = ["/me/onlineMeetings", "/users/{user}/onlineMeetings"].flatMap {
    collection in
    let entity = collection + "/{meeting}"
    let query: @Sendable (Places) -> String = { places in
      "?$filter=JoinWebUrl%20eq%20'\(places.meetingURL.percentEncoded)'"
    }
    return [
      RouteCase(method: .get, template: collection, query: query) { places, reply in
        reply.values.map { $0["id"]?.string } == [places.meeting]
      },
      RouteCase(
        method: .post, template: collection,
        body: { _ in
          [
            "subject": "Review", "startDateTime": "2026-07-12T14:30:34.2444915-07:00",
            "endDateTime": "2026-07-12T15:00:34.2464912-07:00",
          ]
        },
        readBack: { places, reply in places.path(collection) + "/" + id(reply) },
        holds: {
          $1.document["subject"] == "Review"
            && $1.document["startDateTime"]?.string?.hasPrefix("2026-07-12T21:30:34.24") == true
            && $1.document["participants"]?["organizer"]?["identity"]?["user"]?["id"]?.string
              == $0.me
        }),
      read(entity) { $0.meeting },
      RouteCase(
        method: .patch, template: entity,
        body: { _ in ["subject": "Moved", "allowedPresenters": "organizer"] },
        readBack: { places, _ in places.path(entity) },
        holds: {
          $1.document["subject"] == "Moved" && $1.document["allowedPresenters"] == "organizer"
        }),
      RouteCase(
        method: .delete, template: entity, readBack: { places, _ in places.path(entity) },
        holds: { $1.status == 404 }),
      list(entity + "/attendanceReports"),
      RouteCase(method: .get, template: entity + "/attendanceReports/{report}") {
        $1.document["id"]?.string == $0.report && $1.document["totalParticipantCount"] == 2
      },
      RouteCase(
        method: .get, template: entity + "/attendanceReports/{report}/attendanceRecords"
      ) { places, reply in
        reply.values.map { $0["identity"]?["id"]?.string } == [places.me, places.other]
          && reply.values[0]["role"] == "Organizer"
      },
    ]
  }
}
