/// The model behind Graph, as far as this tenant has it, in the XML of OData.
///
/// Types are open: they have more properties than are named here.
enum ServiceModel {
  /// One type, its properties by what they hold, and what it leads to: `members:user*`.
  struct ModelType: Sendable {
    let name: String
    var base: String?
    var strings = ""
    var dates = ""
    var flags = ""
    var lists = ""
    var links = ""
  }

  static let types = [
    ModelType(
      name: "entity"),
    ModelType(
      name: "directoryObject",
      base: "entity",
      dates: "deletedDateTime"),
    ModelType(
      name: "user",
      base: "directoryObject",
      strings: """
        ageGroup city companyName country creationType department displayName employeeId \
        externalUserState faxNumber givenName jobTitle mail mailNickname mobilePhone \
        officeLocation onPremisesDomainName onPremisesSamAccountName onPremisesSecurityIdentifier \
        postalCode preferredDataLocation preferredLanguage securityIdentifier state streetAddress \
        surname usageLocation userPrincipalName userType
        """,
      dates: "createdDateTime onPremisesLastSyncDateTime signInSessionsValidFromDateTime",
      flags: "accountEnabled onPremisesSyncEnabled",
      lists: "businessPhones imAddresses otherMails proxyAddresses",
      links: """
        chats:chat* joinedTeams:team* memberOf:directoryObject* \
        oauth2PermissionGrants:oAuth2PermissionGrant* presence:presence \
        transitiveMemberOf:directoryObject*
        """),
    ModelType(
      name: "group",
      base: "directoryObject",
      strings: """
        classification description displayName mail mailNickname membershipRule \
        membershipRuleProcessingState onPremisesDomainName onPremisesNetBiosName \
        onPremisesSamAccountName onPremisesSecurityIdentifier preferredDataLocation \
        preferredLanguage securityIdentifier theme uniqueName visibility
        """,
      dates: "createdDateTime expirationDateTime onPremisesLastSyncDateTime renewedDateTime",
      flags: """
        isArchived isAssignableToRole isFavorite mailEnabled onPremisesSyncEnabled securityEnabled
        """,
      lists: "groupTypes proxyAddresses resourceBehaviorOptions resourceProvisioningOptions",
      links: """
        memberOf:directoryObject* members:directoryObject* owners:directoryObject* team:team \
        transitiveMembers:directoryObject*
        """),
    ModelType(
      name: "organization",
      base: "directoryObject",
      strings: """
        city country countryLetterCode defaultUsageLocation displayName postalCode \
        preferredLanguage state street tenantType
        """,
      dates: "createdDateTime onPremisesLastSyncDateTime",
      flags: "onPremisesSyncEnabled",
      lists: "businessPhones marketingNotificationEmails technicalNotificationMails"),
    ModelType(
      name: "servicePrincipal",
      base: "directoryObject",
      strings: "appDisplayName appId description displayName servicePrincipalType signInAudience",
      flags: "accountEnabled appRoleAssignmentRequired",
      lists: "alternativeNames servicePrincipalNames tags",
      links: "memberOf:directoryObject* owners:directoryObject*"),
    ModelType(
      name: "oAuth2PermissionGrant",
      base: "entity",
      strings: "clientId consentType principalId resourceId scope"),
    ModelType(
      name: "team",
      base: "entity",
      strings: """
        classification description displayName firstChannelName internalId tenantId webUrl
        """,
      dates: "createdDateTime",
      flags: "isArchived",
      links: """
        allChannels:channel* channels:channel* group:group incomingChannels:channel* \
        members:conversationMember* operations:teamsAsyncOperation* primaryChannel:channel
        """),
    ModelType(
      name: "channel",
      base: "entity",
      strings: "description displayName email tenantId webUrl",
      dates: "createdDateTime",
      flags: "isArchived isFavoriteByDefault",
      links: "allMembers:conversationMember* members:conversationMember* messages:chatMessage*"),
    ModelType(
      name: "conversationMember",
      base: "entity",
      strings: "displayName",
      dates: "visibleHistoryStartDateTime",
      lists: "roles"),
    ModelType(
      name: "aadUserConversationMember",
      base: "conversationMember",
      strings: "email tenantId userId",
      links: "user:user"),
    ModelType(
      name: "chat",
      base: "entity",
      strings: "tenantId topic webUrl",
      dates: "createdDateTime lastUpdatedDateTime",
      flags: "isHiddenForAllMembers",
      links: "members:conversationMember* messages:chatMessage*"),
    ModelType(
      name: "chatMessage",
      base: "entity",
      strings: "chatId etag locale replyToId subject summary webUrl",
      dates: "createdDateTime deletedDateTime lastEditedDateTime lastModifiedDateTime",
      links: "replies:chatMessage*"),
    ModelType(
      name: "teamsAsyncOperation",
      base: "entity",
      strings: "targetResourceId targetResourceLocation",
      dates: "createdDateTime lastActionDateTime"),
    ModelType(
      name: "presence",
      base: "entity",
      strings: "activity availability"),
    ModelType(
      name: "baseItem",
      base: "entity",
      strings: "description eTag name webUrl",
      dates: "createdDateTime lastModifiedDateTime"),
    ModelType(
      name: "drive",
      base: "baseItem",
      strings: "driveType",
      links: "items:driveItem* root:driveItem"),
    ModelType(
      name: "driveItem",
      base: "baseItem",
      strings: "cTag webDavUrl",
      links: "children:driveItem*"),
    ModelType(
      name: "sharedDriveItem",
      base: "baseItem",
      links: "driveItem:driveItem items:driveItem*"),
    ModelType(
      name: "subscription",
      base: "entity",
      strings: """
        applicationId changeType clientState creatorId encryptionCertificate \
        encryptionCertificateId latestSupportedTlsVersion lifecycleNotificationUrl \
        notificationQueryOptions notificationUrl notificationUrlAppId resource
        """,
      dates: "expirationDateTime",
      flags: "includeResourceData"),
    ModelType(
      name: "teamwork",
      base: "entity"),
    ModelType(name: "directory"),
    ModelType(name: "appCatalogs"),
    ModelType(name: "cloudCommunications"),
    ModelType(name: "identityContainer"),
    ModelType(name: "searchEntity"),
  ]

  static var text: String {
    """
    <?xml version="1.0" encoding="utf-8"?>
    <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
    <edmx:DataServices>
    <Schema Namespace="microsoft.graph" Alias="graph" xmlns="http://docs.oasis-open.org/odata/ns/edm">
    \(types.map(\.element).joined(separator: "\n"))
    <EntityContainer Name="GraphService">
    \(ServiceDescription.roots.map(\.element).joined(separator: "\n"))
    </EntityContainer>
    </Schema>
    </edmx:DataServices>
    </edmx:Edmx>

    """
  }
}

extension ServiceModel.ModelType {
  fileprivate var element: String {
    let base = base.map { " BaseType=\"graph.\($0)\"" } ?? ""
    var lines = ["<EntityType Name=\"\(name)\"\(base) OpenType=\"true\">"]
    if name == "entity" {
      lines.append("<Key><PropertyRef Name=\"id\"/></Key>")
      lines.append("<Property Name=\"id\" Type=\"Edm.String\" Nullable=\"false\"/>")
    }
    for (names, type) in [
      (strings, "Edm.String"), (dates, "Edm.DateTimeOffset"), (flags, "Edm.Boolean"),
      (lists, "Collection(Edm.String)"),
    ] {
      lines += names.split(separator: " ").map { "<Property Name=\"\($0)\" Type=\"\(type)\"/>" }
    }
    lines += links.split(separator: " ").map { link in
      let parts = link.split(separator: ":")
      let target = "graph.\(parts[1].filter { $0 != "*" })"
      let type = link.hasSuffix("*") ? "Collection(\(target))" : target
      return "<NavigationProperty Name=\"\(parts[0])\" Type=\"\(type)\"/>"
    }
    return (lines + ["</EntityType>"]).joined(separator: "\n")
  }
}

extension ServiceDescription.Root {
  fileprivate var element: String {
    isSingleton
      ? "<Singleton Name=\"\(name)\" Type=\"graph.\(type)\"/>"
      : "<EntitySet Name=\"\(name)\" EntityType=\"graph.\(type)\"/>"
  }
}
