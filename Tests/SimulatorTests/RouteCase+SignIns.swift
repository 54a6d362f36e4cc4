import HTTPTypes

@testable import Simulator

extension RouteCase {
  private static let policies = "/identity/conditionalAccess/policies"

  static let signIns = [
    RouteCase(
      method: .post, template: "/me/revokeSignInSessions", readBack: { _, _ in sessions("/me") },
      holds: wereRevoked),
    RouteCase(
      method: .post, template: "/users/{user}/revokeSignInSessions",
      readBack: { places, _ in sessions("/users/\(places.me)") }, holds: wereRevoked),
    list(policies), read(policies + "/{policy}") { $0.policy },
    RouteCase(
      method: .post, template: policies, body: { _ in Places.idlePolicy },
      readBack: { _, reply in policies + "/" + id(reply) },
      holds: { $1.document["grantControls"] == Places.idlePolicy["grantControls"] }),
    RouteCase(
      method: .patch, template: policies + "/{policy}", body: { _ in ["displayName": "Renamed"] },
      readBack: { places, _ in places.path(policies + "/{policy}") },
      holds: { $1.document["displayName"]?.string == "Renamed" }),
    RouteCase(
      method: .delete, template: policies + "/{policy}",
      readBack: { places, _ in places.path(policies + "/{policy}") },
      holds: { $1.status == 404 }),
  ]

  private static func sessions(_ person: String) -> String {
    person + "?$select=createdDateTime,signInSessionsValidFromDateTime"
  }

  private static let wereRevoked: @Sendable (Places, Reply) -> Bool = { _, reply in
    let from = reply.document["signInSessionsValidFromDateTime"]?.string
    return from != nil && from != reply.document["createdDateTime"]?.string
  }
}
