extension Schema {
  /// What each member has read of a chat and whether it shows, what is pinned, and which chats
  /// were deleted.
  static let chatLife = """
    ALTER TABLE chats ADD COLUMN deletedAt INTEGER;
    ALTER TABLE members ADD COLUMN isHidden INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE members ADD COLUMN readAt INTEGER;
    CREATE TABLE pins (
      seq INTEGER PRIMARY KEY, chat TEXT NOT NULL, message INTEGER NOT NULL,
      UNIQUE (chat, message));
    """
}
