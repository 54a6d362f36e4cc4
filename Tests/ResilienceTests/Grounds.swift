import GRDB
import TestSupport

@testable import Simulator

/// A small company in a file, in which each trial finds a team, a group or a chat of its own.
struct Grounds: Sendable {
  let file: String
  /// Somebody who is in every team, beside the administrator.
  let member: String
  /// Somebody else who is in every team, and in no private channel.
  let colleague: String
  /// Two people who are in none.
  let stranger: String
  let other: String
  /// Everybody who is in none, and whom the administrator never wrote to.
  let strangers: [String]

  /// The id of the administrator's message that every General and every chat begins with.
  static let message = 1_700_000_000_000
  /// The id of the one that is pinned in every chat.
  static let pinned = message + 1
  /// The id of the one that the administrator likes, in every General.
  static let liked = message + 2
  /// The id of one that the administrator deleted, in every General.
  static let deleted = message + 3

  /// - Parameters:
  ///   - home: Where the file goes.
  ///   - kinds: For each place what it is.
  ///   - people: How many people there are.
  /// - Returns: The company, and the ids of the places.
  /// - Throws: What the database says.
  static func lay(
    in home: TemporaryHome, _ kinds: [TriedWrite.Ground], people: Int = 12
  ) async throws -> (Grounds, [String]) {
    let file = home.file("company.sqlite")
    let server = try await TenantServer(
      TenantConfiguration(dataFile: file, people: people, teams: 0, messages: 0))
    let time = server.tenant.settling
    let administrator = server.tenant.profile.administrator
    return try await server.tenant.write { db in
      let owner = try Person.find(db, administrator)?.id ?? ""
      let people = try String.fetchAll(
        db,
        sql: "SELECT id FROM people WHERE userType = 'Member' AND isEnabled AND id <> ?",
        arguments: [owner])
      guard people.count >= 4 else { throw TooSmall() }
      let places = try kinds.enumerated().map { number, kind in
        if kind == .chat { return try chat(db, number, [owner, people[0]], time.now) }
        let draft = try TeamDraft(["mailNickname": .string("place\(number)")])
        let id = try Team.insertGroup(db, draft, name: "Place \(number)", time)
        try Membership.add(db, owner, to: id, as: .owner)
        try Membership.add(db, people[0], to: id, as: .member)
        if kind == .team {
          try Membership.add(db, people[3], to: id, as: .member)
          try equip(db, id, time, for: [owner, people[0]])
          let general = try general(db, of: id)
          try write(db, as: owner, into: general, id: message)
          try write(db, as: owner, into: general, id: liked) { message, author in
            try message.react(db, with: "👍", author, at: time.now)
          }
          try write(db, as: owner, into: general, id: deleted) { message, _ in
            try db.execute(
              sql: "UPDATE messages SET deletedAt = ? WHERE place = ? AND id = ?",
              arguments: [time.now.milliseconds, message.place, message.id])
          }
        }
        return id
      }
      let grounds = Grounds(
        file: file, member: people[0], colleague: people[3], stranger: people[1], other: people[2],
        strangers: try people.dropFirst().filter {
          try $0 != people[3] && !isWrittenTo(db, $0, by: owner)
        })
      return (grounds, places)
    }
  }

  /// Whether there is a chat of two people.
  private static func isWrittenTo(
    _ db: Database, _ person: String, by owner: String
  ) throws -> Bool {
    let ids = [(person, owner), (owner, person)].map { "19:\($0)_\($1)@unq.gbl.spaces" }
    return try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM chats WHERE id IN (?, ?))",
      arguments: StatementArguments(ids)) == true
  }

  /// Makes a team of the group, with a channel beside the general one, a private one of two people, and an
  /// app.
  private static func equip(
    _ db: Database, _ id: String, _ time: Settling, for insiders: [String]
  ) throws {
    try Team.equip(db, group: id, [:], time)
    try Channel.insert(
      db, id: Channel.newID(), team: id, name: "Ideas", description: nil, kind: .standard,
      createdAt: time.now)
    let board = Channel.newID()
    try Channel.insert(
      db, id: board, team: id, name: "Board", description: nil, kind: .private, createdAt: time.now)
    try Membership.add(db, insiders[0], to: board, as: .owner)
    for insider in insiders.dropFirst() { try Membership.add(db, insider, to: board, as: .member) }
    try TeamsApp.install(db, named: "SharePoint", in: id)
  }

  /// Makes a chat with two messages, of which the second is pinned.
  private static func chat(
    _ db: Database, _ number: Int, _ people: [String], _ now: Instant
  ) throws -> String {
    let chat = Chat(
      id: "19:place\(number)@thread.v2", topic: "Place \(number)", kind: .group, createdAt: now)
    try chat.insert(db)
    for person in people { try Membership.add(db, person, to: chat.id, as: .owner) }
    for id in [message, pinned] { try write(db, as: people[0], into: chat.id, id: id) }
    try db.execute(
      sql: "INSERT INTO pins (chat, message) VALUES (?, ?)", arguments: [chat.id, pinned])
    return chat.id
  }

  private static func general(_ db: Database, of team: String) throws -> String {
    let channel = try String.fetchOne(
      db, sql: "SELECT id FROM channels WHERE team = ? AND isGeneral", arguments: [team])
    guard let channel else { throw TooSmall() }
    return channel
  }

  /// Puts a message into a channel or chat.
  private static func write(
    _ db: Database, as owner: String, into place: String, id: Int,
    then change: (Message, Person) throws -> Void = { _, _ in }
  ) throws {
    guard let person = try Person.find(db, owner) else { throw TooSmall() }
    let draft = try MessageDraft(["body": ["content": "Hello"]])
    let message = Message(draft, place: place, id: id, author: person)
    try message.insert(db)
    try change(message, person)
  }

  /// There are not enough people.
  struct TooSmall: Error {}
}
