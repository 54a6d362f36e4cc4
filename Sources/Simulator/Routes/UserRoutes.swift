import GRDB
import HTTPTypes

/// People, the signed-in person, and the organization.
enum UserRoutes {
  static let all = [
    Route(.get, "/me", .readMe, query: .entity) { call in
      try await read(try call.me, call)
    },
    Route(.get, "/users", .listUsers, query: .directory()) { call in
      try await call.directory(Person.listing, shape: "users") { _, row in
        Person.document(row, select: call.query.select)
      }
    },
    Route(.get, "/users/$count", .listUsers, query: countable) { call in
      try await call.directoryCount(Person.listing)
    },
    Route(.get, "/users/{user}", .readUser, query: .entity) { call in
      try await read(call["user"], call)
    },
    Route(.get, "/organization", .readOrganization, query: .entity) { call in
      let profile = call.tenant.profile
      let value = call.selected(organization(profile))
      return .ok([
        "@odata.context": call.context("organization" + call.selection), "value": [value],
      ])
    },
  ]

  static let countable = QueryRules(options: [.filter, .search])

  private static func read(_ key: String, _ call: Call) async throws -> Answer {
    let select = call.query.select
    let document = try await call.tenant.read { db in
      try Person.row(db, key).map { Person.document($0, select: select) }
    }
    guard let document else { throw GraphFailure.unknownDirectoryObject(key) }
    return call.entity(document, shape: "users")
  }

  private static func organization(_ profile: TenantProfile) -> Document {
    [
      "id": .string(profile.id), "deletedDateTime": nil, "businessPhones": ["+1 425 555 0100"],
      "city": "Redmond", "country": "United States", "countryLetterCode": "US",
      "createdDateTime": "2019-03-05T17:21:09Z", "defaultUsageLocation": "US",
      "displayName": .string(profile.displayName), "marketingNotificationEmails": [],
      "onPremisesLastSyncDateTime": nil, "onPremisesSyncEnabled": nil, "partnerTenantType": nil,
      "postalCode": "98052", "preferredLanguage": "en", "state": "WA",
      "street": "One Contoso Way", "tenantType": "AAD",
      "technicalNotificationMails": [.string(profile.administrator)],
      "assignedPlans": [], "provisionedPlans": [],
      "verifiedDomains": [
        domain(profile.initialDomain, isInitial: true), domain(profile.domain, isInitial: false),
      ],
    ]
  }

  private static func domain(_ name: String, isInitial: Bool) -> Document {
    [
      "capabilities": "Email, OfficeCommunicationsOnline", "isDefault": .bool(!isInitial),
      "isInitial": .bool(isInitial), "name": .string(name), "type": "Managed",
    ]
  }
}
