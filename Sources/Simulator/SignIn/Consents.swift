import GRDB

/// Which permissions people, and administrators for everybody, have given to which apps.
enum Consents {
  /// What stands for everybody in place of a person.
  private static let everybody = ""

  /// All that an app may do for a person: what the person gave, and what everybody did.
  static func scopes(_ db: Database, client: String, person: String) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT scope FROM consents WHERE client = ? AND person IN (?, ?) ORDER BY scope
        """,
      arguments: [client, person, everybody])
  }

  /// Adds what a person gave; without a person, what an administrator gave for everybody.
  static func add(_ db: Database, _ scopes: [String], client: String, person: String?) throws {
    for scope in scopes {
      try db.execute(
        sql: "INSERT OR IGNORE INTO consents VALUES (?, ?, ?)",
        arguments: [client, person ?? everybody, scope])
    }
  }
}
