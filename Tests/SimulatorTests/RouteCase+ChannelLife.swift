import HTTPTypes

@testable import Simulator

extension RouteCase {
  private static let channel = "/teams/{team}/channels/{channel}"

  static let channelLife = [
    RouteCase(
      method: .post, template: channel + "/archive",
      body: { _ in ["shouldSetSpoSiteReadOnlyForMembers": false] },
      readBack: { places, _ in "/teams/\(places.team)/channels/\(places.privateChannel)" },
      holds: { $1.document["isArchived"] == true }),
    RouteCase(
      method: .post, template: channel + "/unarchive",
      readBack: { places, _ in "/teams/\(places.team)/channels/\(places.archivedChannel)" },
      holds: { $1.document["isArchived"] == false }),
    read(channel + "/allMembers/{member}", "userId") { $0.other },
    RouteCase(method: .get, template: channel + "/doesUserHaveAccess") { _, reply in
      reply.document["value"] == true
    },
    RouteCase(
      method: .post, template: "/teams/{team}/members/remove",
      body: { ["values": [$0.bind($0.other), $0.bind($0.stranger)]] },
      readBack: { places, _ in places.path("/teams/{team}/members/{member}") },
      holds: { $1.status == 404 }),
  ]
}
