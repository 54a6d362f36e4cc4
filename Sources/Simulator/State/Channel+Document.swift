import GRDB

extension Channel {
  /// The channel as Graph prints it.
  ///
  /// `shared` came after `unknownFutureValue`, so only clients that say so get to see it.
  static func document(_ row: Row, tenantID: String, knowsNewMembers: Bool) -> Document {
    let channel = Channel(row)
    let name = channel.displayName.percentEncoded
    let link =
      "https://teams.microsoft.com/l/channel/\(channel.id.percentEncoded)/\(name)"
      + "?groupId=\(channel.team)&tenantId=\(tenantID)&allowXTenantAccess=False"
    let email = channel.isGeneral ? "\(channel.team.prefix(8)).contoso.com@amer.teams.ms" : ""
    let kind = EvolvableEnum.channelMembershipType
      .printed(channel.kind.rawValue, knowsNewMembers: knowsNewMembers)
    return [
      "id": .string(channel.id),
      "createdDateTime": .string(Instant(milliseconds: row["createdAt"]).text),
      "displayName": .string(channel.displayName), "description": .text(row["description"]),
      "isFavoriteByDefault": (row["isFavorite"] as Bool?).map(Document.bool) ?? .null,
      "email": .string(email), "tenantId": .string(tenantID), "webUrl": .string(link),
      "membershipType": kind,
      "isArchived": .bool(row["isArchived"]),
    ]
  }
}
