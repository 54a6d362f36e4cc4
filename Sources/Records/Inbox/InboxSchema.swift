/// The tables of an inbox file, as steps from each version to the next.
enum InboxSchema {
  /// Numbers are never given twice, so that who has read up to one misses nothing after it.
  static let steps = [
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
