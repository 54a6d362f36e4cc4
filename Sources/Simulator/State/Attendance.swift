import Foundation
import GRDB

/// Who came to meetings, in a report for each time that one was held; and which apps may see meetings.
enum Attendance {
  static let schema = """
    ALTER TABLE chats ADD COLUMN organizer TEXT;
    UPDATE chats SET organizer = (SELECT person FROM meetings WHERE thread = chats.id);
    CREATE TABLE attendanceReports (
      id TEXT PRIMARY KEY, meeting TEXT NOT NULL, startsAt INTEGER NOT NULL,
      endsAt INTEGER NOT NULL, people INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX reports_by_meeting ON attendanceReports (meeting);
    CREATE TABLE attendanceRecords (
      report TEXT NOT NULL, seq INTEGER NOT NULL, person TEXT NOT NULL, role TEXT NOT NULL,
      joinedAt INTEGER NOT NULL, leftAt INTEGER NOT NULL,
      PRIMARY KEY (report, seq)) WITHOUT ROWID;
    CREATE TABLE meetingAccess (
      app TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (app, person)) WITHOUT ROWID;
    """

  /// Lets an app see somebody's meetings, as a policy of Teams' own administration does.
  static func letIn(_ db: Database, app: String, to person: String) throws {
    try db.execute(
      sql: "INSERT OR IGNORE INTO meetingAccess VALUES (?, ?)", arguments: [app, person])
  }

  static func letsIn(_ db: Database, app: String, to person: String) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM meetingAccess WHERE app = ? AND person = ?)",
      arguments: [app, person]) == true
  }

  /// Notes that a meeting was held; people come and leave one after the other.
  ///
  /// - Returns: The report's id.
  @discardableResult
  static func add(
    _ db: Database, to meeting: String, people: [String], from start: Instant, seconds: Int
  ) throws -> String {
    let id = Self.id(of: "\(meeting) \(start.milliseconds)")
    let end = start.advanced(seconds: seconds)
    try db.execute(
      sql: "INSERT INTO attendanceReports VALUES (?, ?, ?, ?, ?)",
      arguments: [id, meeting, start.milliseconds, end.milliseconds, people.count])
    for (number, person) in people.enumerated() {
      let late = min(number * 47, seconds / 3)
      try db.execute(
        sql: "INSERT INTO attendanceRecords VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          id, number, person, number == 0 ? "Organizer" : "Presenter",
          start.advanced(seconds: late).milliseconds,
          end.advanced(seconds: -late / 2).milliseconds,
        ])
    }
    return id
  }

  /// An id in the form of a GUID that goes by a text alone.
  private static func id(of text: String) -> String {
    func hash(_ seed: UInt) -> UInt {
      text.utf8.reduce(seed) { ($0 ^ UInt($1)) &* 0x100_0000_01b3 }
    }
    let digits = [hash(0xcbf2_9ce4_8422_2325), hash(0x8422_2325_cbf2_9ce4)].map { value in
      let text = String(value, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }.joined()
    var id = ""
    for (number, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(number) { id += "-" }
      id.append(digit)
    }
    return id
  }

  static func reports(of meeting: String) -> Listing {
    Listing(
      columns: "attendanceReports.*", tables: "attendanceReports", condition: "meeting = ?",
      arguments: [meeting.databaseValue],
      order: [Listing.Term("startsAt", descending: true), Listing.Term("id")])
  }

  static func records(of report: String) -> Listing {
    Listing(
      columns: "attendanceRecords.*, people.displayName, people.mail, people.upn",
      tables: "attendanceRecords JOIN people ON people.id = attendanceRecords.person",
      condition: "report = ?", arguments: [report.databaseValue],
      order: [Listing.Term("attendanceRecords.seq")])
  }

  static func row(_ db: Database, _ id: String, of meeting: String) throws -> Row {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM attendanceReports WHERE id = ? AND meeting = ?",
      arguments: [id, meeting])
    guard let row else { throw GraphFailure.notFound("Attendance report not found.") }
    return row
  }

  static func document(
    _ db: Database, _ id: String, of meeting: String, tenantID: String, withRecords: Bool
  ) throws -> Document {
    let row = try row(db, id, of: meeting)
    let people =
      withRecords ? try records(of: id).page(db, after: nil, size: 1000).rows : []
    return report(row, records: people.map { record($0, tenantID: tenantID) })
  }

  static func report(_ row: Row, records: [Document] = []) -> Document {
    [
      "id": .text(row["id"]), "totalParticipantCount": .number(row["people"] as Int),
      "meetingStartDateTime": time(row["startsAt"]), "meetingEndDateTime": time(row["endsAt"]),
      "attendanceRecords": .array(records),
    ]
  }

  static func record(_ row: Row, tenantID: String) -> Document {
    let joined: Int = row["joinedAt"]
    let left: Int = row["leftAt"]
    let seconds = (left - joined) / 1000
    return [
      "id": .text(row["person"]),
      "emailAddress": .text(row["mail"] ?? row["upn"]),
      "totalAttendanceInSeconds": .number(seconds),
      "role": .text(row["role"]),
      "identity": [
        "id": .text(row["person"]), "displayName": .text(row["displayName"]),
        "tenantId": .string(tenantID),
      ],
      "attendanceIntervals": [
        [
          "joinDateTime": time(joined), "leaveDateTime": time(left),
          "durationInSeconds": .number(seconds),
        ]
      ],
    ]
  }

  private static func time(_ milliseconds: Int) -> Document {
    .string(Instant(milliseconds: milliseconds).text)
  }
}
