import Foundation
import GRDB

/// Meetings that can be joined online, each with the person that organizes it.
enum OnlineMeeting {
  static let schema = """
    CREATE TABLE meetings (
      id TEXT PRIMARY KEY, person TEXT NOT NULL, thread TEXT NOT NULL, subject TEXT,
      startsAt INTEGER NOT NULL, endsAt INTEGER NOT NULL, createdAt INTEGER NOT NULL,
      joinURL TEXT NOT NULL, joinID TEXT NOT NULL, settings TEXT NOT NULL) WITHOUT ROWID;
    CREATE INDEX meetings_by_url ON meetings (person, joinURL);
    CREATE INDEX meetings_by_join_id ON meetings (person, joinID);
    """

  static func listing(of person: String) -> Listing {
    Listing(
      columns: "meetings.*", tables: "meetings", condition: "person = ?",
      arguments: [person.databaseValue],
      properties: [
        "JoinWebUrl": .init("joinURL", .text), "joinWebUrl": .init("joinURL", .text),
        "joinMeetingIdSettings/joinMeetingId": .init("joinID", .text),
      ],
      order: [Listing.Term("id")])
  }

  static func row(_ db: Database, _ id: String, of person: String) throws -> Row {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM meetings WHERE id = ? AND person = ?", arguments: [id, person])
    guard let row else { throw GraphFailure.notFound("Meeting not found.") }
    return row
  }

  /// Makes a meeting and the chat that belongs to it.
  static func create(
    _ db: Database, _ request: Document, by person: Person, tenantID: String, at now: Instant
  ) throws -> Row {
    let start = try moment("startDateTime", in: request) ?? now
    let end = try moment("endDateTime", in: request) ?? start.advanced(seconds: 3600)
    guard start < end else {
      throw GraphFailure.badRequest("The meeting's end must be after its start.")
    }
    let random = UUID().uuidString.lowercased().replacing("-", with: "")
    let thread = "19:meeting_\(random)@thread.v2"
    let subject = request["subject"]?.string
    try Chat(
      id: thread, topic: subject, kind: .meeting, createdAt: now, organizer: person.id
    ).insert(db)
    try Membership.add(db, person.id, to: thread, as: .owner)
    let id = try insert(
      db, thread: thread, subject: subject, organizer: person.id, tenantID: tenantID,
      from: start, until: end, at: now,
      number: 100_000_000_000 + Int.random(in: 0..<100_000_000_000),
      settings: settings(request, over: standardSettings))
    return try row(db, id, of: person.id)
  }

  /// Adds a meeting to a chat that is there already.
  ///
  /// - Returns: The meeting's id.
  @discardableResult
  static func insert(
    _ db: Database, thread: String, subject: String?, organizer: String, tenantID: String,
    from start: Instant, until end: Instant, at now: Instant, number: Int,
    settings: Document = standardSettings
  ) throws -> String {
    let id = Data("1*\(organizer)*0**\(thread)".utf8).base64URLText
    try db.execute(
      sql: "INSERT INTO meetings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        id, organizer, thread, subject, start.milliseconds, end.milliseconds, now.milliseconds,
        link(thread: thread, tenantID: tenantID, organizer: organizer), String(number),
        settings.jsonText,
      ])
    return id
  }

  /// The address by which people join.
  static func link(thread: String, tenantID: String, organizer: String) -> String {
    let context = "{\"Tid\":\"\(tenantID)\",\"Oid\":\"\(organizer)\"}"
    return "https://teams.microsoft.com/l/meetup-join/\(thread.percentEncoded)/0"
      + "?context=\(context.percentEncoded)"
  }

  static func change(_ db: Database, _ row: Row, as request: Document) throws {
    let start =
      try moment("startDateTime", in: request) ?? Instant(milliseconds: row["startsAt"])
    let end = try moment("endDateTime", in: request) ?? Instant(milliseconds: row["endsAt"])
    guard start < end else {
      throw GraphFailure.badRequest("The meeting's end must be after its start.")
    }
    let before = try DocumentParser.parse(row["settings"] as String)
    try db.execute(
      sql: """
        UPDATE meetings SET subject = ?, startsAt = ?, endsAt = ?, settings = ? WHERE id = ?
        """,
      arguments: [
        request["subject"].map(\.string) ?? row["subject"], start.milliseconds, end.milliseconds,
        settings(request, over: before).jsonText, row["id"] as String,
      ])
  }

  private static func moment(_ name: String, in request: Document) throws -> Instant? {
    guard let sent = request[name] else { return nil }
    guard let moment = sent.string.flatMap(Instant.init(text:)) else {
      throw GraphFailure.badRequest("Invalid value for '\(name)'.")
    }
    return moment
  }

  static let standardSettings: Document = [
    "allowedPresenters": "everyone", "allowAttendeeToEnableCamera": true,
    "allowAttendeeToEnableMic": true, "allowMeetingChat": "enabled", "allowTeamworkReactions": true,
    "isEntryExitAnnounced": true, "recordAutomatically": false,
    "lobbyBypassSettings": ["scope": "organization", "isDialInBypassEnabled": false],
  ]

  /// The settings with those that the request names; others are not kept.
  private static func settings(_ request: Document, over before: Document) -> Document {
    let entries = (before.fields?.entries ?? []).map { entry in
      Document.Fields.Entry(name: entry.name, value: request[entry.name] ?? entry.value)
    }
    return .object(Document.Fields(entries))
  }

  static func document(_ row: Row, organizer: Person, tenantID: String) throws -> Document {
    func time(_ column: String) -> Document {
      .string(Instant(milliseconds: row[column]).text)
    }
    let document: Document = [
      "id": .text(row["id"]), "creationDateTime": time("createdAt"),
      "startDateTime": time("startsAt"), "endDateTime": time("endsAt"),
      "joinWebUrl": .text(row["joinURL"]), "subject": .text(row["subject"]),
      "joinMeetingIdSettings": [
        "isPasscodeRequired": false, "joinMeetingId": .text(row["joinID"]), "passcode": nil,
      ],
      "videoTeleconferenceId": nil, "isBroadcast": false, "audioConferencing": nil,
      "chatInfo": ["threadId": .text(row["thread"]), "messageId": "0", "replyChainMessageId": nil],
      "participants": [
        "organizer": [
          "upn": .string(organizer.upn), "role": "presenter",
          "identity": [
            "user": [
              "id": .string(organizer.id), "displayName": .string(organizer.displayName),
              "tenantId": .string(tenantID), "identityProvider": "AAD",
            ]
          ],
        ],
        "attendees": [],
      ],
    ]
    let settings = try DocumentParser.parse(row["settings"] as String)
    return document.followed(by: settings.fields ?? [:])
  }
}
