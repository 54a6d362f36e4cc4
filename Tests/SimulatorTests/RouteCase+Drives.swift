import HTTPTypes

@testable import Simulator

extension RouteCase {
  static let drives: [RouteCase] =
    [
      RouteCase(method: .get, template: "/teams/{team}/channels/{channel}/filesFolder") {
        $1.document["id"]?.string == $0.folder && $1.document["name"] == "General"
          && $1.document["parentReference"]?["driveId"]?.string == $0.drive
      }
    ]
    + ["/me/drive", "/users/{user}/drive"].flatMap { place in
      [read(place) { $0.myDrive }] + items(place)
    }
    + ["/groups/{group}/drive", "/drives/{drive}"].flatMap { place in
      [read(place) { $0.drive }] + items(place)
    } + [
      read("/shares/{share}/driveItem", "name") { _ in "Plan.txt" },
      RouteCase(method: .get, template: "/shares/{share}/driveItem/content") { _, reply in
        reply.status == 302
          && reply.headers[.location]?.contains("/storage/files/") == true
      },
    ]

  private static func items(_ place: String) -> [RouteCase] {
    let item = place + "/items/{item}"
    let own: @Sendable (Places) -> String = { places in places.path(item) }
    return [
      read(item, "name") { _ in "Plan.txt" },
      list(item + "/children"),
      RouteCase(
        method: .post, template: item + "/children",
        body: { _ in ["name": "Reports", "folder": [:]] },
        readBack: { places, _ in places.path(place) + "/root:/Reports" },
        holds: { $1.document["name"] == "Reports" && $1.document["folder"]?["childCount"] == 0 }),
      RouteCase(
        method: .patch, template: item, body: { _ in ["name": "Plans.txt"] },
        readBack: { places, _ in own(places).replacing("Plan.txt", with: "Plans.txt") },
        holds: { $1.document["name"] == "Plans.txt" }),
      RouteCase(
        method: .delete, template: item, readBack: { places, _ in own(places) },
        holds: { $1.status == 404 }),
      RouteCase(method: .get, template: item + "/content") { places, reply in
        reply.status == 302
          && reply.headers[.location]?.contains("/storage/files/") == true
      },
      RouteCase(
        method: .put, template: item + "/content", body: { _ in ["new": true] },
        readBack: { places, _ in own(places) },
        holds: { $1.document["size"] == 12 && $1.document["name"] == "Plan.txt" }),
      RouteCase(
        method: .post, template: item + "/createUploadSession",
        body: { _ in ["item": ["@microsoft.graph.conflictBehavior": "replace"]] },
        readBack: { places, _ in own(places) },
        holds: { $1.document["name"] == "Plan.txt" }),
      RouteCase(
        method: .post, template: item + "/createLink",
        body: { _ in ["type": "edit", "scope": "organization"] },
        readBack: { places, _ in own(places) + "/permissions" },
        holds: {
          $1.values.contains { $0["roles"] == ["write"] && $0["link"]?["type"] == "edit" }
        }),
      RouteCase(
        method: .post, template: item + "/invite",
        body: { places in
          [
            "recipients": [["objectId": .string(places.me)]], "roles": ["read"],
            "requireSignIn": true, "sendInvitation": false,
          ]
        },
        readBack: { places, _ in own(places) }, holds: { $1.document["name"] == "Plan.txt" }),
      list(item + "/permissions"),
    ]
  }
}
