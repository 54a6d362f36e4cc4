import HTTPTypes

@testable import Simulator

extension RouteCase {
  private static let collection = "/oauth2PermissionGrants"
  private static let grant = collection + "/{grant}"

  static let grants = [
    list("/servicePrincipals"), read("/servicePrincipals/{principal}") { $0.principal },
    list("/servicePrincipals/{principal}/appRoleAssignments"),
    list(collection), list("/users/{user}/oauth2PermissionGrants"), read(grant) { $0.grant },
    RouteCase(
      method: .post, template: collection,
      body: { places in
        [
          "clientId": .string(places.principal), "consentType": "AllPrincipals",
          "resourceId": .string(ServicePrincipal.graph.id), "scope": "Team.ReadBasic.All User.Read",
        ]
      },
      readBack: { _, reply in collection + "/" + id(reply) },
      holds: {
        $1.document["scope"] == "Team.ReadBasic.All User.Read"
          && $1.document["clientId"]?.string == $0.principal && $1.document["principalId"] == .null
      }),
    RouteCase(
      method: .patch, template: grant, body: { _ in ["scope": "Chat.Create"] },
      readBack: { places, _ in places.path(grant) },
      holds: { $1.document["scope"] == "Chat.Create" }),
    RouteCase(
      method: .delete, template: grant, readBack: { places, _ in places.path(grant) },
      holds: { $1.status == 404 }),
  ]
}
