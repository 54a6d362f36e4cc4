import GRDB
import HTTPTypes

/// The members of teams.
enum TeamMemberRoutes {
  static let all = [
    Route(.get, "/teams/{team}/members", .listTeamMembers, query: listQuery) { call in
      let team = try await call.tenant.read { db in
        try Team.find(db, call["team"], for: call.caller).id
      }
      return try await call.collection(
        Membership.listing(of: team), shape: "teams('\(team)')/members"
      ) { _, row in Membership.teamMember(row, tenantID: call.tenant.profile.id) }
    },
    Route(.post, "/teams/{team}/members", .addTeamMember) { call in
      let request = try call.object()
      let document = try await call.tenant.write { db in
        let team = try changeable(db, call)
        let person = try add(db, request, to: team)
        return Membership.teamMember(
          try Membership.row(db, of: person.id, in: team.id), tenantID: call.tenant.profile.id)
      }
      let front: Document.Fields = [
        "@odata.context": call.context("teams('\(call["team"])')/members/$entity")
      ]
      return .created(document.preceded(by: front))
    },
    Route(.get, "/teams/{team}/members/{member}", .readTeamMember) { call in
      let document = try await call.tenant.read { db in
        let team = try Team.find(db, call["team"], for: call.caller)
        return Membership.teamMember(
          try Membership.row(db, call["member"], in: team.id), tenantID: call.tenant.profile.id)
      }
      return call.entity(document, shape: "teams('\(call["team"])')/members")
    },
    Route(.patch, "/teams/{team}/members/{member}", .updateTeamMember) { call in
      let roles = try call.object()["roles"]
      let document = try await call.tenant.write { db in
        let team = try changeable(db, call)
        let row = try Membership.row(db, call["member"], in: team.id)
        try Membership.change(db, row, to: roles)
        return Membership.teamMember(
          try Membership.row(db, call["member"], in: team.id), tenantID: call.tenant.profile.id)
      }
      return call.entity(document, shape: "teams('\(call["team"])')/members")
    },
    Route(.delete, "/teams/{team}/members/{member}", .removeTeamMember) { call in
      try await call.tenant.write { db in
        let team = try Team.active(db, call["team"], for: call.caller)
        let row = try Membership.row(db, call["member"], in: team.id)
        if row["person"] != call.caller.personID {
          try Membership.requireOwner(db, of: team.id, call.caller)
        }
        try remove(db, row, from: team)
      }
      return .noContent
    },
  ]

  private static let listQuery = QueryRules.collection(
    [.filter, .select, .top], standard: 100, most: 999)

  static func changeable(_ db: Database, _ call: Call) throws -> Team {
    let team = try Team.active(db, call["team"], for: call.caller)
    try Membership.requireOwner(db, of: team.id, call.caller)
    return team
  }

  static func add(_ db: Database, _ request: Document, to team: Team) throws -> Person {
    let person = try Person.bound(db, in: request)
    let role = try Membership.Role(requested: request["roles"], for: person)
    guard try Membership.add(db, person.id, to: team.id, as: role) else {
      throw GraphFailure.conflict("User '\(person.id)' is already a member of the team.")
    }
    return person
  }

  /// Takes a member out of the team and of its channels.
  static func remove(_ db: Database, _ row: Row, from team: Team) throws {
    let person: String = row["person"]
    try Membership.remove(db, row)
    try db.execute(
      sql: """
        DELETE FROM members WHERE person = ? AND place IN (SELECT id FROM channels WHERE team = ?)
        """,
      arguments: [person, team.id])
  }
}
