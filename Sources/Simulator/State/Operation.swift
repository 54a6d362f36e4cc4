import Foundation
import GRDB

/// Work on a team that a client may watch: here it is done as soon as it is asked for.
enum Operation {
  /// Notes an operation and answers where it can be watched.
  static func note(
    _ db: Database, team: String, kind: String, target: String, location: String, at now: Instant
  ) throws -> String {
    let id = UUID().uuidString.lowercased()
    try db.execute(
      sql: "INSERT INTO operations VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [id, team, kind, target, location, now.milliseconds])
    return "/teams('\(team)')/operations('\(id)')"
  }

  static func find(_ db: Database, _ id: String, of team: String) throws -> Document {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM operations WHERE id = ? AND team = ?",
      arguments: [id.lowercased(), team])
    guard let row else { throw GraphFailure.notFound("Operation not found.") }
    let time: Document = .string(Instant(milliseconds: row["createdAt"]).text)
    return [
      "id": .text(row["id"]), "operationType": .text(row["kind"]), "createdDateTime": time,
      "status": "succeeded", "lastActionDateTime": time, "attemptsCount": 1,
      "targetResourceId": .text(row["target"]),
      "targetResourceLocation": .text(row["location"]), "error": nil,
    ]
  }
}
