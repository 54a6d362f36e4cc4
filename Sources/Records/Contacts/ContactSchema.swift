/// The tables of what is known of those whom a bot reaches.
enum ContactSchema {
  static let steps = [
    """
    CREATE TABLE conversation (
      bot TEXT NOT NULL,
      person TEXT NOT NULL,
      id TEXT NOT NULL,
      turn INTEGER NOT NULL,
      PRIMARY KEY (bot, person)
    ) WITHOUT ROWID;
    CREATE INDEX conversation_turn ON conversation (bot, turn);
    CREATE TABLE account (
      bot TEXT NOT NULL,
      id TEXT NOT NULL,
      facts TEXT NOT NULL,
      readAt REAL NOT NULL,
      turn INTEGER NOT NULL,
      PRIMARY KEY (bot, id)
    ) WITHOUT ROWID;
    CREATE INDEX account_turn ON account (bot, turn);
    CREATE TABLE roster (
      bot TEXT NOT NULL,
      conversation TEXT NOT NULL,
      team TEXT,
      members TEXT NOT NULL,
      readAt REAL NOT NULL,
      PRIMARY KEY (bot, conversation)
    );
    CREATE INDEX roster_team ON roster (bot, team);
    CREATE TABLE team (
      bot TEXT NOT NULL,
      id TEXT NOT NULL,
      groupID TEXT,
      name TEXT NOT NULL,
      PRIMARY KEY (bot, id)
    ) WITHOUT ROWID;
    CREATE TABLE site (
      bot TEXT NOT NULL,
      tenant TEXT NOT NULL,
      serviceURL TEXT NOT NULL,
      botName TEXT,
      learntAt REAL NOT NULL,
      PRIMARY KEY (bot, tenant)
    ) WITHOUT ROWID;
    """
  ]
}
