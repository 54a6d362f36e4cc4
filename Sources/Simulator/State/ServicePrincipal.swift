/// The accounts of apps in this tenant: the registered apps, and Microsoft Graph itself.
struct ServicePrincipal: Sendable {
  let id: String
  let appID: String
  let displayName: String
  let isGraph: Bool

  /// Microsoft Graph's app id, which is the same everywhere.
  private static let graphAppID = "00000003-0000-0000-c000-000000000000"
  private static let graphID = "8e881353-1735-45af-af21-ee1344582a4d"

  static func all(_ profile: TenantProfile) -> [ServicePrincipal] {
    [
      ServicePrincipal(
        id: profile.servicePrincipalID, appID: profile.clientID, displayName: profile.appName,
        isGraph: false),
      ServicePrincipal(
        id: profile.bot.servicePrincipalID, appID: profile.bot.id, displayName: profile.bot.name,
        isGraph: false),
      graph,
    ]
  }

  static let graph = ServicePrincipal(
    id: graphID, appID: graphAppID, displayName: "Microsoft Graph", isGraph: true)

  /// The account with this object id or app id.
  static func find(_ key: String, _ profile: TenantProfile) throws(GraphFailure) -> Self {
    let folded = key.lowercased()
    guard let found = all(profile).first(where: { $0.id == folded || $0.appID == folded }) else {
      throw .unknownDirectoryObject(key)
    }
    return found
  }

  var document: Document {
    [
      "id": .string(id), "deletedDateTime": nil, "accountEnabled": true,
      "alternativeNames": [], "appDisplayName": .string(displayName), "appId": .string(appID),
      "appOwnerOrganizationId": nil, "appRoleAssignmentRequired": false,
      "displayName": .string(displayName), "servicePrincipalNames": [.string(appID)],
      "servicePrincipalType": "Application",
      "signInAudience": isGraph ? "AzureADMultipleOrgs" : "AzureADMyOrg", "tags": [],
      "appRoles": .array(isGraph ? Self.roles : []),
    ]
  }

  private static let roles: [Document] = PermissionCatalog.roleIDs.sorted { $0.key < $1.key }.map {
    name, id in
    [
      "allowedMemberTypes": ["Application"], "id": .string(id), "isEnabled": true,
      "origin": "Application", "value": .string(name),
    ]
  }

  /// The application permissions that the administrator has granted to the app.
  func assignments(_ profile: TenantProfile) -> [Document] {
    guard !isGraph else { return [] }
    return ScopeSet.granted.compactMap { name in
      PermissionCatalog.roleIDs[name].map { role in
        [
          "id": .string("\(id)-\(role)"), "deletedDateTime": nil, "appRoleId": .string(role),
          "createdDateTime": "2024-01-15T10:00:00Z", "principalDisplayName": .string(displayName),
          "principalId": .string(id), "principalType": "ServicePrincipal",
          "resourceDisplayName": "Microsoft Graph", "resourceId": .string(Self.graph.id),
        ]
      }
    }
  }
}
