import GRDB

extension Membership {
  /// Changes a member's role, but leaves every place its last owner.
  static func change(_ db: Database, _ row: Row, to roles: Document?) throws {
    guard let roles, roles.array != nil else {
      throw GraphFailure.badRequest("The 'roles' property is required to update a member.")
    }
    guard let person = try Person.find(db, row["person"]) else { return }
    let role = try Role(requested: roles, for: person)
    if role != .owner { try keepOwner(db, row) }
    try db.execute(
      sql: "UPDATE members SET role = ? WHERE seq = ?",
      arguments: [role.rawValue, row["seq"] as Int])
  }

  static func remove(_ db: Database, _ row: Row) throws {
    try keepOwner(db, row)
    try db.execute(sql: "DELETE FROM members WHERE seq = ?", arguments: [row["seq"] as Int])
  }

  /// Refuses to take the last owner away from a place.
  private static func keepOwner(_ db: Database, _ row: Row) throws {
    guard row["role"] == Role.owner.rawValue, try owners(db, of: row["place"]) == 1 else { return }
    throw GraphFailure.badRequest("The last owner can't be removed. Add another owner first.")
  }
}
