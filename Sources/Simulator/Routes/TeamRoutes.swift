import GRDB
import HTTPTypes

/// Teams, whose they are, and what happens to them in the background.
enum TeamRoutes {
  static let all = [
    Route(.get, "/teams", .listTeams, query: listQuery) { call in
      try await call.collection(Team.listing, shape: "teams") { _, row in Team.summary(row) }
    },
    Route(.get, "/teams/{team}", .readTeam, query: .entity) { call in
      let document = try await call.tenant.read { db in
        try Team.printed(db, call["team"], for: call.caller, call)
      }
      return call.entity(document, shape: "teams")
    },
    Route(.get, "/me/joinedTeams", .listMyTeams) { call in
      try await joined(by: try call.me, call)
    },
    Route(.get, "/users/{user}/joinedTeams", .listTeamsOfUser) { call in
      let person = try await call.tenant.read { db in try Person.find(db, call["user"]) }
      guard let person else { throw GraphFailure.unknownDirectoryObject(call["user"]) }
      return try await joined(by: person.id, call)
    },
    Route(.get, "/me/teamwork/associatedTeams", .listAssociatedTeams) { call in
      try await associated(with: try call.me, call)
    },
    Route(.get, "/users/{user}/teamwork/associatedTeams", .listAssociatedTeams) { call in
      let person = try await call.tenant.read { db in try Person.find(db, call["user"]) }
      guard let person else { throw GraphFailure.unknownDirectoryObject(call["user"]) }
      return try await associated(with: person.id, call)
    },
    Route(.get, "/teams/{team}/primaryChannel", .readPrimaryChannel, query: .entity) { call in
      let document = try await call.tenant.read { db in
        let team = try Team.find(db, call["team"], for: call.caller)
        return Channel.document(
          try Channel.general(db, of: team.id), tenantID: call.tenant.profile.id,
          knowsNewMembers: call.knowsNewMembers)
      }
      return call.entity(document, shape: "teams('\(call["team"])')/primaryChannel")
    },
    Route(.get, "/teams/{team}/operations/{operation}", .readTeam) { call in
      let document = try await call.tenant.read { db in
        // An operation is there before the team that it makes.
        let team = call["team"].lowercased()
        try Membership.requireMember(db, of: team, call.caller)
        return try Operation.find(db, call["operation"], of: team, call)
      }
      return call.entity(document, shape: "teams('\(call["team"])')/operations")
    },
  ]

  private static let listQuery = QueryRules.collection(
    [.filter, .select, .top, .count], standard: 100, most: 999)

  /// The teams that a person is in, and those that host a shared channel that the person is in.
  private static func associated(with person: String, _ call: Call) async throws -> Answer {
    let listing = Listing(
      columns: "teams.*", tables: "teams",
      condition: """
        id IN (
          SELECT place FROM members WHERE person = ? UNION
          SELECT channels.team FROM channels JOIN members ON members.place = channels.id
          WHERE members.person = ? AND channels.membershipType = 'shared'
            AND channels.deletedAt IS NULL)
        AND \(Team.answers)
        """,
      arguments: [person.databaseValue, person.databaseValue],
      order: [Listing.Term("teams.seq")])
    let tenantID = call.tenant.profile.id
    return try await call.collection(
      listing, shape: "users('\(person)')/teamwork/associatedTeams"
    ) { _, row in
      [
        "@odata.type": "#microsoft.graph.associatedTeamInfo", "id": .text(row["id"]),
        "displayName": .text(row["displayName"]), "tenantId": .string(tenantID),
      ]
    }
  }

  private static func joined(by person: String, _ call: Call) async throws -> Answer {
    let listing = Listing(
      columns: "teams.*", tables: "teams JOIN members ON members.place = teams.id",
      condition: "members.person = ? AND \(Team.answers)", arguments: [person.databaseValue],
      order: [Listing.Term("teams.seq")])
    return try await call.collection(listing, shape: "teams") { _, row in
      Team.joined(row, tenantID: call.tenant.profile.id)
    }
  }
}
