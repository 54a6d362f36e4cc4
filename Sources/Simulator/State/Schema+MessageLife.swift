extension Schema {
  /// What hangs on messages: their images, and what a policy says of them.
  static let messageLife = """
    ALTER TABLE messages ADD COLUMN policyViolation TEXT;
    CREATE TABLE hostedContents (
      seq INTEGER PRIMARY KEY, place TEXT NOT NULL, message INTEGER NOT NULL, id TEXT NOT NULL,
      contentType TEXT NOT NULL, bytes BLOB NOT NULL, UNIQUE (place, message, id));
    """
}
