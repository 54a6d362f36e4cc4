import Foundation
import GRDB

/// When something is made, and from when on it answers.
struct Settling: Sendable {
  let now: Instant
  let end: Instant
}

extension Tenant {
  /// The time of work that begins now.
  var settling: Settling {
    let now = now
    return Settling(now: now, end: Instant(milliseconds: now.milliseconds + settle))
  }
}

extension Team {
  /// Adds a group, as yet without a team, and answers its id.
  static func insertGroup(
    _ db: Database, _ draft: TeamDraft, name: String, _ time: Settling
  ) throws -> String {
    let id = UUID().uuidString.lowercased()
    let nickname = try draft.mailNickname ?? freeNickname(db, for: name)
    if draft.mailNickname != nil { try requireFree(db, nickname: nickname) }
    try db.execute(
      sql: """
        INSERT INTO teams (id, displayName, displayNameKey, description, mailNickname, visibility,
          isTeam, createdAt, answersAt) VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?)
        """,
      arguments: [
        id, name, name.lowercased(), draft.description?.string, nickname,
        draft.visibility ?? "Public", time.now.milliseconds, time.end.milliseconds,
      ])
    return id
  }

  /// Gives a group its team, with the channels that the request names.
  static func equip(
    _ db: Database, group id: String, _ request: Document, _ time: Settling
  ) throws {
    let settings = try TeamSettings.changed(TeamSettings.standard, by: request)
    try db.execute(
      sql: "UPDATE teams SET isTeam = 1, teamAnswersAt = ?, settings = ? WHERE id = ?",
      arguments: [
        time.end.milliseconds, settings.map { Document.object($0).jsonText }, id,
      ])
    try addChannel(
      db, to: id, name: request["firstChannelName"]?.string ?? "General", isGeneral: true, time)
    for sent in request["channels"]?.array ?? [] {
      let draft = try ChannelDraft(sent)
      guard let name = draft.name, draft.kind == .standard else {
        throw GraphFailure.badRequest("Invalid channel specified in the 'channels' property.")
      }
      try Channel.requireFreeName(db, name, in: id)
      try addChannel(
        db, to: id, name: name, description: draft.description?.string,
        isFavorite: sent["isFavoriteByDefault"]?.bool, time)
    }
  }

  private static func addChannel(
    _ db: Database, to team: String, name: String, description: String? = nil,
    isFavorite: Bool? = nil, isGeneral: Bool = false, _ time: Settling
  ) throws {
    let id = Channel.newID()
    try Channel.insert(
      db, id: id, team: team, name: name, description: description, kind: .standard,
      isGeneral: isGeneral, createdAt: time.now)
    if let isFavorite {
      try db.execute(
        sql: "UPDATE channels SET isFavorite = ? WHERE id = ?", arguments: [isFavorite, id])
    }
  }

  /// Copies the standard channels of a team, but neither the general one nor what was said.
  static func copyChannels(
    _ db: Database, from source: String, to team: String, _ time: Settling
  ) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT displayName, description, isFavorite FROM channels
        WHERE team = ? AND membershipType = 'standard' AND deletedAt IS NULL AND NOT isGeneral
        """,
      arguments: [source])
    while let row = try rows.next() {
      try addChannel(
        db, to: team, name: row["displayName"], description: row["description"],
        isFavorite: row["isFavorite"], time)
    }
  }

  static func copyMembers(_ db: Database, from source: String, to team: String) throws {
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO members (place, person, role)
        SELECT ?, person, role FROM members WHERE place = ?
        """,
      arguments: [team, source])
  }
}
