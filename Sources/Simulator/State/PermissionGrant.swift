import Foundation
import GRDB

/// Delegated permissions that were given to an app, by one person or for everybody, as one grant.
///
/// A grant is a view of the rows that sign-in keeps, one for each permission; everybody is the
/// person without an id.
struct PermissionGrant: Sendable {
  let client: String
  /// The person's object id; empty for everybody.
  let person: String

  /// The grant of an opaque id.
  init(id: String) throws(GraphFailure) {
    let parts = Data(base64URLText: id[...]).map {
      String(decoding: $0, as: UTF8.self).split(separator: "|", omittingEmptySubsequences: false)
    }
    guard let parts, parts.count == 2 else { throw .unknownDirectoryObject(id) }
    client = String(parts[0])
    person = String(parts[1])
  }

  /// The grant that a request describes.
  init(_ request: Document, _ profile: TenantProfile) throws(GraphFailure) {
    client = try ServicePrincipal.find(request["clientId"]?.string ?? "", profile).appID
    let resource = request["resourceId"]?.string?.lowercased()
    guard resource == ServicePrincipal.graph.id else {
      throw .badRequest("Invalid value for 'resourceId'.", code: "Request_BadRequest")
    }
    switch request["consentType"]?.string {
    case "AllPrincipals": person = ""
    case "Principal":
      guard let principal = request["principalId"]?.string, principal.isGUID else {
        throw .badRequest("Invalid value for 'principalId'.", code: "Request_BadRequest")
      }
      person = principal.lowercased()
    default: throw .badRequest("Invalid value for 'consentType'.", code: "Request_BadRequest")
    }
  }

  init(client: String, person: String) {
    self.client = client
    self.person = person
  }

  var id: String { Data("\(client)|\(person)".utf8).base64URLText }

  func scopes(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db, sql: "SELECT scope FROM consents WHERE client = ? AND person = ? ORDER BY scope",
      arguments: [client, person])
  }

  /// Gives exactly these permissions in place of those before.
  func set(_ db: Database, _ scopes: [String]) throws {
    try db.execute(
      sql: "DELETE FROM consents WHERE client = ? AND person = ?", arguments: [client, person])
    for scope in scopes {
      try db.execute(
        sql: "INSERT OR IGNORE INTO consents (client, person, scope) VALUES (?, ?, ?)",
        arguments: [client, person, scope])
    }
  }

  func document(_ scopes: [String], _ profile: TenantProfile) -> Document {
    let principal = try? ServicePrincipal.find(client, profile)
    return [
      "clientId": .string(principal?.id ?? client),
      "consentType": person.isEmpty ? "AllPrincipals" : "Principal", "id": .string(id),
      "principalId": person.isEmpty ? nil : .string(person),
      "resourceId": .string(ServicePrincipal.graph.id),
      "scope": .string(scopes.joined(separator: " ")),
    ]
  }

  /// All grants, one for each app and giver, after a place in their order.
  static func page(
    _ db: Database, after cursor: PageCursor?, size: Int, person: String?
  ) throws -> (grants: [PermissionGrant], next: PageCursor?) {
    let place = cursor?.values.compactMap(\.string) ?? []
    guard cursor == nil || place.count == 2 else {
      throw GraphFailure.badRequest(
        "Skip token is invalid or has expired.", code: "Directory_ExpiredPageToken")
    }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT DISTINCT client, person FROM consents
        WHERE (client, person) > (?, ?) AND (? IS NULL OR person = ?)
        ORDER BY client, person LIMIT ?
        """,
      arguments: [place.first ?? "", place.last ?? "", person, person, size + 1])
    let grants = rows.prefix(size).map {
      PermissionGrant(client: $0["client"], person: $0["person"])
    }
    let next =
      rows.count > size
      ? grants.last.map { PageCursor([.string($0.client), .string($0.person)]) } : nil
    return (grants, next)
  }
}
