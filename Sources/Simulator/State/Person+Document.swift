import GRDB

extension Person {
  /// What Graph prints of a user when the client chooses nothing.
  static let standardProperties = [
    "businessPhones", "displayName", "givenName", "jobTitle", "mail", "mobilePhone",
    "officeLocation", "preferredLanguage", "surname", "userPrincipalName", "id",
  ]

  /// The value of one property of a user; nil for a name that Graph does not know.
  static func property(_ name: String, of row: Row) -> Document? {
    switch name {
    case "businessPhones":
      .strings((row["businessPhone"] as String?).map { [$0] } ?? [])
    case "displayName", "givenName", "jobTitle", "mail", "mobilePhone", "officeLocation",
      "preferredLanguage", "surname", "id", "department", "city", "country", "usageLocation",
      "userType":
      .text(row[name])
    case "userPrincipalName": .text(row["upn"])
    case "accountEnabled": .bool(row["isEnabled"])
    case "createdDateTime": .string(Instant(milliseconds: row["createdAt"]).secondsText)
    case "signInSessionsValidFromDateTime":
      .string(Instant(milliseconds: row["sessionsValidFrom"] ?? row["createdAt"]).secondsText)
    case "mailNickname": .text((row["upn"] as String).split(separator: "@").first.map(String.init))
    case "companyName": "Contoso"
    case "otherMails", "proxyAddresses", "assignedLicenses", "imAddresses": []
    case "externalUserState":
      row["userType"] == "Guest" ? "Accepted" : .null
    case "creationType": row["userType"] == "Guest" ? "Invitation" : .null
    case "deletedDateTime", "employeeId", "postalCode", "state", "streetAddress", "faxNumber",
      "onPremisesSyncEnabled", "ageGroup", "preferredDataLocation":
      .null
    default: .none
    }
  }

  /// The user with the properties that the client chose, in the order in which Graph prints them.
  static func document(_ row: Row, select: [String]?) -> Document {
    var fields = Document.Fields()
    for name in select ?? standardProperties {
      if let value = property(name, of: row) { fields[name] = value }
    }
    return .object(fields)
  }

  /// All people, as the directory lists them.
  static let listing = Listing(
    columns: "people.*", tables: "people",
    properties: [
      "id": .init("id", .folded), "displayName": .init("displayNameKey", .folded),
      "userPrincipalName": .init("upnKey", .folded), "mail": .init("mailKey", .folded),
      "givenName": .init("givenNameKey", .folded), "surname": .init("surnameKey", .folded),
      "jobTitle": .init("jobTitle", .text), "department": .init("department", .text),
      "officeLocation": .init("officeLocation", .text), "city": .init("city", .text),
      "country": .init("country", .text), "userType": .init("userType", .text),
      "accountEnabled": .init("isEnabled", .flag), "createdDateTime": .init("createdAt", .instant),
    ],
    order: [Listing.Term("seq")])
}
