import GRDB
import TestSupport

@testable import Simulator

/// A small company in a file, in which each trial finds a team or a group of its own.
struct Grounds: Sendable {
  let file: String
  /// Somebody who is in every team, beside the administrator.
  let member: String
  /// Two people who are in none.
  let stranger: String
  let other: String

  /// - Parameters:
  ///   - home: Where the file goes.
  ///   - areTeams: For each place whether it is a team, or a group without one.
  /// - Returns: The company, and the ids of the places.
  /// - Throws: What the database says.
  static func lay(
    in home: TemporaryHome, _ areTeams: [Bool]
  ) async throws -> (Grounds, [String]) {
    let file = home.file("company.sqlite")
    let server = try await TenantServer(
      TenantConfiguration(dataFile: file, people: 8, teams: 0, messages: 0))
    let time = server.tenant.settling
    let administrator = server.tenant.profile.administrator
    return try await server.tenant.write { db in
      let owner = try Person.find(db, administrator)?.id ?? ""
      let people = try String.fetchAll(
        db,
        sql: "SELECT id FROM people WHERE userType = 'Member' AND isEnabled AND id <> ? LIMIT 3",
        arguments: [owner])
      guard people.count == 3 else { throw TooSmall() }
      let places = try areTeams.enumerated().map { number, isTeam in
        let draft = try TeamDraft(["mailNickname": .string("place\(number)")])
        let id = try Team.insertGroup(db, draft, name: "Place \(number)", time)
        try Membership.add(db, owner, to: id, as: .owner)
        try Membership.add(db, people[0], to: id, as: .member)
        if isTeam { try Team.equip(db, group: id, [:], time) }
        return id
      }
      let grounds = Grounds(file: file, member: people[0], stranger: people[1], other: people[2])
      return (grounds, places)
    }
  }

  /// There are not enough people.
  struct TooSmall: Error {}
}
