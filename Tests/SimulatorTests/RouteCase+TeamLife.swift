import HTTPTypes

@testable import Simulator

extension RouteCase {
  static let teamLife = [
    RouteCase(
      method: .post, template: "/teams",
      body: { _ in
        [
          "template@odata.bind": "https://graph.microsoft.com/v1.0/teamsTemplates('standard')",
          "displayName": "Fresh", "description": "new", "visibility": "private",
          "channels": [["displayName": "Plans", "isFavoriteByDefault": true]],
        ]
      },
      readBack: { _, reply in reply.headers[.contentLocation] ?? "" },
      holds: {
        $1.document["displayName"]?.string == "Fresh" && $1.document["visibility"] == "private"
          && $1.document["summary"]?["ownersCount"] == 1
      }),
    RouteCase(
      method: .patch, template: "/teams/{team}",
      body: { _ in
        ["description": "changed", "funSettings": ["giphyContentRating": "strict"]]
      },
      readBack: { places, _ in places.path("/teams/{team}") },
      holds: {
        $1.document["description"] == "changed"
          && $1.document["funSettings"]?["giphyContentRating"] == "strict"
          && $1.document["funSettings"]?["allowGiphy"] == true
      }),
    RouteCase(
      method: .post, template: "/teams/{team}/clone",
      body: { _ in
        [
          "displayName": "Copy", "mailNickname": "copy", "visibility": "public",
          "partsToClone": "apps,tabs,settings,channels,members",
        ]
      },
      readBack: { _, reply in reply.headers[.location] ?? "" },
      holds: {
        $1.document["operationType"] == "cloneTeam" && $1.document["status"] == "succeeded"
          && $1.document["targetResourceId"]?.string != $0.team
      }),
    RouteCase(
      method: .post, template: "/teams/{team}/archive",
      body: { _ in ["shouldSetSpoSiteReadOnlyForMembers": true] },
      readBack: { places, _ in places.path("/teams/{team}") },
      holds: { $1.document["isArchived"] == true }),
    RouteCase(
      method: .post, template: "/teams/{team}/unarchive",
      readBack: { places, _ in "/teams/\(places.archivedTeam)" },
      holds: { $1.document["isArchived"] == false }),
    read("/groups/{group}/team") { $0.team },
    RouteCase(
      method: .put, template: "/groups/{group}/team",
      body: { _ in ["memberSettings": ["allowDeleteChannels": false]] },
      readBack: { places, _ in "/teams/\(places.bareGroup)" },
      holds: { $1.document["memberSettings"]?["allowDeleteChannels"] == false }),
  ]

  static let groupChanges =
    [
      RouteCase(
        method: .post, template: "/groups",
        body: { places in
          [
            "displayName": "Readers", "mailNickname": "readers", "groupTypes": ["Unified"],
            "mailEnabled": true, "securityEnabled": false,
            "owners@odata.bind": [
              .string("https://graph.microsoft.com/v1.0/users/\(places.other)")
            ],
          ]
        },
        readBack: { _, reply in "/groups/\(id(reply))/owners" },
        holds: { $1.values.map { $0["id"]?.string } == [$0.other] }),
      RouteCase(
        method: .patch, template: "/groups/{group}", body: { _ in ["displayName": "Renamed"] },
        readBack: { places, _ in places.path("/groups/{group}") },
        holds: { $1.document["displayName"] == "Renamed" }),
      RouteCase(
        method: .delete, template: "/groups/{group}",
        readBack: { places, _ in "/directory/deletedItems/\(places.team)" },
        holds: { $1.document["deletedDateTime"]?.isNull == false }),
    ]
    + [
      refers(to: "members", \.stranger), refers(to: "owners", \.other),
      forgets("members", \.other), forgets("owners", \.me),
    ]

  static let deletedItems = [
    list("/directory/deletedItems/microsoft.graph.group"),
    read("/directory/deletedItems/{object}") { $0.deletedGroup },
    RouteCase(
      method: .post, template: "/directory/deletedItems/{object}/restore",
      readBack: { places, _ in "/teams/\(places.deletedGroup)" },
      holds: { $1.document["displayName"] == "Gone" }),
    RouteCase(
      method: .delete, template: "/directory/deletedItems/{object}",
      readBack: { places, _ in "/directory/deletedItems/\(places.deletedGroup)" },
      holds: { $1.status == 404 }),
    list("/teamwork/deletedTeams"),
  ]

  private static func refers(
    to relation: String, _ person: @escaping @Sendable (Places) -> String
  ) -> RouteCase {
    let list = "/groups/{group}/" + relation
    return RouteCase(
      method: .post, template: list + "/$ref",
      body: {
        [
          "@odata.id": .string(
            "https://graph.microsoft.com/v1.0/directoryObjects/\(person($0))")
        ]
      },
      readBack: { places, _ in places.path(list) + "?$top=999" },
      holds: { places, reply in
        reply.values.contains { $0["id"]?.string == person(places) }
      })
  }

  private static func forgets(
    _ relation: String, _ person: @escaping @Sendable (Places) -> String
  ) -> RouteCase {
    let list = "/groups/{group}/" + relation
    return RouteCase(
      method: .delete, template: list + "/{object}/$ref",
      readBack: { places, _ in places.path(list) + "?$top=999" },
      holds: { places, reply in
        reply.status == 200 && !reply.values.contains { $0["id"]?.string == person(places) }
      })
  }
}
