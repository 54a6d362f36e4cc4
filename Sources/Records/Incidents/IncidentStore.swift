import Documents
package import Foundation
import GRDB

/// The incidents, the questions that were asked, and what happened to both, in one file of the data folder.
///
/// Prompts and the bot's endpoint share it. What comes from an activity is kept with the activity's key, so
/// that handling it a second time changes nothing.
package struct IncidentStore: Sendable {
  let file: RecordsFile
  package var path: String { file.path }

  /// Opens the store, and makes it where it is missing.
  ///
  /// - Throws: ``RecordsError`` where no file can be made or read.
  package static func open(at path: String) throws(RecordsError) -> IncidentStore {
    IncidentStore(file: try RecordsFile.open(at: path, steps: IncidentSchema.steps))
  }

  /// The revision of now; a different one from before means that it pays to read.
  package func revision() throws(RecordsError) -> Revision { try file.revision() }
}

extension IncidentStore {
  /// Opens an incident.
  ///
  /// - Returns: The incident, and whether it is new: one from the same source is not opened again.
  package func create(
    _ draft: Incident.Draft, at time: Date
  ) throws(RecordsError) -> (incident: Incident, isNew: Bool) {
    try file.write { db in
      if let source = draft.source,
        let known = try Row.fetchOne(
          db, sql: "SELECT * FROM incident WHERE source = ?", arguments: [source])
      {
        return (Incident(known), false)
      }
      let row = try Row.fetchOne(
        db,
        sql: """
          INSERT INTO incident (name, type, severity, owner, labels, details, reporter, raw, source,
            createdAt, updatedAt)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *
          """,
        arguments: [
          draft.name, draft.type, draft.severity.rawValue, draft.owner,
          JSON.texts(draft.labels), draft.details, draft.reporter, draft.raw?.text(), draft.source,
          time.timeIntervalSince1970, time.timeIntervalSince1970,
        ])
      guard let row else { throw RecordsError(code: .failed, path: path) }
      return (Incident(row), true)
    }
  }

  /// The incident of a number.
  package func incident(_ number: Int64) throws(RecordsError) -> Incident? {
    try file.read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM incident WHERE number = ?", arguments: [number])
        .map(Incident.init)
    }
  }

  /// Incidents, the newest first.
  ///
  /// - Parameters:
  ///   - areClosed: Closed ones or open ones only; `nil` for both.
  ///   - owners: Only those of one of these, in any case of letters; `nil` for everybody's.
  ///   - limit: The most that are given.
  ///   - offset: How many are passed over first.
  /// - Returns: The incidents.
  /// - Throws: ``RecordsError``.
  package func incidents(
    areClosed: Bool? = nil, owners: [String]? = nil, limit: Int? = nil, offset: Int = 0
  ) throws(RecordsError) -> [Incident] {
    let wanted = owners.map { JSON.texts($0) }
    return try file.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM incident
          WHERE (?1 IS NULL OR (closedAt IS NOT NULL) = ?1)
            AND (?2 IS NULL OR owner COLLATE NOCASE IN (SELECT value FROM json_each(?2)))
          ORDER BY number DESC LIMIT ?3 OFFSET ?4
          """, arguments: [areClosed, wanted, limit ?? -1, offset]
      ).map(Incident.init)
    }
  }

  /// How many incidents there are; as for a list of them.
  package func count(areClosed: Bool? = nil, owners: [String]? = nil) throws(RecordsError) -> Int {
    let wanted = owners.map { JSON.texts($0) }
    return try file.read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT COUNT(*) FROM incident
          WHERE (?1 IS NULL OR (closedAt IS NOT NULL) = ?1)
            AND (?2 IS NULL OR owner COLLATE NOCASE IN (SELECT value FROM json_each(?2)))
          """, arguments: [areClosed, wanted]) ?? 0
    }
  }

  /// Changes an incident as one step; `nil` where there is none of the number.
  package func update(
    _ number: Int64, at time: Date, _ change: (inout Incident) -> Void
  ) throws(RecordsError) -> Incident? {
    try file.write { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM incident WHERE number = ?", arguments: [number])
      guard let row else { return nil }
      var incident = Incident(row)
      change(&incident)
      incident.updatedAt = time
      try db.execute(
        sql: """
          UPDATE incident SET name = ?, type = ?, severity = ?, owner = ?, labels = ?, details = ?,
            updatedAt = ?, closedAt = ?, closeReason = ?
          WHERE number = ?
          """,
        arguments: [
          incident.name, incident.type, incident.severity.rawValue, incident.owner,
          JSON.texts(incident.labels), incident.details, time.timeIntervalSince1970,
          incident.closedAt?.timeIntervalSince1970, incident.closeReason, number,
        ])
      return incident
    }
  }
}

extension Incident {
  init(_ row: Row) {
    let text: String? = row["raw"]
    self.init(
      number: row["number"], name: row["name"], type: row["type"],
      severity: Severity(rawValue: row["severity"]) ?? .unknown, owner: row["owner"],
      labels: JSON.texts(in: row["labels"]), details: row["details"], reporter: row["reporter"],
      raw: text.flatMap { try? JSON(parsing: $0) },
      createdAt: Date(timeIntervalSince1970: row["createdAt"]),
      updatedAt: Date(timeIntervalSince1970: row["updatedAt"]),
      closedAt: (row["closedAt"] as Double?).map(Date.init(timeIntervalSince1970:)),
      closeReason: row["closeReason"])
  }
}

extension JSON {
  /// Texts as a column holds several of them.
  static func texts(_ texts: [String]) -> String { JSON.array(texts.map(JSON.string)).text() }

  static func texts(in column: String) -> [String] {
    (try? JSON(parsing: column))?.array?.compactMap(\.string) ?? []
  }
}
