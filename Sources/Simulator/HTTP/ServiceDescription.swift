import Foundation
import HTTPTypes

/// What Graph says about itself to everybody: its service document, and the model behind it.
enum ServiceDescription {
  /// Something at the root of the service.
  struct Root: Sendable {
    let name: String
    let type: String
    var isSingleton = false
  }

  static let roots = [
    Root(name: "users", type: "user"), Root(name: "groups", type: "group"),
    Root(name: "teams", type: "team"), Root(name: "chats", type: "chat"),
    Root(name: "drives", type: "drive"),
    Root(name: "shares", type: "sharedDriveItem"),
    Root(name: "subscriptions", type: "subscription"),
    Root(name: "organization", type: "organization"),
    Root(name: "servicePrincipals", type: "servicePrincipal"),
    Root(name: "oauth2PermissionGrants", type: "oAuth2PermissionGrant"),
    Root(name: "me", type: "user", isSingleton: true),
    Root(name: "teamwork", type: "teamwork", isSingleton: true),
    Root(name: "directory", type: "directory", isSingleton: true),
    Root(name: "appCatalogs", type: "appCatalogs", isSingleton: true),
    Root(name: "communications", type: "cloudCommunications", isSingleton: true),
    Root(name: "identity", type: "identityContainer", isSingleton: true),
    Root(name: "search", type: "searchEntity", isSingleton: true),
  ]

  /// Answers the two addresses that need no token.
  static func answer(to visit: GraphDesk.Visit) -> Answer? {
    guard visit.method == .get, visit.version.lowercased() == "v1.0" else { return nil }
    switch visit.path.split(separator: "/").map({ RequestPath.decoded($0).lowercased() }) {
    case []: return .ok(document("\(visit.origin)/\(visit.version)"))
    case ["$metadata"]:
      return Answer(
        status: .ok, body: .bytes(Data(ServiceModel.text.utf8), type: "application/xml"))
    default: return nil
    }
  }

  private static func document(_ root: String) -> Document {
    [
      "@odata.context": .string("\(root)/$metadata"),
      "value": .array(
        roots.map { root in
          [
            "name": .string(root.name), "kind": root.isSingleton ? "Singleton" : "EntitySet",
            "url": .string(root.name),
          ]
        }),
    ]
  }
}
