import GRDB
import HTTPTypes
import Testing

@testable import Simulator

/// The teams that a person has something to do with.
struct AssociatedTeamTests {
  @Test func `who is in a shared channel is associated with its team, and has not joined it`()
    async throws
  {
    let test = try await TestTenant()
    let places = try await Places(test)
    let stranger = places.stranger
    let shared = try await test.tenant.write { db in
      let found = try String.fetchOne(
        db, sql: "SELECT id FROM channels WHERE team = ? AND membershipType = 'shared'",
        arguments: [places.team])
      let channel = try #require(found)
      try Membership.add(db, stranger, to: channel, as: .member)
      return channel
    }
    func teams(_ path: String) async throws -> [String?] {
      try await test.graph(.get, "/users/\(stranger)/\(path)").values.map { $0["id"]?.string }
    }
    #expect(try await !teams("joinedTeams").contains(places.team))
    #expect(try await teams("teamwork/associatedTeams").contains(places.team))
    let deleted = try await test.graph(.delete, "/teams/\(places.team)/channels/\(shared)")
    #expect(deleted.status == 204)
    #expect(try await !teams("teamwork/associatedTeams").contains(places.team))
    #expect(try await test.graph(.get, "/users/nobody/teamwork/associatedTeams").status == 404)
  }
}
