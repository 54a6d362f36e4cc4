/// The tables of incidents, of questions and of what is told above the prompt.
enum IncidentSchema {
  static let steps = [
    """
    CREATE TABLE incident (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL,
      type TEXT,
      severity TEXT NOT NULL,
      owner TEXT,
      labels TEXT NOT NULL DEFAULT '[]',
      details TEXT,
      reporter TEXT,
      raw TEXT,
      source TEXT UNIQUE,
      createdAt REAL NOT NULL,
      updatedAt REAL NOT NULL,
      closedAt REAL,
      closeReason TEXT
    );
    CREATE INDEX incident_open ON incident (number) WHERE closedAt IS NULL;
    CREATE TABLE note (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      incident INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE,
      author TEXT NOT NULL,
      mail TEXT,
      text TEXT NOT NULL,
      isFromTeams INTEGER NOT NULL,
      source TEXT UNIQUE,
      createdAt REAL NOT NULL
    );
    CREATE INDEX note_incident ON note (incident, number);
    CREATE TABLE mirror (
      incident INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE,
      teamID TEXT NOT NULL,
      teamName TEXT NOT NULL,
      channelID TEXT NOT NULL,
      channelName TEXT NOT NULL,
      content TEXT NOT NULL,
      direction TEXT NOT NULL,
      closesChannel INTEGER NOT NULL,
      PRIMARY KEY (incident, teamID)
    );
    CREATE INDEX mirror_channel ON mirror (channelID);
    CREATE TABLE question (
      id TEXT PRIMARY KEY,
      text TEXT NOT NULL,
      options TEXT NOT NULL DEFAULT '[]',
      incident TEXT,
      task TEXT,
      recipient TEXT NOT NULL,
      conversation TEXT,
      message TEXT,
      askedAt REAL NOT NULL,
      answer TEXT,
      fields TEXT,
      answererID TEXT,
      answererName TEXT,
      answererMail TEXT,
      answeredAt REAL,
      source TEXT
    );
    CREATE TABLE notice (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL,
      subject TEXT NOT NULL,
      person TEXT,
      text TEXT NOT NULL,
      source TEXT UNIQUE,
      postedAt REAL NOT NULL
    );
    """,
    "ALTER TABLE mirror ADD COLUMN isAnnounced INTEGER NOT NULL DEFAULT 0",
  ]
}
