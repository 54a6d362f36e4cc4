import GRDB

extension Team {
  static let listing = Listing(
    columns: "teams.*", tables: "teams", condition: "isTeam",
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
      "specialization": nil, "visibility": .text((row["visibility"] as String).lowercased()),
      "webUrl": nil, "isArchived": .bool(row["isArchived"]), "tenantId": .string(tenantID),
      "isMembershipLimitedToOwners": nil, "memberSettings": nil, "guestSettings": nil,
      "messagingSettings": nil, "funSettings": nil, "discoverySettings": nil, "summary": nil,
    ]
  }

  /// The whole team.
  static func document(_ row: Row, general: String, summary: Document, tenantID: String) -> Document
  {
    let id: String = row["id"]
    let link =
      "https://teams.microsoft.com/l/team/\(general.percentEncoded)/conversations"
      + "?groupId=\(id)&tenantId=\(tenantID)"
    return [
      "id": .string(id),
      "createdDateTime": .string(Instant(milliseconds: row["createdAt"]).text),
      "displayName": .text(row["displayName"]), "description": .text(row["description"]),
      "internalId": .string(general), "classification": nil, "specialization": "none",
      "visibility": .text((row["visibility"] as String).lowercased()), "webUrl": .string(link),
      "isArchived": .bool(row["isArchived"]), "tenantId": .string(tenantID),
      "isMembershipLimitedToOwners": false,
      "memberSettings": [
        "allowCreateUpdateChannels": true, "allowCreatePrivateChannels": true,
        "allowDeleteChannels": true, "allowAddRemoveApps": true,
        "allowCreateUpdateRemoveTabs": true, "allowCreateUpdateRemoveConnectors": true,
      ],
      "guestSettings": ["allowCreateUpdateChannels": false, "allowDeleteChannels": false],
      "messagingSettings": [
        "allowUserEditMessages": true, "allowUserDeleteMessages": true,
        "allowOwnerDeleteMessages": true, "allowTeamMentions": true, "allowChannelMentions": true,
      ],
      "funSettings": [
        "allowGiphy": true, "giphyContentRating": "moderate", "allowStickersAndMemes": true,
        "allowCustomMemes": true,
      ],
      "discoverySettings": ["showInTeamsSearchAndSuggestions": true],
      "summary": summary,
    ]
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
