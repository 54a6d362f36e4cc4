import GRDB

extension Team {
  /// How long a deleted group can be restored: 30 days, in milliseconds.
  static let retention = 30 * 86_400_000

  /// What holds for groups that were deleted, and can be restored.
  static let isRestorable = "deletedAt > clock() - \(retention)"

  /// The row of a deleted group.
  static func deletedRow(_ db: Database, _ id: String) throws -> Row {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM teams WHERE id = ? AND \(isRestorable)",
      arguments: [id.lowercased()])
    guard let row else { throw GraphFailure.unknownDirectoryObject(id) }
    return row
  }

  static func delete(_ db: Database, _ id: String, at now: Instant) throws {
    try db.execute(
      sql: "UPDATE teams SET deletedAt = ? WHERE id = ?", arguments: [now.milliseconds, id])
  }

  /// Brings a deleted group back; its team answers again when that has settled.
  static func restore(_ db: Database, _ id: String, _ time: Settling) throws {
    try db.execute(
      sql: "UPDATE teams SET deletedAt = NULL, teamAnswersAt = ? WHERE id = ?",
      arguments: [time.end.milliseconds, id])
  }

  /// Takes a deleted group away for good, with all that was in it.
  static func purge(_ db: Database, _ id: String) throws {
    let places = "SELECT id FROM channels WHERE team = ? UNION ALL SELECT ?"
    for table in ["messages", "members"] {
      try db.execute(
        sql: "DELETE FROM \(table) WHERE place IN (\(places))", arguments: [id, id])
    }
    for (table, column) in [("operations", "team"), ("channels", "team"), ("teams", "id")] {
      try db.execute(sql: "DELETE FROM \(table) WHERE \(column) = ?", arguments: [id])
    }
  }
}
