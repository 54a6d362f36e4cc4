import Foundation
import GRDB

/// A channel of a team.
struct Channel: Sendable {
  /// Who sees a channel.
  enum Kind: String, Sendable {
    case standard, `private`, shared
  }

  let id: String
  let team: String
  let displayName: String
  let kind: Kind
  let isGeneral: Bool
  let isArchived: Bool

  init(_ row: Row) {
    id = row["id"]
    team = row["team"]
    displayName = row["displayName"]
    kind = Kind(rawValue: row["membershipType"]) ?? .standard
    isGeneral = row["isGeneral"]
    isArchived = row["isArchived"]
  }

  /// Where its members are kept: a standard channel has those of its team.
  var roster: String { kind == .standard ? team : id }
}

extension Channel {
  /// The channel's row; refuses what has not the form of an id, and what the caller may not see.
  static func row(
    _ db: Database, _ id: String, in team: String, for caller: Caller
  ) throws -> Row {
    guard id.hasPrefix("19:"), id.hasSuffix("@thread.tacv2") || id.hasSuffix("@thread.skype")
    else {
      throw GraphFailure.badRequest(
        "Channel id is not in a valid format: \(id)", code: "InvalidRequest")
    }
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM channels WHERE id = ? AND team = ? AND deletedAt IS NULL",
      arguments: [id, team.lowercased()])
    guard let row else { throw GraphFailure.unknownThread }
    let channel = Channel(row)
    if channel.kind != .standard, !caller.seesEveryTeam, let person = caller.personID {
      let isOwner = try Membership.role(db, of: person, in: channel.team) == .owner
      let role = try Membership.role(db, of: person, in: channel.id)
      guard isOwner || role != nil else { throw GraphFailure.unknownThread }
    }
    return row
  }

  static func find(
    _ db: Database, _ id: String, in team: String, for caller: Caller
  ) throws -> Channel {
    Channel(try row(db, id, in: team, for: caller))
  }

  /// The channels of a team that the caller may see.
  static func listing(of team: String, for caller: Caller, isOwner: Bool) -> Listing {
    let all = Listing(
      columns: "channels.*", tables: "channels", condition: "team = ? AND deletedAt IS NULL",
      arguments: [team.databaseValue],
      properties: [
        "id": .init("id", .text), "displayName": .init("displayNameKey", .folded),
        "membershipType": .init("membershipType", .text),
        "description": .init("description", .text),
        "createdDateTime": .init("createdAt", .instant),
      ],
      order: [Listing.Term("seq")])
    guard !caller.seesEveryTeam, !isOwner, let person = caller.personID else { return all }
    return all.filtered(
      """
      membershipType = 'standard'
      OR EXISTS (SELECT 1 FROM members WHERE place = channels.id AND person = ?)
      """,
      [person.databaseValue])
  }

  static func general(_ db: Database, of team: String) throws -> Row {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM channels WHERE team = ? AND isGeneral", arguments: [team])
    guard let row else { throw GraphFailure.unknownThread }
    return row
  }

  /// A new id in the form of those that channels have.
  static func newID() -> String {
    "19:\(UUID().uuidString.lowercased().replacing("-", with: ""))@thread.tacv2"
  }

  /// Refuses one channel more than a team may have, deleted ones among them.
  static func requireRoom(_ db: Database, for kind: Kind, in team: String) throws {
    let count = try Int.fetchOne(
      db, sql: "SELECT COUNT(*) FROM channels WHERE team = ? AND (? OR membershipType = 'private')",
      arguments: [team, kind != .private])
    guard (count ?? 0) < (kind == .private ? mostPrivate : most) else {
      throw GraphFailure.forbidden("This team has exceeded the Max allowed channels")
    }
  }

  private static let most = 1000
  private static let mostPrivate = 30

  /// Refuses a name that the team has already; deleted channels keep theirs.
  static func requireFreeName(
    _ db: Database, _ name: String, in team: String, except id: String = ""
  ) throws {
    let isTaken = try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM channels WHERE team = ? AND displayNameKey = ? AND id <> ?)
        """,
      arguments: [team, name.lowercased(), id])
    guard isTaken == false else {
      throw GraphFailure.badRequest("Channel name already existed, please use other name")
    }
  }

  /// Adds a channel with its unique row.
  static func insert(
    _ db: Database, id: String, team: String, name: String, description: String?, kind: Kind,
    isGeneral: Bool = false, createdAt: Instant
  ) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO channels (id, team, displayName, displayNameKey, description, membershipType,
          isGeneral, createdAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      id, team, name, name.lowercased(), description, kind.rawValue, isGeneral,
      createdAt.milliseconds,
    ])
  }
}
