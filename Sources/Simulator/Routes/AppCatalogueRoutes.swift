import Foundation
import GRDB
import HTTPTypes

/// The catalogue of apps, and how an app comes into it.
enum AppCatalogueRoutes {
  private static let app = "/appCatalogs/teamsApps/{app}"
  private static let definition = app + "/appDefinitions/{definition}"

  static let all = [
    Route(
      .get, "/appCatalogs/teamsApps", .listCatalogueApps,
      query: QueryRules(
        options: [.filter, .select, .expand, .skiptoken], expandable: ["appDefinitions"])
    ) { call in
      let expands = call.query.expand.contains("appDefinitions")
      let showsBot = call.query.sent.contains { $0.value.contains("$expand=bot") }
      return try await call.collection(
        TeamsApp.catalogue(for: call.caller), shape: "appCatalogs/teamsApps", counting: .never
      ) { db, row in
        let app = TeamsApp.document(row)
        guard expands else { return app }
        let definitions = try AppDefinition.all(db, of: row["id"])
        return app.followed(by: [
          "appDefinitions": .array(
            try definitions.map { try AppDefinition.document($0, withBot: showsBot) })
        ])
      }
    },
    Route(.post, "/appCatalogs/teamsApps", .publishApp) { call in
      let package = try AppPackage(call)
      let state = try call.stateOfSubmission
      let now = call.tenant.now
      let document = try await call.tenant.write { db in
        let id = try TeamsApp.insert(db, package)
        try AppDefinition.insert(db, package, of: id, state, by: call.caller.personID, at: now)
        return TeamsApp.document(try TeamsApp.row(db, id))
      }
      let front: Document.Fields = [
        "@odata.context": call.context("appCatalogs/teamsApps/$entity")
      ]
      var answer = Answer.created(document.preceded(by: front))
      let id = document["id"]?.string ?? ""
      answer.headers[.location] = "\(call.root)/appCatalogs/teamsApps/\(id)"
      return answer
    },
    Route(.delete, app, .publishApp) { call in
      try await call.tenant.write { db in
        let app = try TeamsApp.ownRow(db, call["app"], for: call.caller)
        let id: String = app["id"]
        for (table, column) in [
          ("installations", "app"), ("appDefinitions", "app"), ("apps", "id"),
        ] {
          try db.execute(sql: "DELETE FROM \(table) WHERE \(column) = ?", arguments: [id])
        }
      }
      return .noContent
    },
    Route(.post, app + "/appDefinitions", .publishApp) { call in
      let package = try AppPackage(call)
      let state = try call.stateOfSubmission
      let now = call.tenant.now
      let made = try await call.tenant.write { db in
        let app = try TeamsApp.ownRow(db, call["app"], for: call.caller)
        guard app["externalId"] == package.externalID else {
          throw GraphFailure.badRequest("The 'id' of the manifest is not that of the app.")
        }
        let id: String = app["id"]
        try AppDefinition.insert(db, package, of: id, state, by: call.caller.personID, at: now)
        return try AppDefinition.all(db, of: id).last.map { try AppDefinition.document($0) }
      }
      guard state == .submitted, let made else { return .noContent }
      let front: Document.Fields = ["@odata.context": call.context("appDefinition")]
      var answer = Answer.created(made.preceded(by: front))
      let id = made["id"]?.string?.percentEncoded ?? ""
      answer.headers[.location] = "\(call.root)\(call.path)/\(id)"
      return answer
    },
    Route(.patch, definition, .reviewApp) { call in
      let request = try call.object()
      guard let text = request["publishingState"]?.string,
        let state = AppDefinition.State(rawValue: text), state != .submitted
      else {
        throw GraphFailure.badRequest("'publishingState' can become 'published' or 'rejected'.")
      }
      guard call.caller.seesEveryTeam else {
        throw GraphFailure.forbidden("Only an administrator reviews apps.")
      }
      let now = call.tenant.now
      let document = try await call.tenant.write { db in
        let app: String = try TeamsApp.row(db, call["app"])["id"]
        let row = try AppDefinition.row(db, call["definition"], of: app)
        guard call.headers[.ifMatch] == AppDefinition.tag(row) else {
          throw GraphFailure.preconditionFailed("The app definition has changed, or has no eTag.")
        }
        try AppDefinition.setState(db, row, to: state, at: now)
        let version: String = row["version"]
        if state == .published { try AppDefinition.publish(db, version, of: app) }
        let changed = try AppDefinition.all(db, of: app).first { $0["version"] == version }
        return try changed.map { try AppDefinition.document($0) }
      }
      return call.entity(
        document ?? nil, shape: "appCatalogs/teamsApps('\(call["app"])')/appDefinitions")
    },
    Route(.delete, definition, .publishApp) { call in
      try await call.tenant.write { db in
        let app: String = try TeamsApp.ownRow(db, call["app"], for: call.caller)["id"]
        try AppDefinition.delete(db, try AppDefinition.row(db, call["definition"], of: app))
      }
      return .noContent
    },
    Route(.get, definition + "/bot", .readAppBot) { call in
      let bot = try await call.tenant.read { db in
        let app: String = try TeamsApp.row(db, call["app"])["id"]
        return try AppDefinition.row(db, call["definition"], of: app)["bot"] as String?
      }
      guard let bot else { throw GraphFailure.notFound("The app has no bot.") }
      return .ok(["@odata.type": "#microsoft.graph.teamworkBot", "id": .string(bot)])
    },
  ]
}

extension Call {
  /// Where a package that comes in stands: only an administrator publishes without a review.
  fileprivate var stateOfSubmission: AppDefinition.State {
    get throws(GraphFailure) {
      guard query.others["requiresreview"]?.lowercased() != "true" else { return .submitted }
      let mayPublish = Permissions.reviewApp.delegated.contains(where: caller.permissions.contains)
      guard caller.seesEveryTeam, mayPublish else {
        throw .forbidden("The caller may submit apps for review only.")
      }
      return .published
    }
  }
}
