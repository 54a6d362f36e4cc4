import GRDB

/// One account of the directory.
struct Person: Sendable {
  let id: String
  let upn: String
  let displayName: String
  let mail: String?
  let isGuest: Bool
  let isAdministrator: Bool
  let isEnabled: Bool

  /// The person as the sender or target of something in Teams.
  var identity: Document {
    [
      "@odata.type": "#microsoft.graph.teamworkUserIdentity", "id": .string(id),
      "displayName": .string(displayName), "userIdentityType": "aadUser",
    ]
  }
}

extension Person {
  init(_ row: Row) {
    id = row["id"]
    upn = row["upn"]
    displayName = row["displayName"]
    mail = row["mail"]
    isGuest = row["userType"] == "Guest"
    isAdministrator = row["isAdministrator"]
    isEnabled = row["isEnabled"]
  }

  /// The row of an object id or a user principal name.
  static func row(_ db: Database, _ key: String) throws -> Row? {
    let folded = key.lowercased()
    return try Row.fetchOne(
      db, sql: "SELECT * FROM people WHERE id = ? OR upnKey = ?", arguments: [folded, folded])
  }

  static func find(_ db: Database, _ key: String) throws -> Person? {
    try row(db, key).map(Person.init)
  }

  /// The person that a member's `user@odata.bind` names, in any of the forms that Graph takes.
  static func bound(_ db: Database, in member: Document) throws -> Person {
    guard let link = member["user@odata.bind"]?.string else {
      throw GraphFailure.badRequest(
        "Bad Request: 'user@odata.bind' field is missing in the request.")
    }
    let path = RequestPath(link[...])
    guard let users = path.segments.lastIndex(where: { $0.name == "users" }),
      path.segments.count == users + 2
    else {
      throw GraphFailure.badRequest("Invalid bind property name user in request.")
    }
    let key = path.segments[users + 1].text
    guard let person = try find(db, key) else {
      throw GraphFailure.notFound("Failed to find user with id '\(key)' in the tenant")
    }
    return person
  }
}
