import GRDB

/// The tables of an inbox file, as steps from each version to the next.
enum InboxSchema {
  /// Brings a database to the newest version, in one transaction that other processes wait for.
  static func migrate(_ database: any DatabaseWriter, path: String) throws {
    try database.writeWithoutTransaction { db in
      guard try version(db) != steps.count else { return }
      try db.inTransaction(.immediate) {
        let version = try version(db)
        guard version <= steps.count else { throw InboxError(code: .newer, path: path) }
        for step in steps[version...] { try db.execute(sql: step) }
        try db.execute(sql: "PRAGMA user_version = \(steps.count)")
        return .commit
      }
    }
  }

  private static func version(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }

  /// Numbers are never given twice, so that who has read up to one misses nothing after it.
  private static let steps = [
    """
    CREATE TABLE activity (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      key TEXT NOT NULL UNIQUE,
      receivedAt REAL NOT NULL,
      document TEXT NOT NULL,
      claimant TEXT,
      claims INTEGER NOT NULL DEFAULT 0,
      handledAt REAL
    );
    CREATE INDEX activity_unhandled ON activity (number) WHERE handledAt IS NULL;
    CREATE TABLE endpoint (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      process TEXT NOT NULL,
      url TEXT NOT NULL,
      port INTEGER NOT NULL,
      botID TEXT NOT NULL,
      startedAt REAL NOT NULL,
      endedAt REAL,
      accepted INTEGER NOT NULL DEFAULT 0,
      repeated INTEGER NOT NULL DEFAULT 0,
      refused INTEGER NOT NULL DEFAULT 0,
      lastAcceptedAt REAL,
      lastRefusal TEXT,
      lastRefusedAt REAL
    );
    """
  ]
}
