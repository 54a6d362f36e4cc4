import GRDB
import HTTPTypes

/// The channels of teams.
enum ChannelRoutes {
  static let all = [
    Route(.get, "/teams/{team}/channels", .listChannels, query: listQuery) { call in
      try await list(call, shape: "channels")
    },
    Route(.get, "/teams/{team}/allChannels", .listAllChannels, query: listQuery) { call in
      try await list(call, shape: "allChannels")
    },
    Route(.post, "/teams/{team}/channels", .createChannel) { call in
      try await create(call, ChannelDraft(try call.object()))
    },
    Route(.get, "/teams/{team}/channels/{channel}", .readChannel, query: entityQuery) { call in
      let document = try await call.tenant.read { db in
        let team = try Team.find(db, call["team"], for: call.caller)
        let row = try Channel.row(db, call["channel"], in: team.id, for: call.caller)
        return printed(row, call)
      }
      return call.entity(document, shape: "teams('\(call["team"])')/channels")
    },
    Route(.patch, "/teams/{team}/channels/{channel}", .updateChannel) { call in
      let draft = try ChannelDraft(try call.object())
      try await call.tenant.write { db in
        let team = try Team.active(db, call["team"], for: call.caller)
        let channel = try Channel.find(db, call["channel"], in: team.id, for: call.caller)
        guard !channel.isArchived else { throw GraphFailure.archivedChannel }
        try update(db, channel, draft)
      }
      return .noContent
    },
    Route(.delete, "/teams/{team}/channels/{channel}", .deleteChannel) { call in
      let now = call.tenant.now
      try await call.tenant.write { db in
        let team = try Team.active(db, call["team"], for: call.caller)
        let channel = try Channel.find(db, call["channel"], in: team.id, for: call.caller)
        guard !channel.isGeneral else {
          throw GraphFailure.badRequest("The general channel of a team can't be deleted.")
        }
        try db.execute(
          sql: "UPDATE channels SET deletedAt = ? WHERE id = ?",
          arguments: [now.milliseconds, channel.id])
      }
      return .noContent
    },
  ]

  private static let listQuery = QueryRules(options: [.filter, .select, .skiptoken])
  /// The most members that a private channel is created with.
  private static let mostMembers = 200
  private static let entityQuery = QueryRules(options: [.select, .filter])

  static func printed(_ row: Row, _ call: Call) -> Document {
    Channel.document(
      row, tenantID: call.tenant.profile.id, knowsNewMembers: call.knowsNewMembers)
  }

  private static func list(_ call: Call, shape: String) async throws -> Answer {
    let (team, isOwner) = try await call.tenant.read { db in
      let team = try Team.find(db, call["team"], for: call.caller)
      let role = try call.caller.personID.flatMap { try Membership.role(db, of: $0, in: team.id) }
      return (team.id, role == .owner)
    }
    return try await call.collection(
      Channel.listing(of: team, for: call.caller, isOwner: isOwner),
      shape: "teams('\(team)')/\(shape)"
    ) { _, row in printed(row, call) }
  }

  private static func create(_ call: Call, _ draft: ChannelDraft) async throws -> Answer {
    guard let name = draft.name else {
      throw GraphFailure.badRequest("Channel display name can't be empty.")
    }
    let time = call.tenant.settling
    let id = Channel.newID()
    let (made, operation) = try await call.tenant.write { db in
      let team = try Team.active(db, call["team"], for: call.caller)
      try Channel.requireFreeName(db, name, in: team.id)
      try Channel.requireRoom(db, for: draft.kind, in: team.id)
      try Channel.insert(
        db, id: id, team: team.id, name: name, description: draft.description?.string,
        kind: draft.kind, createdAt: time.now)
      try invite(db, draft, to: id, call.caller)
      let row = try Channel.row(db, id, in: team.id, for: call.caller)
      guard draft.kind == .shared else { return (printed(row, call), String?.none) }
      let operation = try Operation.note(
        db, team: team.id, kind: .createChannel, target: id,
        location: "/teams('\(team.id)')/channels('\(id)')", at: time.now, until: time.end)
      return (printed(row, call), operation)
    }
    if let operation {
      return .accepted(location: operation, content: "/teams('\(call["team"])')/channels('\(id)')")
    }
    let context = call.context("teams('\(call["team"])')/channels/$entity")
    return .created(made.preceded(by: ["@odata.context": context]))
  }

  /// Gives a private or shared channel its first members: the ones named, and who makes it.
  private static func invite(
    _ db: Database, _ draft: ChannelDraft, to channel: String, _ caller: Caller
  ) throws {
    guard draft.kind != .standard else { return }
    guard draft.members.count <= mostMembers else {
      throw GraphFailure.badRequest(
        "A channel can't be created with more than \(mostMembers) members.")
    }
    for member in draft.members {
      let person = try Person.bound(db, in: member)
      guard !person.isGuest else { throw GraphFailure.badGateway }
      let role = try Membership.Role(requested: member["roles"], for: person)
      try Membership.add(db, person.id, to: channel, as: role)
    }
    if let person = caller.personID { try Membership.add(db, person, to: channel, as: .owner) }
    guard try Membership.owners(db, of: channel) > 0 else {
      throw GraphFailure.badRequest(
        "A \(draft.kind.rawValue) channel needs at least one owner among its members.")
    }
  }

  private static func update(_ db: Database, _ channel: Channel, _ draft: ChannelDraft) throws {
    if let name = draft.name, name != channel.displayName {
      guard !channel.isGeneral else {
        throw GraphFailure.badRequest("The general channel of a team can't be renamed.")
      }
      try Channel.requireFreeName(db, name, in: channel.team, except: channel.id)
      try db.execute(
        sql: "UPDATE channels SET displayName = ?, displayNameKey = ? WHERE id = ?",
        arguments: [name, name.lowercased(), channel.id])
    }
    if let description = draft.description {
      try db.execute(
        sql: "UPDATE channels SET description = ? WHERE id = ?",
        arguments: [description.string, channel.id])
    }
  }
}
