import GRDB

/// A sign-in that waits for a person to approve it in a browser.
struct DeviceCode: Sendable {
  /// How far it has come.
  enum State: String, Sendable {
    case pending, approved, declined, redeemed
  }

  /// How long one stays good, in seconds.
  static let lifetime = 900

  let code: String
  let userCode: String
  let client: String
  let scopes: String
  let expiresAt: Instant
  let askedAt: Instant?
  let state: State
  let person: String?
  let signedInAt: Instant?
  let isStrong: Bool

  private init(_ row: Row) {
    code = row["code"]
    userCode = row["userCode"]
    client = row["client"]
    scopes = row["scopes"]
    expiresAt = Instant(milliseconds: row["expiresAt"])
    askedAt = (row["askedAt"] as Int?).map(Instant.init(milliseconds:))
    state = State(rawValue: row["state"]) ?? .declined
    person = row["person"]
    signedInAt = (row["signedInAt"] as Int?).map(Instant.init(milliseconds:))
    isStrong = row["isStrong"]
  }

  static func issue(
    _ db: Database, client: String, scopes: String, at now: Instant
  ) throws -> (code: String, userCode: String) {
    let code = "D" + Secrets.text(length: 60)
    let userCode = Secrets.userCode()
    try db.execute(
      sql: """
        INSERT INTO deviceCodes (code, userCode, client, scopes, expiresAt, state)
        VALUES (?, ?, ?, ?, ?, 'pending')
        """,
      arguments: [code, userCode, client, scopes, now.advanced(seconds: lifetime).milliseconds])
    return (code, userCode)
  }

  /// The sign-in behind the code that a person typed, while it can still be decided.
  static func waiting(_ db: Database, userCode: String, at now: Instant) throws -> DeviceCode? {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM deviceCodes WHERE userCode = ? AND state = 'pending'",
      arguments: [typed(userCode)])
    return row.map(DeviceCode.init).flatMap { $0.expiresAt > now ? $0 : nil }
  }

  /// Whether somebody has already said yes or no to the code that a person typed.
  static func isDecided(_ db: Database, userCode: String) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM deviceCodes WHERE userCode = ? AND state <> 'pending')
        """,
      arguments: [typed(userCode)]) ?? false
  }

  private static func typed(_ userCode: String) -> String {
    userCode.uppercased().filter { $0.isLetter || $0.isNumber }
  }

  func decide(_ db: Database, _ state: State, by signIn: SignIn) throws {
    try db.execute(
      sql: """
        UPDATE deviceCodes SET state = ?, person = ?, signedInAt = ?, isStrong = ? WHERE code = ?
        """,
      arguments: [
        state.rawValue, signIn.person.id, signIn.at.milliseconds, signIn.isStrong, code,
      ])
  }

  /// One question of the waiting client: hands out the sign-in once, when it was approved.
  static func redeem(
    _ db: Database, code: String, client: String, interval: Int, at now: Instant
  ) throws -> (device: DeviceCode, signIn: SignIn) {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM deviceCodes WHERE code = ? AND client = ?",
      arguments: [code, client])
    guard let device = row.map(DeviceCode.init) else { throw TokenFailure.badCode }
    switch device.state {
    case .declined: throw TokenFailure.declined
    case .redeemed: throw TokenFailure.redeemedCode
    case .pending, .approved: break
    }
    guard device.expiresAt > now else { throw TokenFailure.expiredCode }
    guard device.state == .approved, let id = device.person, let person = try Person.find(db, id),
      let signedInAt = device.signedInAt
    else {
      // Clients and this clock never agree to the millisecond: half a second of grace.
      let isEarly = device.askedAt.map {
        now.milliseconds - $0.milliseconds < interval * 1000 - 500
      }
      throw isEarly == true ? TokenFailure.slowDown : TokenFailure.pending
    }
    try db.execute(
      sql: "UPDATE deviceCodes SET state = 'redeemed' WHERE code = ?", arguments: [code])
    return (
      device, SignIn(person: person, client: client, at: signedInAt, isStrong: device.isStrong)
    )
  }

  /// Remembers when the client asked; apart from ``redeem``, whose refusals undo its writes.
  static func note(_ db: Database, code: String, askedAt now: Instant) throws {
    try db.execute(
      sql: "UPDATE deviceCodes SET askedAt = ? WHERE code = ?", arguments: [now.milliseconds, code])
  }
}
