import GRDB
import HTTPTypes

/// A browser that is signed in, by the cookie that it shows.
struct BrowserSession: Sendable {
  /// The cookie's name.
  static let cookie = "ESTSAUTH"

  let token: String
  let person: Person
  let at: Instant
  let isStrong: Bool

  /// The session behind the cookies, while its person may sign in and it was not revoked.
  static func find(_ db: Database, _ headers: HTTPFields) throws -> BrowserSession? {
    let pairs = headers[values: .cookie].joined(separator: ";").split(separator: ";")
      .map { (pair: Substring) -> Substring in pair.drop { $0 == " " } }
    guard
      let token = pairs.first(where: { $0.hasPrefix(cookie + "=") })?.dropFirst(cookie.count + 1),
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM browserSessions WHERE token = ?", arguments: [String(token)]),
      let person = try Person.find(db, row["person"]), person.isEnabled
    else { return nil }
    let at = Instant(milliseconds: row["signedInAt"])
    if let revoked = try Revocation.time(db, of: person.id), at < revoked { return nil }
    return BrowserSession(
      token: String(token), person: person, at: at, isStrong: row["isStrong"])
  }

  static func begin(
    _ db: Database, _ person: Person, isStrong: Bool, at now: Instant
  ) throws -> BrowserSession {
    let token = "0.A" + Secrets.text(length: 40)
    try db.execute(
      sql: "INSERT INTO browserSessions VALUES (?, ?, ?, ?)",
      arguments: [token, person.id, now.milliseconds, isStrong])
    return BrowserSession(token: token, person: person, at: now, isStrong: isStrong)
  }

  static func end(_ db: Database, token: String) throws {
    try db.execute(sql: "DELETE FROM browserSessions WHERE token = ?", arguments: [token])
  }
}
