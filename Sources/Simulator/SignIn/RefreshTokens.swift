import GRDB

/// The tokens that renew a sign-in.
enum RefreshTokens {
  /// How long an unused one stays good, in milliseconds.
  private static let lifetime = 90 * 86_400_000

  static func issue(_ db: Database, for signIn: SignIn, at now: Instant) throws -> String {
    let token = "1.A" + Secrets.text(length: 48)
    try db.execute(
      sql: """
        INSERT INTO refreshTokens (token, client, person, issuedAt, signedInAt, isStrong, proof)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        token, signIn.client, signIn.person.id, now.milliseconds, signIn.at.milliseconds,
        signIn.isStrong, signIn.proof.rawValue,
      ])
    return token
  }

  /// The sign-in that a token renews.
  ///
  /// The token stays good: a client that loses the answer can ask again.
  static func signIn(
    _ db: Database, token: String, client: String, at now: Instant
  ) throws -> SignIn {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM refreshTokens WHERE token = ? AND client = ?",
      arguments: [token, client])
    guard let row else { throw TokenFailure.badRefreshToken }
    guard let person = try Person.find(db, row["person"]) else { throw TokenFailure.unknownAccount }
    let issued = Instant(milliseconds: row["issuedAt"])
    guard now.milliseconds - issued.milliseconds < lifetime else {
      throw TokenFailure.idleRefreshToken(issued: issued)
    }
    guard person.isEnabled else { throw TokenFailure.disabledAccount }
    let at = Instant(milliseconds: row["signedInAt"])
    if let revoked = try Revocation.time(db, of: person.id), at < revoked {
      throw TokenFailure.revokedGrant(signedIn: at, revoked: revoked)
    }
    return SignIn(
      person: person, client: client, at: at, isStrong: row["isStrong"],
      proof: ClientProof(rawValue: row["proof"]) ?? .none)
  }
}
