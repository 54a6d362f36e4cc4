import GRDB

/// Which permissions people have given to which apps.
enum Consents {
  static func scopes(_ db: Database, client: String, person: String) throws -> [String] {
    try String.fetchAll(
      db, sql: "SELECT scope FROM consents WHERE client = ? AND person = ? ORDER BY scope",
      arguments: [client, person])
  }

  static func add(_ db: Database, _ scopes: [String], client: String, person: String) throws {
    for scope in scopes {
      try db.execute(
        sql: "INSERT OR IGNORE INTO consents VALUES (?, ?, ?)", arguments: [client, person, scope])
    }
  }
}

/// The tokens that renew a sign-in.
enum RefreshTokens {
  /// How long an unused one stays good, in milliseconds.
  private static let lifetime = 90 * 86_400_000

  static func issue(
    _ db: Database, client: String, person: String, at now: Instant
  ) throws -> String {
    let token = "1.A" + Secrets.text(length: 48)
    try db.execute(
      sql: "INSERT INTO refreshTokens VALUES (?, ?, ?, ?)",
      arguments: [token, client, person, now.milliseconds])
    return token
  }

  /// The person that a token stands for.
  ///
  /// The token stays good: a client that loses the answer can ask again.
  static func person(
    _ db: Database, token: String, client: String, at now: Instant
  ) throws -> Person {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM refreshTokens WHERE token = ? AND client = ?",
      arguments: [token, client])
    guard let row, let person = try Person.find(db, row["person"]) else {
      throw TokenFailure.badRefreshToken
    }
    guard now.milliseconds - (row["issuedAt"] as Int) < lifetime else {
      throw TokenFailure.idleRefreshToken
    }
    guard person.isEnabled else { throw TokenFailure.disabledAccount }
    return person
  }
}

/// Texts that nobody can guess.
enum Secrets {
  static func text(length: Int) -> String {
    draw(length, from: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
  }

  /// A short code that people can type: no letters that look like digits.
  static func userCode() -> String {
    draw(9, from: "ABCDEFGHJKLMNPQRSTUVWXYZ23456789")
  }

  private static func draw(_ length: Int, from letters: String) -> String {
    let alphabet = Array(letters)
    return String((0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count)] })
  }
}
