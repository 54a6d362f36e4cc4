import GRDB
import TestSupport

@testable import Simulator

/// A small company in a file, in which each trial finds a team, a group or a chat of its own.
struct Grounds: Sendable {
  let file: String
  /// Somebody who is in every team, beside the administrator.
  let member: String
  /// Two people who are in none.
  let stranger: String
  let other: String

  /// The id of the administrator's message that every General begins with.
  static let message = 1_700_000_000_000

  /// - Parameters:
  ///   - home: Where the file goes.
  ///   - kinds: For each place what it is.
  /// - Returns: The company, and the ids of the places.
  /// - Throws: What the database says.
  static func lay(
    in home: TemporaryHome, _ kinds: [TriedWrite.Ground]
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
      let places = try kinds.enumerated().map { number, kind in
        if kind == .chat { return try chat(db, number, owner, time.now) }
        let draft = try TeamDraft(["mailNickname": .string("place\(number)")])
        let id = try Team.insertGroup(db, draft, name: "Place \(number)", time)
        try Membership.add(db, owner, to: id, as: .owner)
        try Membership.add(db, people[0], to: id, as: .member)
        if kind == .team {
          try equip(db, id, time)
          try write(db, as: owner, in: id)
        }
        return id
      }
      let grounds = Grounds(file: file, member: people[0], stranger: people[1], other: people[2])
      return (grounds, places)
    }
  }

  /// Makes a team of the group, with a channel beside the general one, and an app.
  private static func equip(_ db: Database, _ id: String, _ time: Settling) throws {
    try Team.equip(db, group: id, [:], time)
    try Channel.insert(
      db, id: Channel.newID(), team: id, name: "Ideas", description: nil, kind: .standard,
      createdAt: time.now)
    try TeamsApp.install(db, named: "SharePoint", in: id)
  }

  private static func chat(
    _ db: Database, _ number: Int, _ owner: String, _ now: Instant
  ) throws -> String {
    let chat = Chat(
      id: "19:place\(number)@thread.v2", topic: "Place \(number)", kind: .group, createdAt: now)
    try chat.insert(db)
    try Membership.add(db, owner, to: chat.id, as: .owner)
    return chat.id
  }

  /// Puts a message into a team's General.
  private static func write(_ db: Database, as owner: String, in team: String) throws {
    guard let person = try Person.find(db, owner),
      let channel = try String.fetchOne(
        db, sql: "SELECT id FROM channels WHERE team = ? AND isGeneral", arguments: [team])
    else { throw TooSmall() }
    let draft = try MessageDraft(["body": ["content": "Hello"]])
    try Message(draft, place: channel, id: message, author: person).insert(db)
  }

  /// There are not enough people.
  struct TooSmall: Error {}
}
