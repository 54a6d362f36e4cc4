import HTTPTypes

extension PublishedLimit {
  /// What Microsoft says beside its table for Teams, whatever the line.
  ///
  /// Source: the notes of <https://learn.microsoft.com/graph/throttling-limits#microsoft-teams-service-limits>
  package enum Teams {
    /// What one app may send to one team.
    package static let perTeam = Rate.second(4)
    /// What one app may send to one channel or chat.
    package static let perConversation = Rate.second(1)
    /// How many messages one person may post in one channel or chat.
    package static let postsPerPerson = Rate.second(1)
    /// How often one person may list chats or look at one.
    package static let chatsPerPerson = Rate.second(5)
  }

  /// The directory counts in resource units, which differ by request; writes are counted apart.
  ///
  /// Source: <https://learn.microsoft.com/graph/throttling-limits#identity-and-access-service-limits>
  package enum Directory {
    /// What the smallest tenants get: nothing in an answer tells how large a tenant is held to be.
    package static let units = Rate(3500, per: .seconds(10))
    package static let writes = Rate(3000, per: .seconds(150))

    /// What one request costs before its query options count.
    package static let costs: [Cost] =
      [
        Cost("GET groups/{id}/transitiveMembers", [.get], "groups/*/transitiveMembers/**", 5),
        Cost("GET groups/{id}/members", [.get], "groups/*/members/**", 3),
        Cost("POST isMemberOf/checkMember*", [.post], "*/*/checkMemberGroups", 4),
        Cost("POST isMemberOf/checkMember*", [.post], "*/*/checkMemberObjects", 4),
        Cost("getMember*", [.post], "*/*/getMemberGroups", 2),
        Cost("getMember*", [.post], "*/*/getMemberObjects", 2),
        Cost("memberOf/ownedObjects/licenseDetails", [.get], "users/*/memberOf/**", 2),
        Cost("memberOf/ownedObjects/licenseDetails", [.get], "me/memberOf/**", 2),
        Cost("applications", [.get], "applications/**", 2),
        Cost("subscribedSkus", [.get], "subscribedSkus/**", 3),
        Cost("oauth2PermissionGrants", [.get], "oauth2PermissionGrants/**", 2),
        Cost("directoryObjects/getByIds", [.post], "directoryObjects/getByIds", 3),
        Cost("GET users", [.get], "users/**", 2),
        Cost("GET users", [.get], "me", 2),
      ] + Cost.other

    /// What a kind of request costs.
    package struct Cost: Sendable {
      /// The kind's name in Microsoft's table.
      package let name: String
      let methods: Set<HTTPRequest.Method>
      let pattern: PathPattern
      package let units: Int

      init(
        _ name: String, _ methods: Set<HTTPRequest.Method>, _ pattern: PathPattern, _ units: Int
      ) {
        self.name = name
        self.methods = methods
        self.pattern = pattern
        self.units = units
      }

      fileprivate static let other: [Cost] = [
        "users/**", "me/**", "groups/**", "directory/**", "directoryObjects/**", "organization/**",
        "servicePrincipals/**", "applications/**", "oauth2PermissionGrants/**",
      ].map { Cost("other", [.get, .post, .patch, .put, .delete], $0, 1) }
    }
  }

  /// The limits of what is neither Teams nor directory.
  ///
  /// Source: <https://learn.microsoft.com/graph/throttling-limits>
  package static let services: [PublishedLimit] = [
    PublishedLimit(
      "presence", [.get, .post], "communications/presences/**",
      "communications/getPresencesByUserId", "users/*/presence/**", "me/presence/**",
      perApp: Rate(1500, per: .seconds(30))),
    PublishedLimit(
      "callRecords", [.get], "communications/callRecords/**",
      perApp: Rate(1500, per: .seconds(20))),
    PublishedLimit("reports", [.get], "reports/**", perApp: Rate(14, per: .seconds(600))),
    PublishedLimit(
      "serviceCommunications", [.get, .post], "admin/serviceAnnouncement/**",
      perApp: .minute(240)),
  ]
}
