import GRDB
import HTTPTypes

/// Many members at once: what is refused to one of them does not stop the others.
enum TeamBulkRoutes {
  static let all = [
    Route(.post, "/teams/{team}/members/add", .addTeamMembers) { call in
      try await each(call) { db, request, team in
        try TeamMemberRoutes.add(db, request, to: team)
      }
    },
    Route(.post, "/teams/{team}/members/remove", .removeTeamMembers) { call in
      try await each(call) { db, request, team in
        let person = try Person.bound(db, in: request)
        try TeamMemberRoutes.remove(
          db, try Membership.row(db, of: person.id, in: team.id), from: team)
        return person
      }
    },
  ]

  private static let most = 200

  private static func each(
    _ call: Call, work: @escaping @Sendable (Database, Document, Team) throws -> Person
  ) async throws -> Answer {
    let values = try call.object()["values"]?.array ?? []
    guard !values.isEmpty, values.count <= most else {
      throw GraphFailure.badRequest("The number of members must be between 1 and \(most).")
    }
    let results = try await call.tenant.write { db in
      let team = try TeamMemberRoutes.changeable(db, call)
      return try values.map { try result(of: $0, db, team, work) }
    }
    return .ok([
      "@odata.context": call.context("Collection(microsoft.graph.aadUserConversationMemberResult)"),
      "value": .array(results),
    ])
  }

  /// What the action says about one of its members.
  private static func result(
    of request: Document, _ db: Database, _ team: Team,
    _ work: (Database, Document, Team) throws -> Person
  ) throws -> Document {
    let type: Document = "#microsoft.graph.aadUserConversationMemberResult"
    do {
      let person = try work(db, request, team)
      return ["@odata.type": type, "userId": .string(person.id), "error": nil]
    } catch let failure as GraphFailure {
      return [
        "@odata.type": type, "userId": .text(try? Person.bound(db, in: request).id),
        "error": ["code": .string(failure.code), "message": .string(failure.message)],
      ]
    }
  }
}
