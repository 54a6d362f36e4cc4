package import Foundation
import GRDB

extension IncidentStore {
  /// Writes a note to an incident.
  ///
  /// - Parameters:
  ///   - text: What it says.
  ///   - number: The incident.
  ///   - author: Who wrote it.
  ///   - mail: Their mail address.
  ///   - source: The key of the activity that it came with; `nil` for one that was written here.
  ///   - time: When.
  /// - Returns: The note; `nil` where one from the same source is there already, or no such incident is.
  /// - Throws: ``RecordsError``.
  package func add(
    _ text: String, to number: Int64, by author: String, mail: String? = nil,
    source: String? = nil, at time: Date
  ) throws(RecordsError) -> Incident.Note? {
    try file.write { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          INSERT INTO note (incident, author, mail, text, isFromTeams, source, createdAt)
          SELECT number, ?2, ?3, ?4, ?5, ?6, ?7 FROM incident WHERE number = ?1
          ON CONFLICT (source) DO NOTHING RETURNING *
          """,
        arguments: [
          number, author, mail, text, source != nil, source, time.timeIntervalSince1970,
        ])
      return row.map(Incident.Note.init)
    }
  }

  /// The notes of an incident, oldest first.
  package func notes(of number: Int64) throws(RecordsError) -> [Incident.Note] {
    try file.read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM note WHERE incident = ? ORDER BY number", arguments: [number]
      ).map(Incident.Note.init)
    }
  }
}

extension Incident.Note {
  fileprivate init(_ row: Row) {
    self.init(
      number: row["number"], incident: row["incident"], author: row["author"], mail: row["mail"],
      text: row["text"], isFromTeams: row["isFromTeams"],
      createdAt: Date(timeIntervalSince1970: row["createdAt"]))
  }
}
