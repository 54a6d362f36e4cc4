extension Schema {
  /// What the sign-in pages remember; adds to the tables of ``signIns``.
  static let signInPages = """
    ALTER TABLE refreshTokens ADD COLUMN signedInAt INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE refreshTokens ADD COLUMN isStrong INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE refreshTokens ADD COLUMN proof TEXT NOT NULL DEFAULT '0';
    ALTER TABLE deviceCodes ADD COLUMN signedInAt INTEGER;
    ALTER TABLE deviceCodes ADD COLUMN isStrong INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE authorizationCodes (
      code TEXT PRIMARY KEY, client TEXT NOT NULL, person TEXT NOT NULL, scopes TEXT NOT NULL,
      redirect TEXT NOT NULL, challenge TEXT, isHashed INTEGER, nonce TEXT,
      signedInAt INTEGER NOT NULL, isStrong INTEGER NOT NULL, expiresAt INTEGER NOT NULL,
      isRedeemed INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE browserSessions (
      token TEXT PRIMARY KEY, person TEXT NOT NULL, signedInAt INTEGER NOT NULL,
      isStrong INTEGER NOT NULL) WITHOUT ROWID;
    ALTER TABLE people ADD COLUMN sessionsValidFrom INTEGER;
    CREATE TABLE strongMethods (person TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE accessPolicies (
      seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL,
      modifiedAt INTEGER NOT NULL);
    CREATE TABLE certificates (
      client TEXT NOT NULL, der BLOB NOT NULL, PRIMARY KEY (client, der)) WITHOUT ROWID;
    """
}
