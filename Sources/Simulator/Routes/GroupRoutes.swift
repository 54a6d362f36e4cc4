import GRDB
import HTTPTypes

/// Microsoft 365 groups, most of which are the directory's side of a team.
enum GroupRoutes {
  static let all = [
    Route(.get, "/groups", .listGroups, query: .directory()) { call in
      try await call.directory(listing, shape: "groups") { _, row in printed(row) }
    },
    Route(.get, "/groups/$count", .listGroups, query: UserRoutes.countable) { call in
      try await call.directoryCount(listing)
    },
    Route(.get, "/groups/{group}", .readGroup, query: .entity) { call in
      let document = try await call.tenant.read { db in printed(try row(db, call["group"])) }
      return call.entity(document, shape: "groups")
    },
    Route(
      .get, "/groups/{group}/members", .listGroupMembers, query: .directory()
    ) { call in
      try await people(onlyOwners: false, call)
    },
    Route(
      .get, "/groups/{group}/owners", .listGroupOwners, query: .directory()
    ) { call in
      try await people(onlyOwners: true, call)
    },
  ]

  static let listing = Listing(
    columns: "teams.*", tables: "teams", condition: answers, properties: properties,
    order: [Listing.Term("seq")])

  /// What holds for groups that are there: made a while ago, and not deleted.
  private static let answers = "deletedAt IS NULL AND answersAt <= clock()"

  static let properties: [String: Listing.Property] = [
    "id": .init("id", .folded), "displayName": .init("displayNameKey", .folded),
    "description": .init("description", .text), "mailNickname": .init("mailNickname", .text),
    "mail": .init("mailNickname || '@contoso.com'", .text),
    "visibility": .init("visibility", .text), "createdDateTime": .init("createdAt", .instant),
    "resourceProvisioningOptions": .init("CASE WHEN isTeam THEN 'team' END", .single),
    "groupTypes": .init("'unified'", .single), "mailEnabled": .init("1", .flag),
    "securityEnabled": .init("0", .flag),
  ]

  /// The group's row, also of one whose team does not answer yet.
  static func row(_ db: Database, _ id: String) throws -> Row {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM teams WHERE id = ? AND \(answers)", arguments: [id.lowercased()])
    guard let row else { throw GraphFailure.unknownDirectoryObject(id) }
    return row
  }

  private static func people(onlyOwners: Bool, _ call: Call) async throws -> Answer {
    let group = try await call.tenant.read { db in try row(db, call["group"])["id"] as String }
    let everyone = Listing(
      columns: "people.*", tables: "people JOIN members ON members.person = people.id",
      condition: "members.place = ?", arguments: [group.databaseValue],
      properties: Person.listing.properties.merging(
        ["id": .init("people.id", .folded)], uniquingKeysWith: { $1 }),
      order: [Listing.Term("members.seq")])
    let listing = onlyOwners ? everyone.filtered("members.role = 'owner'") : everyone
    return try await call.directory(listing, shape: "directoryObjects") { _, row in
      Person.document(row, select: call.query.select)
        .preceded(by: ["@odata.type": "#microsoft.graph.user"])
    }
  }

  static func printed(_ row: Row) -> Document {
    let nickname: String = row["mailNickname"]
    let created: Document = .string(Instant(milliseconds: row["createdAt"]).secondsText)
    return [
      "id": .text(row["id"]),
      "deletedDateTime": .text(
        (row["deletedAt"] as Int?).map { Instant(milliseconds: $0).secondsText }),
      "classification": nil,
      "createdDateTime": created, "creationOptions": [], "description": .text(row["description"]),
      "displayName": .text(row["displayName"]), "expirationDateTime": nil,
      "groupTypes": ["Unified"], "isAssignableToRole": nil,
      "mail": .string("\(nickname)@contoso.com"), "mailEnabled": true,
      "mailNickname": .string(nickname), "membershipRule": nil,
      "membershipRuleProcessingState": nil, "onPremisesDomainName": nil,
      "onPremisesLastSyncDateTime": nil, "onPremisesNetBiosName": nil,
      "onPremisesSamAccountName": nil, "onPremisesSecurityIdentifier": nil,
      "onPremisesSyncEnabled": nil, "preferredDataLocation": nil, "preferredLanguage": nil,
      "proxyAddresses": [.string("SMTP:\(nickname)@contoso.com")], "renewedDateTime": created,
      "resourceBehaviorOptions": [],
      "resourceProvisioningOptions": row["isTeam"] ? ["Team"] : [], "securityEnabled": false,
      "securityIdentifier": nil, "theme": nil, "uniqueName": nil,
      "visibility": .text(row["visibility"]), "onPremisesProvisioningErrors": [],
      "serviceProvisioningErrors": [],
    ]
  }
}
