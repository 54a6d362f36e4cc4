import GRDB
import HTTPTypes

/// The members of private and shared channels; a standard channel has those of its team.
enum ChannelMemberRoutes {
  static let all = [
    Route(.get, "/teams/{team}/channels/{channel}/members", .listChannelMembers, query: listQuery) {
      call in
      let channel = try await find(call)
      guard channel.kind != .standard else {
        throw GraphFailure.badRequest(
          "Listing members is only supported for private and shared channels.")
      }
      return try await call.collection(
        Membership.listing(of: channel.id), shape: shape(call) + "/members"
      ) { _, row in Membership.threadMember(row, tenantID: call.tenant.profile.id) }
    },
    Route(
      .get, "/teams/{team}/channels/{channel}/allMembers", .listAllChannelMembers,
      query: QueryRules(options: [.filter, .select, .skiptoken])
    ) { call in
      let channel = try await find(call)
      return try await call.collection(
        Membership.listing(of: channel.roster), shape: shape(call) + "/allMembers"
      ) { _, row in Membership.threadMember(row, tenantID: call.tenant.profile.id) }
    },
    Route(.post, "/teams/{team}/channels/{channel}/members", .addChannelMember) { call in
      let request = try call.object()
      let document = try await call.tenant.write { db in
        let channel = try changeable(db, call)
        let person = try Person.bound(db, in: request)
        let role = try Membership.Role(requested: request["roles"], for: person)
        if channel.kind == .private,
          try Membership.role(db, of: person.id, in: channel.team) == nil
        {
          throw GraphFailure.badRequest(
            "User '\(person.id)' is not a member of the team that the channel belongs to.")
        }
        guard try Membership.add(db, person.id, to: channel.id, as: role) else {
          throw GraphFailure.conflict("User '\(person.id)' is already a member of the channel.")
        }
        return Membership.threadMember(
          try Membership.row(db, of: person.id, in: channel.id), tenantID: call.tenant.profile.id)
      }
      let front: Document.Fields = ["@odata.context": call.context(shape(call) + entity)]
      return .created(document.preceded(by: front))
    },
    Route(.get, "/teams/{team}/channels/{channel}/members/{member}", .readChannelMember) { call in
      let document = try await call.tenant.read { db in
        let team = try Team.find(db, call["team"], for: call.caller)
        let channel = try Channel.find(db, call["channel"], in: team.id, for: call.caller)
        return Membership.threadMember(
          try Membership.row(db, call["member"], in: channel.roster),
          tenantID: call.tenant.profile.id)
      }
      return call.entity(document, shape: shape(call) + "/members")
    },
    Route(.patch, "/teams/{team}/channels/{channel}/members/{member}", .updateChannelMember) {
      call in
      let roles = try call.object()["roles"]
      let document = try await call.tenant.write { db in
        let channel = try changeable(db, call)
        try Membership.change(db, try Membership.row(db, call["member"], in: channel.id), to: roles)
        return Membership.threadMember(
          try Membership.row(db, call["member"], in: channel.id), tenantID: call.tenant.profile.id)
      }
      let front: Document.Fields = ["@odata.context": call.context(shape(call) + entity)]
      return .ok(document.preceded(by: front))
    },
    Route(.delete, "/teams/{team}/channels/{channel}/members/{member}", .removeChannelMember) {
      call in
      try await call.tenant.write { db in
        let channel = try changeable(db, call)
        try Membership.remove(db, try Membership.row(db, call["member"], in: channel.id))
      }
      return .noContent
    },
  ]

  private static let listQuery = QueryRules.collection(
    [.filter, .select, .top], standard: 100, most: 999)

  private static let entity = "/members/microsoft.graph.aadUserConversationMember/$entity"

  private static func shape(_ call: Call) -> String {
    "teams('\(call["team"])')/channels('\(call["channel"].percentEncoded)')"
  }

  private static func find(_ call: Call) async throws -> Channel {
    try await call.tenant.read { db in
      let team = try Team.find(db, call["team"], for: call.caller)
      return try Channel.find(db, call["channel"], in: team.id, for: call.caller)
    }
  }

  /// The channel, when it has members of its own and the caller may change them.
  private static func changeable(_ db: Database, _ call: Call) throws -> Channel {
    let team = try Team.active(db, call["team"], for: call.caller)
    let channel = try Channel.find(db, call["channel"], in: team.id, for: call.caller)
    guard channel.kind != .standard else {
      throw GraphFailure.badRequest(
        "Managing members is only supported for private and shared channels.")
    }
    try Membership.requireOwner(db, of: channel.id, call.caller)
    return channel
  }
}
