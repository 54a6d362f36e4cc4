import Foundation
import GRDB

/// Who belongs to a place: a team, a private or shared channel, or a chat.
enum Membership {
  /// What a member may do; guests keep their own role.
  enum Role: String, Sendable {
    case owner, member, guest

    /// The role that a request's `roles` asks for.
    init(requested roles: Document?, for person: Person) throws(GraphFailure) {
      let names = (roles?.array ?? []).compactMap { $0.string?.lowercased() }
      if let odd = names.first(where: { $0 != "owner" && $0 != "guest" && $0 != "member" }) {
        throw .badRequest("Invalid role specified for member: '\(odd)'.")
      }
      if person.isGuest {
        guard !names.contains("owner") else {
          throw .badRequest("Guest users cannot be owners.")
        }
        self = .guest
      } else {
        self = names.contains("owner") ? .owner : .member
      }
    }
  }

  static func role(_ db: Database, of person: String, in place: String) throws -> Role? {
    try String.fetchOne(
      db, sql: "SELECT role FROM members WHERE place = ? AND person = ?",
      arguments: [place, person]
    ).flatMap(Role.init)
  }

  /// Refuses a person that is neither in the place nor an administrator.
  static func requireMember(_ db: Database, of place: String, _ caller: Caller) throws {
    guard !caller.seesEveryTeam, let person = caller.personID else { return }
    guard try role(db, of: person, in: place) != nil else {
      throw GraphFailure.forbidden("Caller does not have access to '\(place)'.")
    }
  }

  /// Refuses a person that may not manage the place.
  static func requireOwner(_ db: Database, of place: String, _ caller: Caller) throws {
    guard !caller.seesEveryTeam, let person = caller.personID else { return }
    guard try role(db, of: person, in: place) == .owner else {
      throw GraphFailure.forbidden("Caller is not an owner of '\(place)'.")
    }
  }

  /// Adds a member; false when the person was one already.
  @discardableResult
  static func add(
    _ db: Database, _ person: String, to place: String, as role: Role, historyFrom: Instant? = nil
  ) throws -> Bool {
    try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO members (place, person, role, historyFrom) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [place, person, role.rawValue, historyFrom?.milliseconds ?? 0])
    return db.changesCount > 0
  }

  /// From when on a member sees what was said.
  static func historyStart(_ db: Database, of person: String, in place: String) throws -> Int? {
    try Int.fetchOne(
      db, sql: "SELECT historyFrom FROM members WHERE place = ? AND person = ?",
      arguments: [place, person])
  }

  static func set(_ db: Database, _ person: String, in place: String, to role: Role) throws {
    try db.execute(
      sql: "UPDATE members SET role = ? WHERE place = ? AND person = ?",
      arguments: [role.rawValue, place, person])
  }

  static func owners(_ db: Database, of place: String) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT COUNT(*) FROM members WHERE place = ? AND role = 'owner'",
      arguments: [place]) ?? 0
  }

  /// The opaque id of a membership.
  static func id(of person: String, inTeam team: String) -> String {
    Data("\(team)##\(person)".utf8).base64EncodedString()
  }

  static func id(of person: String, inThread thread: String, tenantID: String) -> String {
    Data("0##\(tenantID)##\(thread)##\(person)".utf8).base64EncodedString()
  }

  /// The row of a membership by its opaque id, which must be one of this place.
  static func row(_ db: Database, _ id: String, in place: String) throws -> Row {
    let parts =
      Data(base64Encoded: id)
      .map { String(decoding: $0, as: UTF8.self).components(separatedBy: "##") } ?? []
    if parts.count >= 2, parts[parts.count - 2] == place {
      let row = try Row.fetchOne(
        db, sql: "\(selection) WHERE place = ? AND person = ?", arguments: [place, parts.last])
      if let row { return row }
    }
    throw GraphFailure.unknownMember(id)
  }

  static func row(_ db: Database, of person: String, in place: String) throws -> Row {
    let row = try Row.fetchOne(
      db, sql: "\(selection) WHERE place = ? AND person = ?", arguments: [place, person])
    guard let row else { throw GraphFailure.unknownMember(person) }
    return row
  }

  private static let columns = "members.*, people.displayName, people.mail, people.upn"
  private static let tables = "members JOIN people ON people.id = members.person"
  private static let selection = "SELECT \(columns) FROM \(tables)"

  static func listing(of place: String) -> Listing {
    Listing(
      columns: columns, tables: tables, condition: "place = ?", arguments: [place.databaseValue],
      properties: [
        "userId": .init("members.person", .folded),
        "displayName": .init("people.displayNameKey", .folded),
        "email": .init("people.mailKey", .folded), "roles": .init("members.role", .single),
      ],
      order: [Listing.Term("members.seq")])
  }
}
