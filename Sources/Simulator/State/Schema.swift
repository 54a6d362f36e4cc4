import GRDB

/// The tables of a tenant.
///
/// Columns that end in `Key` hold the lower-case form of the column before, by which Graph's
/// case-insensitive filters compare. Times are milliseconds.
enum Schema {
  static func migrate(_ database: any DatabaseWriter) throws {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("directory") { db in try db.execute(sql: directory) }
    migrator.registerMigration("teams") { db in try db.execute(sql: teams) }
    migrator.registerMigration("conversations") { db in try db.execute(sql: conversations) }
    migrator.registerMigration("sign-ins") { db in try db.execute(sql: signIns) }
    migrator.registerMigration("changes") { db in try db.execute(sql: ChangeLog.schema) }
    migrator.registerMigration("team life") { db in try db.execute(sql: teamLife) }
    migrator.registerMigration("chat life") { db in try db.execute(sql: chatLife) }
    migrator.registerMigration("apps") { db in try db.execute(sql: TeamsApp.schema) }
    migrator.registerMigration("presence") { db in try db.execute(sql: Presence.schema) }
    migrator.registerMigration("meetings") { db in try db.execute(sql: OnlineMeeting.schema) }
    migrator.registerMigration("sign-in pages") { db in try db.execute(sql: signInPages) }
    migrator.registerMigration("message life") { db in try db.execute(sql: messageLife) }
    migrator.registerMigration("drives") { db in try db.execute(sql: drives) }
    migrator.registerMigration("app definitions") { db in
      try db.execute(sql: AppDefinition.schema)
    }
    migrator.registerMigration("subscriptions") { db in
      try db.execute(sql: Subscription.schema)
    }
    migrator.registerMigration("file grants") { db in
      try db.execute(sql: FileGrant.schema)
    }
    migrator.registerMigration("attendance") { db in try db.execute(sql: Attendance.schema) }
    migrator.registerMigration("calls") { db in try db.execute(sql: OutgoingCall.schema) }
    migrator.registerMigration("status messages") { db in
      try db.execute(sql: StatusMessage.schema)
    }
    migrator.registerMigration("bots") { db in try db.execute(sql: BotSettings.schema) }
    migrator.registerMigration("bot attachments") { db in
      try db.execute(sql: BotAttachment.schema)
    }
    migrator.registerMigration("bot events") { db in try db.execute(sql: BotEvent.schema) }
    try migrator.migrate(database)
  }

  private static let directory = """
    CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE people (
      seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
      upn TEXT NOT NULL, upnKey TEXT NOT NULL UNIQUE,
      displayName TEXT NOT NULL, displayNameKey TEXT NOT NULL,
      givenName TEXT, givenNameKey TEXT, surname TEXT, surnameKey TEXT, mail TEXT, mailKey TEXT,
      jobTitle TEXT COLLATE NOCASE, department TEXT COLLATE NOCASE,
      officeLocation TEXT COLLATE NOCASE, city TEXT COLLATE NOCASE, country TEXT COLLATE NOCASE,
      usageLocation TEXT, mobilePhone TEXT, businessPhone TEXT, preferredLanguage TEXT,
      userType TEXT NOT NULL COLLATE NOCASE, isEnabled INTEGER NOT NULL,
      isAdministrator INTEGER NOT NULL, createdAt INTEGER NOT NULL);
    CREATE INDEX people_by_mail ON people (mailKey);
    CREATE INDEX people_by_name ON people (displayNameKey);
    """

  private static let teams = """
    CREATE TABLE teams (
      seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
      displayName TEXT NOT NULL, displayNameKey TEXT NOT NULL, description TEXT,
      mailNickname TEXT NOT NULL COLLATE NOCASE, visibility TEXT NOT NULL COLLATE NOCASE,
      isTeam INTEGER NOT NULL, isArchived INTEGER NOT NULL DEFAULT 0, createdAt INTEGER NOT NULL);
    CREATE INDEX teams_by_name ON teams (displayNameKey);
    CREATE TABLE channels (
      seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, team TEXT NOT NULL,
      displayName TEXT NOT NULL, displayNameKey TEXT NOT NULL, description TEXT,
      membershipType TEXT NOT NULL COLLATE NOCASE, isGeneral INTEGER NOT NULL DEFAULT 0,
      isFavorite INTEGER, isArchived INTEGER NOT NULL DEFAULT 0,
      createdAt INTEGER NOT NULL, deletedAt INTEGER);
    CREATE INDEX channels_by_team ON channels (team);
    CREATE TABLE members (
      seq INTEGER PRIMARY KEY, place TEXT NOT NULL, person TEXT NOT NULL, role TEXT NOT NULL,
      historyFrom INTEGER NOT NULL DEFAULT 0, UNIQUE (place, person));
    CREATE INDEX members_by_person ON members (person);
    CREATE TABLE operations (
      id TEXT PRIMARY KEY, team TEXT NOT NULL, kind TEXT NOT NULL, target TEXT NOT NULL,
      location TEXT NOT NULL, createdAt INTEGER NOT NULL) WITHOUT ROWID;
    """

  private static let conversations = """
    CREATE TABLE chats (
      seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, topic TEXT, topicKey TEXT,
      chatType TEXT NOT NULL, createdAt INTEGER NOT NULL, updatedAt INTEGER NOT NULL);
    CREATE TABLE messages (
      place TEXT NOT NULL, id INTEGER NOT NULL, parent INTEGER NOT NULL DEFAULT 0,
      activity INTEGER NOT NULL, kind TEXT NOT NULL,
      modifiedAt INTEGER NOT NULL, editedAt INTEGER, deletedAt INTEGER,
      subject TEXT, summary TEXT, importance TEXT NOT NULL,
      author TEXT NOT NULL, authorID TEXT, contentType TEXT NOT NULL, content TEXT NOT NULL,
      attachments TEXT NOT NULL, mentions TEXT NOT NULL, reactions TEXT NOT NULL, event TEXT,
      PRIMARY KEY (place, id)) WITHOUT ROWID;
    CREATE INDEX messages_by_activity ON messages (place, parent, activity, id);
    """

  private static let signIns = """
    CREATE TABLE deviceCodes (
      code TEXT PRIMARY KEY, userCode TEXT NOT NULL UNIQUE, client TEXT NOT NULL,
      scopes TEXT NOT NULL, expiresAt INTEGER NOT NULL, askedAt INTEGER,
      state TEXT NOT NULL, person TEXT) WITHOUT ROWID;
    CREATE TABLE refreshTokens (
      token TEXT PRIMARY KEY, client TEXT NOT NULL, person TEXT NOT NULL,
      issuedAt INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE consents (
      client TEXT NOT NULL, person TEXT NOT NULL, scope TEXT NOT NULL,
      PRIMARY KEY (client, person, scope)) WITHOUT ROWID;
    """
}
