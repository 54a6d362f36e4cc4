extension Schema {
  /// How teams and groups come and go: what was made answers from a moment on, and what was
  /// deleted is kept for a while.
  static let teamLife = """
    ALTER TABLE teams ADD COLUMN answersAt INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE teams ADD COLUMN teamAnswersAt INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE teams ADD COLUMN deletedAt INTEGER;
    ALTER TABLE teams ADD COLUMN settings TEXT;
    CREATE INDEX teams_by_nickname ON teams (mailNickname);
    CREATE INDEX teams_deleted ON teams (deletedAt) WHERE deletedAt IS NOT NULL;
    ALTER TABLE operations ADD COLUMN endsAt INTEGER NOT NULL DEFAULT 0;
    """
}
