import GRDB
import HTTPTypes

/// How channels are put away and taken back, and who reaches them.
enum ChannelLifeRoutes {
  static let all = [
    Route(.post, "/teams/{team}/channels/{channel}/archive", .archiveChannel) { call in
      if !call.body.isEmpty, let flag = try call.object()["shouldSetSpoSiteReadOnlyForMembers"],
        flag.bool == nil
      {
        throw GraphFailure.badRequest(
          "Invalid value specified for property 'shouldSetSpoSiteReadOnlyForMembers'.")
      }
      return try await setArchived(true, call)
    },
    Route(.post, "/teams/{team}/channels/{channel}/unarchive", .archiveChannel) { call in
      try await setArchived(false, call)
    },
    Route(
      .get, "/teams/{team}/channels/{channel}/allMembers/{member}", .readChannelMember
    ) { call in
      let document = try await call.tenant.read { db in
        let team = try Team.find(db, call["team"], for: call.caller)
        let channel = try Channel.find(db, call["channel"], in: team.id, for: call.caller)
        return Membership.threadMember(
          try Membership.row(db, call["member"], in: channel.roster),
          tenantID: call.tenant.profile.id)
      }
      let channel = "channels('\(call["channel"].percentEncoded)')"
      return call.entity(document, shape: "teams('\(call["team"])')/\(channel)/allMembers")
    },
    Route(
      .get, "/teams/{team}/channels/{channel}/doesUserHaveAccess", .readChannelMember
    ) { call in
      let key = [call["userid"], call["userprincipalname"]].first { !$0.isEmpty }
      guard let key else {
        throw GraphFailure.badRequest("Either 'userId' or 'userPrincipalName' must be specified.")
      }
      let hasAccess = try await call.tenant.read { db in
        let team = try Team.find(db, call["team"], for: call.caller)
        let channel = try Channel.find(db, call["channel"], in: team.id, for: call.caller)
        guard let person = try Person.find(db, key) else {
          throw GraphFailure.notFound("Failed to find user with id '\(key)' in the tenant")
        }
        return try Membership.role(db, of: person.id, in: channel.roster) != nil
      }
      return .ok(["@odata.context": call.context("Edm.Boolean"), "value": .bool(hasAccess)])
    },
  ]

  private static func setArchived(_ isArchived: Bool, _ call: Call) async throws -> Answer {
    let time = call.tenant.settling
    let location = try await call.tenant.write { db in
      let team = try Team.find(db, call["team"], for: call.caller)
      let row = try Channel.row(db, call["channel"], in: team.id, for: call.caller)
      let channel = Channel(row)
      try Membership.requireOwner(db, of: team.id, call.caller)
      guard !team.isArchived else {
        throw GraphFailure.badRequest(
          "Team has to be active, for channel to be archived or unarchived: \(channel.id)")
      }
      guard !channel.isGeneral else {
        throw GraphFailure.badRequest("The general channel of a team can't be archived.")
      }
      guard row["isArchived"] != isArchived else {
        throw GraphFailure.conflict(
          "The channel '\(channel.id)' is \(isArchived ? "already" : "not") archived.")
      }
      try db.execute(
        sql: "UPDATE channels SET isArchived = ? WHERE id = ?",
        arguments: [isArchived, channel.id])
      return try Operation.note(
        db, team: team.id, kind: isArchived ? .archiveChannel : .unarchiveChannel,
        target: channel.id, location: "/teams('\(team.id)')/channels('\(channel.id)')",
        at: time.now, until: time.end)
    }
    // For channels Graph writes the address with slashes.
    return .accepted(location: location.replacing("('", with: "/").replacing("')", with: ""))
  }
}
