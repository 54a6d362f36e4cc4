import GRDB

/// A Microsoft 365 group, and the team that most of them have.
struct Team: Sendable {
  let id: String
  let displayName: String
  let isArchived: Bool

  init(_ row: Row) {
    id = row["id"]
    displayName = row["displayName"]
    isArchived = row["isArchived"]
  }
}

extension Team {
  /// What holds for teams that are there: made a while ago, and not deleted.
  static let answers = "isTeam AND deletedAt IS NULL AND teamAnswersAt <= clock()"

  /// The team's row; refuses what is not an id, and ids of no team.
  static func row(_ db: Database, _ id: String) throws -> Row {
    guard id.isGUID else { throw GraphFailure.badRequest("teamId needs to be a valid GUID.") }
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM teams WHERE id = ? AND \(answers)", arguments: [id.lowercased()])
    guard let row else { throw GraphFailure.unknownTeam(id) }
    return row
  }

  /// The team, when the caller may see into it.
  static func find(_ db: Database, _ id: String, for caller: Caller) throws -> Team {
    let team = Team(try row(db, id))
    try Membership.requireMember(db, of: team.id, caller)
    return team
  }

  /// The team, when it can be changed.
  static func active(_ db: Database, _ id: String, for caller: Caller) throws -> Team {
    let team = try find(db, id, for: caller)
    guard !team.isArchived else { throw GraphFailure.archivedTeam }
    return team
  }
}

extension String {
  /// Whether this has the form of a GUID.
  var isGUID: Bool {
    let lengths = split(separator: "-", omittingEmptySubsequences: false).map(\.count)
    return lengths == [8, 4, 4, 4, 12] && allSatisfy { $0 == "-" || ($0.isHexDigit && $0.isASCII) }
  }
}
