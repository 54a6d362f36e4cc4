import GRDB

/// What changed since the company was founded, one row for each thing, the latest change last.
///
/// A feed is what a client follows: all people, all groups with their members, or the messages of
/// one place. The database writes the log itself, whoever changes a row.
enum ChangeLog {
  /// A thing that changed, and which of its parts where not the thing itself did.
  struct Entry: Sendable {
    let number: Int
    let object: String
    let part: String
  }

  static let schema = """
    CREATE TABLE changes (
      seq INTEGER PRIMARY KEY AUTOINCREMENT, feed TEXT NOT NULL, object TEXT NOT NULL,
      part TEXT NOT NULL, UNIQUE (feed, object, part));
    CREATE INDEX changes_by_feed ON changes (feed, seq);
    """

  static func latest(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'changes'") ?? 0
  }

  static func entries(
    _ db: Database, of feed: String, after number: Int, limit: Int
  ) throws -> [Entry] {
    let rows = try Row.fetchAll(
      db,
      sql: "SELECT * FROM changes WHERE feed = ? AND seq > ? ORDER BY seq LIMIT ?",
      arguments: [feed, number, limit])
    return rows.map { Entry(number: $0["seq"], object: $0["object"], part: $0["part"]) }
  }

  /// Begins to keep the log; called when the company stands, which is not a change of it.
  static func watch(_ db: Database) throws {
    let group = "EXISTS (SELECT 1 FROM teams WHERE id = %.place)"
    for (table, event, condition, fields) in [
      ("people", "INSERT", nil, ["'users'", "%.id", "''"]),
      ("people", "UPDATE", nil, ["'users'", "%.id", "''"]),
      ("people", "DELETE", nil, ["'users'", "%.id", "''"]),
      ("teams", "INSERT", nil, ["'groups'", "%.id", "''"]),
      ("teams", "UPDATE", nil, ["'groups'", "%.id", "''"]),
      ("teams", "DELETE", nil, ["'groups'", "%.id", "''"]),
      ("members", "INSERT", group, ["'groups'", "%.place", "%.person"]),
      ("members", "DELETE", group, ["'groups'", "%.place", "%.person"]),
      ("messages", "INSERT", nil, chain), ("messages", "UPDATE", nil, chain),
    ] as [(String, String, String?, [String])] {
      let row = event == "DELETE" ? "OLD" : "NEW"
      let guarded = condition.map { "WHEN \($0.replacing("%", with: row))" } ?? ""
      let fields = fields.map { $0.replacing("%", with: row) }
      // The rule for conflicts of the statement outside would hold here too, so there is none.
      try db.execute(
        sql: """
          CREATE TRIGGER IF NOT EXISTS \(table)_\(event.lowercased())_change
          AFTER \(event) ON \(table) \(guarded) BEGIN
            DELETE FROM changes
              WHERE feed = \(fields[0]) AND object = \(fields[1]) AND part = \(fields[2]);
            INSERT INTO changes (feed, object, part) VALUES (\(fields.joined(separator: ", ")));
          END
          """)
    }
  }

  /// A message counts as its chain: a reply changes the message that it answers.
  private static let chain = [
    "%.place", "CASE %.parent WHEN 0 THEN %.id ELSE %.parent END", "''",
  ]
}
