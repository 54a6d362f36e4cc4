import GRDB

/// The code that a browser carries from the sign-in page to the app.
struct AuthorizationCode: Sendable {
  /// How long one stays good, in seconds.
  static let lifetime = 600

  let signIn: SignIn
  let scopes: String
  let nonce: String?
  let platform: RedirectURI.Platform

  static func issue(
    _ db: Database, for signIn: SignIn, _ request: AuthorizeRequest, at now: Instant
  ) throws -> String {
    let code = "1." + Secrets.text(length: 80)
    try db.execute(
      sql: "INSERT INTO authorizationCodes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
      arguments: [
        code, signIn.client, signIn.person.id, request.scope, request.target.uri.address,
        request.proofKey?.challenge, request.proofKey?.isHashed, request.nonce,
        signIn.at.milliseconds, signIn.isStrong,
        now.advanced(seconds: lifetime).milliseconds,
      ])
    return code
  }

  /// Hands out what the code stands for, once, to the app that it was meant for.
  static func redeem(
    _ db: Database, _ fields: FormFields, client: String, at now: Instant
  ) throws -> AuthorizationCode {
    let code = try fields.required("code")
    let address = RedirectURI.complete(try fields.required("redirect_uri"))
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM authorizationCodes WHERE code = ? AND client = ?",
      arguments: [code, client])
    guard let row else { throw TokenFailure.badGrant }
    guard row["isRedeemed"] == false else { throw TokenFailure.redeemedCode }
    guard now < Instant(milliseconds: row["expiresAt"]) else { throw TokenFailure.expiredGrant }
    guard address == row["redirect"] else {
      throw TokenFailure.otherRedirect(address, asked: row["redirect"])
    }
    if let challenge: String = row["challenge"] {
      let key = ProofKey(challenge: challenge, isHashed: row["isHashed"])
      guard let verifier = fields["code_verifier"], key.accepts(verifier) else {
        throw TokenFailure.wrongVerifier
      }
    }
    guard let person = try Person.find(db, row["person"]) else { throw TokenFailure.unknownAccount }
    try db.execute(
      sql: "UPDATE authorizationCodes SET isRedeemed = 1 WHERE code = ?", arguments: [code])
    return AuthorizationCode(
      signIn: SignIn(
        person: person, client: client, at: Instant(milliseconds: row["signedInAt"]),
        isStrong: row["isStrong"]),
      scopes: row["scopes"], nonce: row["nonce"],
      platform: RedirectURI.registration(of: row["redirect"])?.platform ?? .publicClient)
  }
}
