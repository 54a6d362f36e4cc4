import GRDB

/// The tables of a cache file, as steps from each version to the next.
enum Schema {
  /// A file of a newer version than this program knows.
  struct Newer: Error {}

  /// Brings a database to the newest version, in one transaction that other processes wait for.
  static func migrate(_ database: any DatabaseWriter) throws {
    try database.writeWithoutTransaction { db in
      guard try version(db) != steps.count else { return }
      try db.inTransaction(.immediate) {
        let version = try version(db)
        guard version <= steps.count else { throw Newer() }
        for step in steps[version...] { try db.execute(sql: step) }
        try db.execute(sql: "PRAGMA user_version = \(steps.count)")
        return .commit
      }
    }
  }

  private static func version(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }

  private static let entryByID = "CREATE UNIQUE INDEX entry_by_id ON entry (collection, id)"

  /// Stores many entries without the index of ids, and makes that afterwards.
  ///
  /// Ids are in no order, and each would go to another page of the index: making it anew sorts them, and
  /// takes a third of the time.
  static func whileUnindexed(_ db: Database, _ body: () throws -> Void) throws {
    try db.execute(sql: "DROP INDEX entry_by_id")
    try body()
    try db.execute(sql: entryByID)
  }

  /// Entries lie in the order of their folded names, so that loading an index is one walk.
  private static let steps = [
    """
    CREATE TABLE collection (
      key INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      container TEXT NOT NULL,
      filledAt REAL,
      revision INTEGER NOT NULL DEFAULT 0,
      UNIQUE (kind, container)
    );
    CREATE TABLE entry (
      collection INTEGER NOT NULL,
      names TEXT NOT NULL,
      id TEXT NOT NULL,
      name TEXT NOT NULL,
      detail TEXT NOT NULL,
      alternates TEXT NOT NULL,
      cachedAt REAL NOT NULL,
      PRIMARY KEY (collection, names, id)
    ) WITHOUT ROWID;
    \(entryByID);
    CREATE TABLE entry_name (
      collection INTEGER NOT NULL,
      folded TEXT NOT NULL,
      id TEXT NOT NULL,
      PRIMARY KEY (collection, folded, id)
    ) WITHOUT ROWID;
    """,
    """
    ALTER TABLE collection ADD COLUMN changes TEXT;
    ALTER TABLE collection ADD COLUMN cutAt INTEGER;
    """,
    // Lists without notes are read anew: what follows them would tell only what changes.
    """
    ALTER TABLE entry ADD COLUMN note TEXT NOT NULL DEFAULT '';
    UPDATE collection SET filledAt = NULL, changes = NULL WHERE container = '';
    CREATE TABLE recent (
      collection INTEGER NOT NULL,
      id TEXT NOT NULL,
      usedAt REAL NOT NULL,
      PRIMARY KEY (collection, id)
    ) WITHOUT ROWID;
    """,
    // From here on first names, and what stands before an `@`, have no row among the names: older
    // programs would miss them. Rows from before do no harm, and go when their list is read anew.
    "SELECT 1",
  ]
}
