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
    let id = Data("1*\(person.id)*0**\(thread)".utf8).base64URLText
    let context = "{\"Tid\":\"\(tenantID)\",\"Oid\":\"\(person.id)\"}"
    let subject = request["subject"]?.string
    try Chat(id: thread, topic: subject, kind: .meeting, createdAt: now).insert(db)
    try Membership.add(db, person.id, to: thread, as: .owner)
    try db.execute(
      sql: "INSERT INTO meetings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        id, person.id, thread, subject, start.milliseconds, end.milliseconds, now.milliseconds,
        "https://teams.microsoft.com/l/meetup-join/\(thread.percentEncoded)/0"
          + "?context=\(context.percentEncoded)",
        String(100_000_000_000 + Int.random(in: 0..<100_000_000_000)),
        settings(request, over: standardSettings).jsonText,
      ])
    return try row(db, id, of: person.id)
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

  private static let standardSettings: Document = [
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
