import Foundation
import GRDB

/// What somebody writes beside a presence, until it ends by itself or is taken back.
struct StatusMessage: Sendable {
  /// The text; an empty one takes the message back.
  let content: String
  let publishedAt: Instant
  /// The end as it was sent, a clock in a zone, and the moment that it means.
  let expiry: (sent: Document, moment: Instant)?

  static let schema = """
    CREATE TABLE statusMessages (
      person TEXT PRIMARY KEY, content TEXT NOT NULL, publishedAt INTEGER NOT NULL,
      expiry TEXT, expiresAt INTEGER) WITHOUT ROWID;
    CREATE TABLE absences (person TEXT PRIMARY KEY, message TEXT NOT NULL) WITHOUT ROWID;
    """

  /// Reads what a client sends; Graph takes plain text only.
  init(_ request: Document, at now: Instant) throws(GraphFailure) {
    guard let sent = request["statusMessage"], sent.fields != nil else {
      throw .badRequest("The 'statusMessage' is required.")
    }
    let type = sent["message"]?["contentType"]?.string?.lowercased() ?? "text"
    guard type == "text" else {
      throw .badRequest("The content type '\(type)' of a status message is not supported.")
    }
    content = sent["message"]?["content"]?.string ?? ""
    publishedAt = now
    guard let end = sent["expiryDateTime"], !end.isNull else {
      expiry = nil
      return
    }
    guard let moment = Instant(clock: end) else {
      throw .badRequest("The 'expiryDateTime' is not valid.")
    }
    expiry = (end, moment)
  }

  init(_ content: String, publishedAt: Instant) {
    self.content = content
    self.publishedAt = publishedAt
    expiry = nil
  }

  private init(_ row: Row) throws {
    content = row["content"]
    publishedAt = Instant(milliseconds: row["publishedAt"])
    let sent = try (row["expiry"] as String?).map { try DocumentParser.parse($0) }
    let end: Int? = row["expiresAt"]
    expiry = if let sent, let end { (sent, Instant(milliseconds: end)) } else { nil }
  }

  func store(_ db: Database, of person: String) throws {
    guard !content.isEmpty else {
      return try db.execute(
        sql: "DELETE FROM statusMessages WHERE person = ?", arguments: [person])
    }
    try db.execute(
      sql: "INSERT OR REPLACE INTO statusMessages VALUES (?, ?, ?, ?, ?)",
      arguments: [
        person, content, publishedAt.milliseconds, expiry?.sent.jsonText,
        expiry?.moment.milliseconds,
      ])
  }

  /// What shows of a person at a moment.
  static func of(_ db: Database, _ person: String, at now: Instant) throws -> StatusMessage? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT * FROM statusMessages WHERE person = ? AND (expiresAt IS NULL OR expiresAt > ?)
        """,
      arguments: [person, now.milliseconds]
    ).map { try StatusMessage($0) }
  }

  /// The message as Graph prints it; its times are for the person alone.
  func document(forOwner: Bool) -> Document {
    let message: Document = ["content": .string(content), "contentType": "text"]
    guard forOwner else { return ["message": message] }
    return [
      "message": message, "publishedDateTime": .string(publishedAt.text),
      "expiryDateTime": expiry?.sent ?? nil,
    ]
  }
}

/// The notice of somebody who is away, as the mailbox sends it to everybody who writes.
enum Absence {
  static func note(_ db: Database, _ message: String, of person: String) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO absences VALUES (?, ?)", arguments: [person, message])
  }

  /// The notice as Graph prints it, also where there is none.
  static func document(_ db: Database, of person: String) throws -> Document {
    let message = try String.fetchOne(
      db, sql: "SELECT message FROM absences WHERE person = ?", arguments: [person])
    return ["message": .text(message), "isOutOfOffice": .bool(message != nil)]
  }
}

extension Instant {
  /// Reads a `dateTimeTimeZone`: what a clock shows, without an offset, and the zone that it hangs in.
  init?(clock: Document) {
    guard let text = clock["dateTime"]?.string, let name = clock["timeZone"]?.string,
      let zone = TimeZone(identifier: Self.windowsZones[name] ?? name),
      let match = text.wholeMatch(
        of: /(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?/)
    else { return nil }
    let (_, year, month, day, hour, minute, second) = match.output
    let parts = DateComponents(
      year: Int(year), month: Int(month), day: Int(day), hour: Int(hour), minute: Int(minute),
      second: second.flatMap { Int($0) } ?? 0)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    guard parts.isValidDate(in: calendar), let date = calendar.date(from: parts) else {
      return nil
    }
    self.init(date)
  }

  /// The names that Windows gives to the zones in which the company works.
  private static let windowsZones = [
    "UTC": "Etc/UTC", "Pacific Standard Time": "America/Los_Angeles",
    "Mountain Standard Time": "America/Denver", "Central Standard Time": "America/Chicago",
    "Eastern Standard Time": "America/New_York",
    "E. South America Standard Time":
      "America/Sao_Paulo", "GMT Standard Time": "Europe/London",
    "W. Europe Standard Time": "Europe/Berlin", "Romance Standard Time": "Europe/Paris",
    "Central European Standard Time": "Europe/Warsaw", "Israel Standard Time": "Asia/Jerusalem",
    "Arabian Standard Time": "Asia/Dubai", "India Standard Time": "Asia/Kolkata",
    "China Standard Time": "Asia/Shanghai", "Tokyo Standard Time": "Asia/Tokyo",
  ]
}
