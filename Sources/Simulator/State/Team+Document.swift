import GRDB

extension Team {
  static let listing = Listing(
    columns: "teams.*", tables: "teams", condition: answers,
    properties: [
      "id": .init("id", .folded), "displayName": .init("displayNameKey", .folded),
      "description": .init("description", .text), "visibility": .init("visibility", .text),
      "createdDateTime": .init("createdAt", .instant),
    ],
    order: [Listing.Term("seq")])

  /// What lists of all teams print.
  static func summary(_ row: Row) -> Document {
    [
      "id": .text(row["id"]), "displayName": .text(row["displayName"]),
      "description": .text(row["description"]),
    ]
  }

  /// What the list of a person's teams prints: every field, most of them empty.
  static func joined(_ row: Row, tenantID: String) -> Document {
    [
      "id": .text(row["id"]), "createdDateTime": nil, "displayName": .text(row["displayName"]),
      "description": .text(row["description"]), "internalId": nil, "classification": nil,
      "specialization": nil, "visibility": visibility(row),
      "webUrl": nil, "isArchived": .bool(row["isArchived"]), "tenantId": .string(tenantID),
      "isMembershipLimitedToOwners": nil, "memberSettings": nil, "guestSettings": nil,
      "messagingSettings": nil, "funSettings": nil, "discoverySettings": nil, "summary": nil,
    ]
  }

  /// The whole team.
  static func document(
    _ row: Row, general: String, summary: Document, tenantID: String
  ) throws -> Document {
    let id: String = row["id"]
    let settings = try TeamSettings.read(row["settings"])
    let link =
      "https://teams.microsoft.com/l/team/\(general.percentEncoded)/conversations"
      + "?groupId=\(id)&tenantId=\(tenantID)"
    let document: Document = [
      "id": .string(id),
      "createdDateTime": .string(Instant(milliseconds: row["createdAt"]).text),
      "displayName": .text(row["displayName"]), "description": .text(row["description"]),
      "internalId": .string(general), "classification": nil, "specialization": "none",
      "visibility": visibility(row), "webUrl": .string(link),
      "isArchived": .bool(row["isArchived"]), "tenantId": .string(tenantID),
      "isMembershipLimitedToOwners": false,
    ]
    return document.followed(by: settings)
      .followed(by: ["summary": summary])
  }

  /// The team as one answer prints it, when the caller may see it.
  static func printed(
    _ db: Database, _ id: String, for caller: Caller, _ call: Call
  ) throws -> Document {
    let team = try find(db, id, for: caller)
    return try printed(db, row: row(db, team.id), call)
  }

  static func printed(_ db: Database, row: Row, _ call: Call) throws -> Document {
    let id: String = row["id"]
    return try document(
      row, general: try Channel.general(db, of: id)["id"], summary: try headcount(db, id),
      tenantID: call.tenant.profile.id)
  }

  /// The stored word with a small first letter, as Teams writes it.
  private static func visibility(_ row: Row) -> Document {
    let stored: String = row["visibility"]
    return .string(stored.prefix(1).lowercased() + stored.dropFirst())
  }

  /// How many owners, members and guests a team has.
  static func headcount(_ db: Database, _ id: String) throws -> Document {
    let rows = try Row.fetchAll(
      db, sql: "SELECT role, COUNT(*) AS number FROM members WHERE place = ? GROUP BY role",
      arguments: [id])
    let numbers = Dictionary(
      rows.map { (row: Row) -> (String, Int) in (row["role"], row["number"]) },
      uniquingKeysWith: +)
    return [
      "ownersCount": .number(numbers["owner"] ?? 0),
      "membersCount": .number(numbers["member"] ?? 0),
      "guestsCount": .number(numbers["guest"] ?? 0),
    ]
  }
}

extension String {
  /// The text as one path segment: everything but letters, digits and `-._~` is encoded.
  var percentEncoded: String {
    var output = ""
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        output.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        output += "%" + (hex.count == 1 ? "0" : "") + hex
      }
    }
    return output
  }
}
