import GRDB
import HTTPTypes

/// The installations of apps in teams and chats and for people.
enum AppRoutes {
  static let all =
    installations(
      "/teams/{team}", team, readsOne: .readTeamApp, upgrades: .upgradeTeamApp,
      .listTeamApps, .installTeamApp, .removeTeamApp)
    + installations(
      "/chats/{chat}", chat, readsOne: .readChatApp, upgrades: .upgradeChatApp,
      .listChatApps, .installChatApp, .removeChatApp)
    + installations(
      "/users/{user}/teamwork", person, readsOne: .readUserApp, upgrades: nil,
      .listUserApps, .installUserApp, .removeUserApp)

  private typealias Place = @Sendable (Database, Call, _ isWrite: Bool) throws -> String

  private static func installations(
    _ prefix: String, _ place: @escaping Place, readsOne: Permissions, upgrades: Permissions?,
    _ list: Permissions, _ install: Permissions, _ remove: Permissions
  ) -> [Route] {
    let collection = prefix + "/installedApps"
    var query = QueryRules(options: [.filter, .select, .expand, .skiptoken])
    query.expandable = ["teamsApp", "teamsAppDefinition"]
    let entity = QueryRules(options: [.select, .expand], expandable: query.expandable)
    var routes = [
      Route(.get, collection, list, query: query) { call in
        let id = try await call.tenant.read { db in try place(db, call, false) }
        return try await call.collection(
          TeamsApp.installed(in: id), shape: shape(call)
        ) { _, row in TeamsApp.installation(row, expand: call.query.expand) }
      },
      Route(.post, collection, install) { call in
        let request = try call.object()
        let bot = call.tenant.profile.bot
        let now = call.tenant.now
        let (id, app) = try await call.tenant.write { db in
          let id = try place(db, call, true)
          let app = try TeamsApp.bound(db, in: request)
          try TeamsApp.install(db, app["id"], version: app["version"], in: id)
          if app["bot"] as String? == bot.id, let person = try Person.find(db, id) {
            _ = try BotConversation.open(db, with: person, bot: bot, at: now)
          }
          return (id, app["id"] as String)
        }
        let installation = TeamsApp.installationID(of: app, in: id)
        return Answer(
          status: .created,
          headers: [.location: "\(call.root)\(call.path)/\(installation.percentEncoded)"])
      },
      Route(.get, collection + "/{installation}", readsOne, query: entity) { call in
        let document = try await call.tenant.read { db in
          let row = try TeamsApp.installation(
            db, call["installation"], in: try place(db, call, false))
          return TeamsApp.installation(row, expand: call.query.expand)
        }
        return call.entity(document, shape: shape(call))
      },
      Route(.delete, collection + "/{installation}", remove) { call in
        try await call.tenant.write { db in
          let row = try TeamsApp.installation(
            db, call["installation"], in: try place(db, call, true))
          try db.execute(
            sql: "DELETE FROM installations WHERE place = ? AND app = ?",
            arguments: [row["place"] as String, row["id"] as String])
        }
        return .noContent
      },
    ]
    if let upgrades {
      routes.append(
        Route(.post, collection + "/{installation}/upgrade", upgrades) { call in
          try await call.tenant.write { db in
            let row = try TeamsApp.installation(
              db, call["installation"], in: try place(db, call, true))
            guard (row["installed"] as String) != row["version"] else {
              throw GraphFailure.badRequest("App is already at its latest version.")
            }
            try db.execute(
              sql: "UPDATE installations SET version = ? WHERE place = ? AND app = ?",
              arguments: [row["version"] as String, row["place"] as String, row["id"] as String])
          }
          return .noContent
        })
    }
    return routes
  }

  private static let team: Place = { db, call, isWrite in
    guard isWrite else { return try Team.find(db, call["team"], for: call.caller).id }
    return try Team.active(db, call["team"], for: call.caller).id
  }

  private static let chat: Place = { db, call, _ in
    try Chat.find(db, call["chat"], for: call.caller).id
  }

  private static let person: Place = { db, call, _ in
    guard let person = try Person.find(db, call["user"]) else {
      throw GraphFailure.notFound("Failed to find user with id '\(call["user"])' in the tenant")
    }
    return person.id
  }

  private static func shape(_ call: Call) -> String {
    if let team = call.parameters["team"] { return "teams('\(team)')/installedApps" }
    if let chat = call.parameters["chat"] {
      return "chats('\(chat.percentEncoded)')/installedApps"
    }
    return "users('\(call["user"])')/teamwork/installedApps"
  }
}
