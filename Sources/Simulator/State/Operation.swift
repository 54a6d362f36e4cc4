import Foundation
import GRDB

/// Work on a team that a client may watch: it goes on until a moment that is known from the start.
enum Operation {
  /// The kinds of work, by Graph's names.
  enum Kind: String, Sendable {
    case cloneTeam, archiveTeam, unarchiveTeam, createTeam, createChannel, archiveChannel,
      unarchiveChannel
  }

  /// Notes an operation and answers where it can be watched.
  static func note(
    _ db: Database, team: String, kind: Kind, target: String, location: String, at now: Instant,
    until end: Instant
  ) throws -> String {
    let id = UUID().uuidString.lowercased()
    try db.execute(
      sql: """
        INSERT INTO operations (id, team, kind, target, location, createdAt, endsAt)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [id, team, kind.rawValue, target, location, now.milliseconds, end.milliseconds])
    return "/teams('\(team)')/operations('\(id)')"
  }

  static func find(_ db: Database, _ id: String, of team: String, _ call: Call) throws -> Document {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM operations WHERE id = ? AND team = ?",
      arguments: [id.lowercased(), team])
    guard let row else { throw GraphFailure.notFound("Operation not found.") }
    let created = Instant(milliseconds: row["createdAt"])
    let end = Instant(milliseconds: max(row["createdAt"], row["endsAt"]))
    let (status, latest) = progress(from: created, to: end, at: call.tenant.now)
    return [
      "id": .text(row["id"]),
      "operationType": call.printed(row["kind"], of: .teamsAsyncOperationType),
      "createdDateTime": .string(created.text), "status": .string(status),
      "lastActionDateTime": .string(latest.text),
      "attemptsCount": status == "notStarted" ? 0 : 1,
      "targetResourceId": .text(row["target"]),
      "targetResourceLocation": .text(row["location"]), "error": nil,
    ]
  }

  /// How far the work has come: it waits for a third of its time.
  private static func progress(
    from start: Instant, to end: Instant, at now: Instant
  ) -> (status: String, latest: Instant) {
    if now >= end { return ("succeeded", end) }
    let begin = Instant(
      milliseconds: start.milliseconds + (end.milliseconds - start.milliseconds) / 3)
    return now >= begin ? ("inProgress", begin) : ("notStarted", start)
  }
}
