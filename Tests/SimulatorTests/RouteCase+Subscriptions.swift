import Foundation
import HTTPTypes

@testable import Simulator

extension RouteCase {
  private static let subscription = "/subscriptions/{subscription}"

  static let subscriptions: [RouteCase] = [
    list("/subscriptions"), read(subscription) { $0.subscription },
    RouteCase(
      method: .post, template: "/subscriptions",
      body: { places in
        [
          "resource": .string("/teams/\(places.team)/channels/\(places.general)/messages"),
          "changeType": "created,updated", "notificationUrl": .string(places.listener),
          "clientState": "secret",
          "expirationDateTime": .string(Instant(Date()).advanced(seconds: 3000).text),
        ]
      },
      readBack: { _, reply in "/subscriptions/\(id(reply))" },
      holds: {
        $1.document["changeType"] == "created,updated" && $1.document["clientState"] == "secret"
          && $1.document["creatorId"]?.string == $0.me
      }),
    RouteCase(
      method: .patch, template: subscription,
      body: { _ in
        ["expirationDateTime": .string(Instant(Date()).advanced(seconds: 600).text)]
      },
      readBack: { places, _ in places.path(subscription) },
      holds: { _, reply in
        let end = reply.document["expirationDateTime"]?.string.flatMap(Instant.init(text:))
        return end.map { $0 < Instant(Date()).advanced(seconds: 601) } == true
      }),
    RouteCase(
      method: .delete, template: subscription,
      readBack: { places, _ in places.path(subscription) }, holds: { $1.status == 404 }),
    RouteCase(
      method: .post, template: subscription + "/reauthorize",
      readBack: { places, _ in places.path(subscription) },
      holds: { $1.document["id"]?.string == $0.subscription }),
  ]
}
