import GRDB

/// The moment before which all sign-ins of a person have ended.
enum Revocation {
  static func time(_ db: Database, of person: String) throws -> Instant? {
    try Int.fetchOne(
      db, sql: "SELECT sessionsValidFrom FROM people WHERE id = ?", arguments: [person]
    ).map(Instant.init(milliseconds:))
  }

  static func record(_ db: Database, of person: String, at now: Instant) throws {
    try db.execute(
      sql: "UPDATE people SET sessionsValidFrom = ? WHERE id = ?",
      arguments: [now.milliseconds, person])
  }
}
