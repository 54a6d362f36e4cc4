import GRDB

/// What never changes about a tenant: its names, its ids, and the app that is registered in it.
struct TenantProfile: Sendable, Equatable {
  let id: String
  let displayName: String
  /// The domain of the people's addresses.
  let domain: String
  /// The domain that the tenant was born with; guests live under it.
  let initialDomain: String
  let clientID: String
  let clientSecret: String
  let appName: String
  /// The object id of the app's own account, under which it acts without a person.
  let servicePrincipalID: String
  /// The administrator's user principal name.
  let administrator: String

  /// Whether a path segment of a sign-in address names this tenant.
  func answers(to name: String) -> Bool {
    let folded = name.lowercased()
    return [id, domain, initialDomain, "common", "organizations"].contains(folded)
  }
}

extension TenantProfile {
  static func stored(_ db: Database) throws -> TenantProfile? {
    let rows = try Row.fetchAll(db, sql: "SELECT name, value FROM facts")
    let facts = Dictionary(
      rows.map { (row: Row) -> (String, String) in (row["name"], row["value"]) },
      uniquingKeysWith: { $1 })
    guard let id = facts["id"], let displayName = facts["displayName"],
      let domain = facts["domain"], let initialDomain = facts["initialDomain"],
      let clientID = facts["clientID"], let clientSecret = facts["clientSecret"],
      let appName = facts["appName"], let principal = facts["servicePrincipalID"],
      let administrator = facts["administrator"]
    else { return nil }
    return TenantProfile(
      id: id, displayName: displayName, domain: domain, initialDomain: initialDomain,
      clientID: clientID, clientSecret: clientSecret, appName: appName,
      servicePrincipalID: principal, administrator: administrator)
  }

  /// A number that stays what it was when it was first asked for.
  static func fact(_ db: Database, _ name: String, otherwise value: Int) throws -> Int {
    try db.execute(
      sql: "INSERT OR IGNORE INTO facts VALUES (?, ?)", arguments: [name, String(value)])
    let stored = try String.fetchOne(
      db, sql: "SELECT value FROM facts WHERE name = ?", arguments: [name])
    return stored.flatMap { Int($0) } ?? value
  }

  func store(_ db: Database) throws {
    let facts = [
      "id": id, "displayName": displayName, "domain": domain, "initialDomain": initialDomain,
      "clientID": clientID, "clientSecret": clientSecret, "appName": appName,
      "servicePrincipalID": servicePrincipalID, "administrator": administrator,
    ]
    for (name, value) in facts {
      try db.execute(sql: "INSERT INTO facts VALUES (?, ?)", arguments: [name, value])
    }
  }
}
