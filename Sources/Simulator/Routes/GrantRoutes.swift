import GRDB
import HTTPTypes

/// The accounts of apps, and which permissions they have been given.
enum GrantRoutes {
  static let all = [
    Route(.get, "/servicePrincipals", .listPrincipals, query: principalQuery) { call in
      let all = ServicePrincipal.all(call.tenant.profile).map(\.document)
      let chosen = try all.filter { try matches($0, call.query.filter) }
      return .ok([
        "@odata.context": call.context("servicePrincipals\(call.selection)"),
        "value": .array(chosen.map(call.selected)),
      ])
    },
    Route(.get, "/servicePrincipals/{principal}", .readPrincipal, query: .entity) { call in
      let found = try ServicePrincipal.find(call["principal"], call.tenant.profile)
      return call.entity(found.document, shape: "servicePrincipals")
    },
    Route(
      .get, "/servicePrincipals/{principal}/appRoleAssignments", .listAssignments, query: .entity
    ) { call in
      let found = try ServicePrincipal.find(call["principal"], call.tenant.profile)
      return .ok([
        "@odata.context": call.context("appRoleAssignments\(call.selection)"),
        "value": .array(found.assignments(call.tenant.profile).map(call.selected)),
      ])
    },
    Route(.get, "/oauth2PermissionGrants", .listGrants, query: grantQuery) { call in
      try await list(call, of: nil)
    },
    Route(.get, "/users/{user}/oauth2PermissionGrants", .listGrantsOfUser, query: grantQuery) {
      call in
      let person = try await call.tenant.read { db in try Person.find(db, call["user"]) }
      guard let person else { throw GraphFailure.unknownDirectoryObject(call["user"]) }
      return try await list(call, of: person.id)
    },
    Route(.post, "/oauth2PermissionGrants", .createGrant) { call in
      let request = try call.object()
      let grant = try PermissionGrant(request, call.tenant.profile)
      let scopes = try scopes(in: request)
      try await call.tenant.write { db in
        guard try grant.scopes(db).isEmpty else {
          throw GraphFailure(
            status: .conflict, code: "Request_MultipleObjectsWithSameKeyValue",
            message: "Permission entry already exists.")
        }
        try grant.set(db, scopes)
      }
      let front: Document.Fields = [
        "@odata.context": call.context("oauth2PermissionGrants/$entity")
      ]
      return .created(grant.document(scopes.sorted(), call.tenant.profile).preceded(by: front))
    },
    Route(.get, "/oauth2PermissionGrants/{grant}", .readGrant, query: .entity) { call in
      let (grant, scopes) = try await call.tenant.read { db in try find(db, call) }
      return call.entity(
        grant.document(scopes, call.tenant.profile), shape: "oauth2PermissionGrants")
    },
    Route(.patch, "/oauth2PermissionGrants/{grant}", .updateGrant) { call in
      let scopes = try scopes(in: try call.object())
      try await call.tenant.write { db in try find(db, call).grant.set(db, scopes) }
      return .noContent
    },
    Route(.delete, "/oauth2PermissionGrants/{grant}", .deleteGrant) { call in
      try await call.tenant.write { db in try find(db, call).grant.set(db, []) }
      return .noContent
    },
  ]

  private static let principalQuery = QueryRules(options: [.select, .filter])
  private static let grantQuery = QueryRules.collection([.top, .filter], standard: 100, most: 999)

  private static func list(_ call: Call, of person: String?) async throws -> Answer {
    let profile = call.tenant.profile
    let size = call.query.top ?? call.rules.page?.standard ?? 100
    let (documents, next) = try await call.tenant.read { db in
      let (grants, next) = try PermissionGrant.page(
        db, after: call.query.cursor, size: size, person: person)
      let documents = try grants.map { $0.document(try $0.scopes(db), profile) }
      return (try documents.filter { try matches($0, call.query.filter) }, next)
    }
    var fields: Document.Fields = ["@odata.context": call.context("oauth2PermissionGrants")]
    if let next { fields["@odata.nextLink"] = .string(call.link(to: next)) }
    fields["value"] = .array(documents)
    return .ok(.object(fields))
  }

  private static func find(
    _ db: Database, _ call: Call
  ) throws -> (grant: PermissionGrant, scopes: [String]) {
    let grant = try PermissionGrant(id: call["grant"])
    let scopes = try grant.scopes(db)
    guard !scopes.isEmpty else { throw GraphFailure.unknownDirectoryObject(call["grant"]) }
    return (grant, scopes)
  }

  private static func scopes(in request: Document) throws(GraphFailure) -> [String] {
    let names = (request["scope"]?.string ?? "").split(separator: " ").map(String.init)
    let odd = names.first {
      PermissionCatalog.delegated[$0.lowercased()] != $0 && !PermissionCatalog.openID.contains($0)
    }
    guard !names.isEmpty, odd == nil else {
      throw .badRequest(
        "Invalid value for property 'scope': '\(odd ?? "")'.", code: "Request_BadRequest")
    }
    return names
  }

  /// Whether an object answers to a filter of equalities, the only ones that are taken here.
  private static func matches(
    _ document: Document, _ filter: FilterExpression?
  ) throws(GraphFailure) -> Bool {
    switch filter {
    case nil: return true
    case .and(let left, let right):
      let first = try matches(document, left)
      return try matches(document, right) && first
    case .or(let left, let right):
      let first = try matches(document, left)
      return try matches(document, right) || first
    case .compare(let name, .eq, .string(let text)):
      return document[name]?.string?.lowercased() == text.lowercased()
    case .call(.startswith, let name, let text):
      return document[name]?.string?.lowercased().hasPrefix(text.lowercased()) ?? false
    default: throw .unsupportedQuery("Unsupported Query.")
    }
  }
}
