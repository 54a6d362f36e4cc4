import Crypto
import Foundation
import GRDB

/// A place for files: of a person, of a group, or of a channel with members of its own.
struct Drive: Sendable {
  /// The person, the group or the channel that it belongs to.
  let owner: String
  let ownerName: String
  let isPersonal: Bool
  let createdAt: Instant

  var id: String { "b!" + Data(owner.utf8).base64URLText }

  /// The id of its root, which has no row.
  var rootID: String {
    let digits = SHA256.hash(data: Data(id.utf8)).prefix(16).map {
      String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
    }
    return "01" + digits.joined().uppercased()
  }

  var kind: Document { isPersonal ? "business" : "documentLibrary" }

  /// The address of its root in a browser.
  var webURL: String {
    isPersonal
      ? "https://contoso-my.sharepoint.com/personal/\(owner)/Documents"
      : "https://contoso.sharepoint.com/sites/\(owner.percentEncoded)/Shared%20Documents"
  }
}

extension Drive {
  static func of(_ person: Person, _ row: Row) -> Drive {
    Drive(
      owner: person.id, ownerName: person.displayName, isPersonal: true,
      createdAt: Instant(milliseconds: row["createdAt"]))
  }

  /// The drive of a person, by id or user principal name, when the caller may look into it.
  static func ofPerson(_ db: Database, _ key: String, for caller: Caller) throws -> Drive {
    guard let row = try Person.row(db, key) else { throw GraphFailure.unknownDirectoryObject(key) }
    let person = Person(row)
    guard caller.isApp || caller.personID == person.id else { throw GraphFailure.accessDenied }
    return of(person, row)
  }

  static func ofGroup(_ db: Database, _ id: String, for caller: Caller) throws -> Drive {
    let row = try GroupRoutes.row(db, id)
    let group: String = row["id"]
    try requireMember(db, of: group, caller)
    return Drive(
      owner: group, ownerName: row["displayName"], isPersonal: false,
      createdAt: Instant(milliseconds: row["createdAt"]))
  }

  /// The drive in which a channel keeps its files.
  static func of(_ db: Database, _ channel: Channel, _ row: Row) throws -> Drive {
    let team: Row? = try Row.fetchOne(
      db, sql: "SELECT * FROM teams WHERE id = ?", arguments: [channel.team])
    let name: String = team?["displayName"] ?? channel.displayName
    return Drive(
      owner: channel.roster,
      ownerName: channel.kind == .standard ? name : "\(name)-\(channel.displayName)",
      isPersonal: false,
      createdAt: Instant(milliseconds: (channel.kind == .standard ? team : row)?["createdAt"] ?? 0))
  }

  /// The drive with this id, when the caller may look into it.
  static func find(_ db: Database, _ id: String, for caller: Caller) throws -> Drive {
    guard id.hasPrefix("b!"), let data = Data(base64URLText: id.dropFirst(2)) else {
      throw GraphFailure.badRequest(
        "The provided drive id appears to be malformed, or does not represent a valid drive.",
        code: "invalidRequest")
    }
    let owner = String(decoding: data, as: UTF8.self)
    let drive = try found(db, owner, for: caller)
    guard let drive, drive.id == id else { throw GraphFailure.unknownItem }
    return drive
  }

  private static func found(_ db: Database, _ owner: String, for caller: Caller) throws -> Drive? {
    if let row = try Row.fetchOne(
      db,
      sql: """
        SELECT channels.* FROM channels JOIN teams ON teams.id = channels.team
        WHERE channels.id = ? AND channels.deletedAt IS NULL AND teams.deletedAt IS NULL
        """,
      arguments: [owner])
    {
      try requireMember(db, of: owner, caller)
      return try of(db, Channel(row), row)
    }
    guard owner.isGUID else { return nil }
    if try Person.row(db, owner) != nil { return try ofPerson(db, owner, for: caller) }
    let isGroup = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM teams WHERE id = ? AND deletedAt IS NULL)",
      arguments: [owner])
    return isGroup == true ? try ofGroup(db, owner, for: caller) : nil
  }

  private static func requireMember(_ db: Database, of place: String, _ caller: Caller) throws {
    guard !caller.seesEveryTeam, let person = caller.personID else { return }
    guard try Membership.role(db, of: person, in: place) != nil else {
      throw GraphFailure.accessDenied
    }
  }
}

extension Drive {
  /// How many bytes a drive holds at most.
  static let capacity = 1_099_511_627_776

  func document(_ db: Database) throws -> Document {
    let used = try Int.fetchOne(
      db, sql: "SELECT SUM(size) FROM driveItems WHERE owner = ?", arguments: [owner])
    let identity: Document = ["id": .string(owner), "displayName": .string(ownerName)]
    return [
      "createdDateTime": .string(createdAt.secondsText), "description": "", "id": .string(id),
      "lastModifiedDateTime": .string(createdAt.secondsText),
      "name": isPersonal ? "OneDrive" : "Documents", "webUrl": .string(webURL), "driveType": kind,
      "owner": [(isPersonal ? "user" : "group"): identity],
      "quota": [
        "deleted": 0, "remaining": .number(Self.capacity - (used ?? 0)), "state": "normal",
        "total": .number(Self.capacity), "used": .number(used ?? 0),
      ],
    ]
  }
}
