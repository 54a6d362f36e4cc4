import GRDB
import HTTPTypes

/// How teams are made, changed, copied and put away.
enum TeamLifeRoutes {
  static let all = [
    Route(.post, "/teams", .createTeam) { call in try await create(call, try call.object()) },
    Route(.patch, "/teams/{team}", .updateTeam) { call in
      let draft = try TeamDraft(try call.object())
      try await call.tenant.write { db in
        let team = try Team.active(db, call["team"], for: call.caller)
        try Membership.requireOwner(db, of: team.id, call.caller)
        try Team.change(db, try Team.row(db, team.id), as: draft)
      }
      return .noContent
    },
    Route(.post, "/teams/{team}/clone", .cloneTeam) { call in
      try await clone(call, try call.object())
    },
    Route(.post, "/teams/{team}/archive", .archiveTeam) { call in
      if !call.body.isEmpty, let flag = try call.object()["shouldSetSpoSiteReadOnlyForMembers"],
        flag.bool == nil
      {
        throw GraphFailure.badRequest(
          "Invalid value specified for property 'shouldSetSpoSiteReadOnlyForMembers'.")
      }
      return try await setArchived(true, call)
    },
    Route(.post, "/teams/{team}/unarchive", .archiveTeam) { call in
      try await setArchived(false, call)
    },
    Route(.get, "/groups/{group}/team", .readTeamOfGroup, query: .entity) { call in
      let document = try await call.tenant.read { db in
        try Team.printed(db, call["group"], for: call.caller, call)
      }
      return call.entity(document, shape: "teams")
    },
    Route(.put, "/groups/{group}/team", .createTeamOfGroup) { call in
      let request = try call.object()
      let time = call.tenant.settling
      let document = try await call.tenant.write { db in
        let group = try GroupRoutes.row(db, call["group"])
        try equip(db, group, request, call, time)
        return try Team.printed(db, row: GroupRoutes.row(db, call["group"]), call)
      }
      let front: Document.Fields = ["@odata.context": call.context("teams/$entity")]
      return .created(document.preceded(by: front))
    },
  ]

  private static let mostMembers = 200

  /// Makes a team, with a new group or of one that is there.
  private static func create(_ call: Call, _ request: Document) async throws -> Answer {
    let template = RequestPath((request["template@odata.bind"]?.string ?? "")[...]).segments
    guard template.count >= 2, template[template.count - 2].name == "teamstemplates" else {
      throw GraphFailure.badRequest(
        "Bad Request: 'template@odata.bind' field is missing in the request.")
    }
    let draft = try TeamDraft(request)
    let time = call.tenant.settling
    let (team, location) = try await call.tenant.write { db in
      let id: String
      if let link = request["group@odata.bind"]?.string {
        let group = try GroupRoutes.row(db, RequestPath(link[...]).segments.last?.text ?? "")
        try equip(db, group, request, call, time)
        id = group["id"]
      } else {
        id = try found(db, draft, call, time)
      }
      let location = try Operation.note(
        db, team: id, kind: .createTeam, target: id, location: "/teams('\(id)')", at: time.now,
        until: time.end)
      return (id, location)
    }
    return .accepted(location: location, content: "/teams('\(team)')")
  }

  private static func found(
    _ db: Database, _ draft: TeamDraft, _ call: Call, _ time: Settling
  ) throws -> String {
    guard let name = draft.name else {
      throw GraphFailure.badRequest("The 'displayName' property is required to create a team.")
    }
    let members = draft.request["members"]?.array ?? []
    guard members.count <= mostMembers else {
      throw GraphFailure.badRequest("A team can't be created with more than 200 members.")
    }
    let id = try Team.insertGroup(db, draft, name: name, time)
    if let me = call.caller.personID { try Membership.add(db, me, to: id, as: .owner) }
    for member in members {
      let person = try Person.bound(db, in: member)
      try Membership.add(
        db, person.id, to: id, as: Membership.Role(requested: member["roles"], for: person))
    }
    guard try Membership.owners(db, of: id) > 0 else {
      throw GraphFailure.badRequest(
        "A team owner must be provided when creating a team in application context.")
    }
    try Team.equip(db, group: id, draft.request, time)
    return id
  }

  private static func equip(
    _ db: Database, _ group: Row, _ request: Document, _ call: Call, _ time: Settling
  ) throws {
    let id: String = group["id"]
    guard group["isTeam"] == false else {
      throw GraphFailure.conflict(
        "Failed to execute Templates backend request CreateTeamFromGroupWithTemplateRequest. "
          + "Group '\(id)' already has a team.")
    }
    try Membership.requireOwner(db, of: id, call.caller)
    guard try Membership.owners(db, of: id) > 0 else {
      throw GraphFailure.badRequest("The group '\(id)' must have at least one owner.")
    }
    try Team.equip(db, group: id, request, time)
  }

  private static func clone(_ call: Call, _ request: Document) async throws -> Answer {
    let draft = try TeamDraft(request)
    guard let name = draft.name else {
      throw GraphFailure.badRequest("The 'displayName' property is required to clone a team.")
    }
    let parts = (request["partsToClone"]?.string ?? "").split(separator: ",").map {
      $0.trimmingSpaces.lowercased()
    }
    let known = ["apps", "tabs", "settings", "channels", "members"]
    guard !parts.isEmpty, parts.allSatisfy(known.contains) else {
      throw GraphFailure.badRequest("Invalid value specified for property 'partsToClone'.")
    }
    let time = call.tenant.settling
    let location = try await call.tenant.write { db in
      let source = try Team.find(db, call["team"], for: call.caller)
      let row = try Team.row(db, source.id)
      let id = try Team.insertGroup(db, draft, name: name, time)
      let settings: Document =
        parts.contains("settings") ? .object(try TeamSettings.read(row["settings"])) : [:]
      try Team.equip(db, group: id, settings, time)
      if draft.visibility == nil {
        try db.execute(
          sql: "UPDATE teams SET visibility = ? WHERE id = ?",
          arguments: [row["visibility"] as String, id])
      }
      if let me = call.caller.personID { try Membership.add(db, me, to: id, as: .owner) }
      if parts.contains("members") { try Team.copyMembers(db, from: source.id, to: id) }
      if parts.contains("channels") { try Team.copyChannels(db, from: source.id, to: id, time) }
      return try Operation.note(
        db, team: source.id, kind: .cloneTeam, target: id, location: "/teams('\(id)')",
        at: time.now, until: time.end)
    }
    return .accepted(location: location)
  }

  private static func setArchived(_ isArchived: Bool, _ call: Call) async throws -> Answer {
    let time = call.tenant.settling
    let location = try await call.tenant.write { db in
      let team = try Team.find(db, call["team"], for: call.caller)
      try Membership.requireOwner(db, of: team.id, call.caller)
      guard team.isArchived != isArchived else {
        throw GraphFailure.conflict(
          "The team '\(team.id)' is \(isArchived ? "already" : "not") archived.")
      }
      try db.execute(
        sql: "UPDATE teams SET isArchived = ? WHERE id = ?", arguments: [isArchived, team.id])
      return try Operation.note(
        db, team: team.id, kind: isArchived ? .archiveTeam : .unarchiveTeam, target: team.id,
        location: "/teams('\(team.id)')", at: time.now, until: time.end)
    }
    return .accepted(location: location)
  }
}
