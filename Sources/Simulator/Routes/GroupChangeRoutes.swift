import GRDB
import HTTPTypes

/// How groups are made, changed and deleted, and who is in them.
enum GroupChangeRoutes {
  static let all =
    [
      Route(.post, "/groups", .createGroup) { call in try await create(call, try call.object()) },
      Route(.patch, "/groups/{group}", .updateGroup) { call in
        let draft = try TeamDraft(try call.object())
        let links = draft.request["members@odata.bind"]?.array ?? []
        guard links.count <= mostLinks else {
          throw GraphFailure.badRequest(
            "The number of members to add must not exceed \(mostLinks).",
            code: "Request_BadRequest")
        }
        try await call.tenant.write { db in
          let group = try changeable(db, call)
          try Team.change(db, group, as: draft)
          for link in links { try add(db, link, to: group["id"], as: .member) }
        }
        return .noContent
      },
      Route(.delete, "/groups/{group}", .deleteGroup) { call in
        let now = call.tenant.now
        try await call.tenant.write { db in
          try Team.delete(db, try changeable(db, call)["id"], at: now)
        }
        return .noContent
      },
    ] + references("members", .member, .addGroupMember, .removeGroupMember)
    + references("owners", .owner, .changeGroupOwners, .changeGroupOwners)

  /// The most members that one change of a group may add.
  private static let mostLinks = 20

  private static func references(
    _ relation: String, _ role: Membership.Role, _ adding: Permissions, _ removing: Permissions
  ) -> [Route] {
    [
      Route(.post, "/groups/{group}/\(relation)/$ref", adding) { call in
        let link = try call.object()["@odata.id"]
        try await call.tenant.write { db in
          try add(db, link ?? nil, to: try changeable(db, call)["id"], as: role)
        }
        return .noContent
      },
      Route(.delete, "/groups/{group}/\(relation)/{object}/$ref", removing) { call in
        try await call.tenant.write { db in
          try remove(db, call["object"], from: try changeable(db, call)["id"], role)
        }
        return .noContent
      },
    ]
  }

  private static func create(_ call: Call, _ request: Document) async throws -> Answer {
    let draft = try TeamDraft(request)
    for name in ["displayName", "mailEnabled", "mailNickname", "securityEnabled"]
    where (request[name] ?? nil).isNull {
      throw GraphFailure.badRequest(
        "A value is required for property '\(name)' of resource 'Group'.",
        code: "Request_BadRequest")
    }
    guard request["groupTypes"]?.array?.contains("Unified") == true, let name = draft.name else {
      throw GraphFailure.badRequest(
        "The service does not currently support writes of groups that are not Microsoft 365 "
          + "groups.", code: "Request_BadRequest")
    }
    let time = call.tenant.settling
    let document = try await call.tenant.write { db in
      let id = try Team.insertGroup(db, draft, name: name, time)
      let owners = request["owners@odata.bind"]?.array ?? []
      for owner in owners { try add(db, owner, to: id, as: .owner) }
      for member in request["members@odata.bind"]?.array ?? [] {
        try add(db, member, to: id, as: .member)
      }
      if owners.isEmpty, let me = call.caller.personID {
        try Membership.add(db, me, to: id, as: .owner)
      }
      let row = try Row.fetchOne(db, sql: "SELECT * FROM teams WHERE id = ?", arguments: [id])
      guard let row else { throw GraphFailure.unknownDirectoryObject(id) }
      return GroupRoutes.printed(row)
    }
    let front: Document.Fields = ["@odata.context": call.context("groups/$entity")]
    return .created(document.preceded(by: front))
  }

  /// The group's row, when the caller may change it.
  private static func changeable(_ db: Database, _ call: Call) throws -> Row {
    let row = try GroupRoutes.row(db, call["group"])
    guard !call.caller.seesEveryTeam, let person = call.caller.personID else { return row }
    guard try Membership.role(db, of: person, in: row["id"]) == .owner else {
      throw GraphFailure.insufficientPrivileges
    }
    return row
  }

  private static func add(
    _ db: Database, _ link: Document, to group: String, as role: Membership.Role
  ) throws {
    let person = try Person.referenced(db, by: link)
    let known = try Membership.role(db, of: person.id, in: group)
    guard known == nil || (role == .owner && known != .owner) else {
      throw GraphFailure.badRequest(
        "One or more added object references already exist for the following modified "
          + "properties: '\(role)s'.", code: "Request_BadRequest")
    }
    guard !(person.isGuest && role == .owner) else {
      throw GraphFailure.badRequest("Guest users cannot be owners.", code: "Request_BadRequest")
    }
    if known == nil {
      try Membership.add(db, person.id, to: group, as: person.isGuest ? .guest : role)
    } else {
      try Membership.set(db, person.id, in: group, to: role)
    }
  }

  /// Takes a member out of the group, or makes an owner a member again.
  private static func remove(
    _ db: Database, _ id: String, from group: String, _ role: Membership.Role
  ) throws {
    let known = try Membership.role(db, of: id.lowercased(), in: group)
    guard let known, role == .member || known == .owner else {
      throw GraphFailure.unknownDirectoryObject(id)
    }
    guard try known != .owner || Membership.owners(db, of: group) > 1 else {
      throw GraphFailure.badRequest(
        "The group must have at least one owner, hence this owner cannot be removed.",
        code: "Request_BadRequest")
    }
    if role == .owner {
      try Membership.set(db, id.lowercased(), in: group, to: .member)
    } else {
      try db.execute(
        sql: "DELETE FROM members WHERE place = ? AND person = ?",
        arguments: [group, id.lowercased()])
    }
  }
}
