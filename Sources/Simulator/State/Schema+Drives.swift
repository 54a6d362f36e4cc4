extension Schema {
  /// Files: the items of drives, their bytes in pieces, links to them, and uploads that go on.
  ///
  /// A drive belongs to a person, a group, or a channel with members of its own, and has no row:
  /// its root is the parent with the empty name. Every channel has a folder from the start.
  static let drives = """
    CREATE TABLE driveItems (
      seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, owner TEXT NOT NULL,
      parent TEXT NOT NULL DEFAULT '', name TEXT NOT NULL, nameKey TEXT NOT NULL,
      mimeType TEXT, size INTEGER NOT NULL DEFAULT 0, hash TEXT, revision INTEGER NOT NULL DEFAULT 1,
      createdAt INTEGER NOT NULL, modifiedAt INTEGER NOT NULL, author TEXT, editor TEXT,
      UNIQUE (owner, parent, nameKey));
    CREATE TABLE filePieces (
      file TEXT NOT NULL, start INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (file, start));
    CREATE TABLE fileLinks (
      id TEXT PRIMARY KEY, item TEXT NOT NULL, type TEXT NOT NULL, scope TEXT NOT NULL,
      UNIQUE (item, type, scope)) WITHOUT ROWID;
    CREATE TABLE uploads (
      id TEXT PRIMARY KEY, owner TEXT NOT NULL, parent TEXT NOT NULL, name TEXT NOT NULL,
      conflict TEXT NOT NULL, isDeferred INTEGER NOT NULL, author TEXT, size INTEGER,
      received INTEGER NOT NULL DEFAULT 0, expiresAt INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TRIGGER channels_get_folder AFTER INSERT ON channels BEGIN
      INSERT OR IGNORE INTO driveItems (id, owner, name, nameKey, createdAt, modifiedAt)
      VALUES (\(folderID("NEW")), \(folderOwner("NEW")), \(folderName("NEW.displayName")),
        \(folderName("NEW.displayNameKey")), NEW.createdAt, NEW.createdAt);
    END;
    INSERT OR IGNORE INTO driveItems (id, owner, name, nameKey, createdAt, modifiedAt)
      SELECT \(folderID("channels")), \(folderOwner("channels")),
        \(folderName("displayName")), \(folderName("displayNameKey")), createdAt, createdAt
      FROM channels ORDER BY seq;
    """

  /// By which a channel's folder is found, whatever the folder is called by now.
  private static func folderID(_ row: String) -> String {
    "'01' || upper(replace(substr(\(row).id, 4, instr(\(row).id, '@') - 4), '-', ''))"
  }

  private static func folderOwner(_ row: String) -> String {
    "CASE \(row).membershipType WHEN 'standard' THEN \(row).team ELSE \(row).id END"
  }

  private static func folderName(_ column: String) -> String { "replace(\(column), '/', '_')" }
}
