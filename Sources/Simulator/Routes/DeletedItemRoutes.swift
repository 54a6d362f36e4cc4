import GRDB
import HTTPTypes

/// What was deleted and can be restored.
enum DeletedItemRoutes {
  static let all = [
    Route(
      .get, "/directory/deletedItems/microsoft.graph.group", .readDeletedItems,
      query: .directory()
    ) { call in
      try await call.directory(listing, shape: "groups") { _, row in GroupRoutes.printed(row) }
    },
    Route(.get, "/directory/deletedItems/{object}", .readDeletedItems, query: .entity) { call in
      let document = try await call.tenant.read { db in
        GroupRoutes.printed(try Team.deletedRow(db, call["object"])).preceded(by: type)
      }
      return call.entity(document, shape: "directoryObjects")
    },
    Route(.post, "/directory/deletedItems/{object}/restore", .restoreDeletedItem) { call in
      let time = call.tenant.settling
      let document = try await call.tenant.write { db in
        let id: String = try Team.deletedRow(db, call["object"])["id"]
        try Team.restore(db, id, time)
        return GroupRoutes.printed(try GroupRoutes.row(db, id)).preceded(by: type)
      }
      return call.entity(document, shape: "directoryObjects")
    },
    Route(.delete, "/directory/deletedItems/{object}", .purgeDeletedItem) { call in
      try await call.tenant.write { db in
        try Team.purge(db, try Team.deletedRow(db, call["object"])["id"])
      }
      return .noContent
    },
    Route(
      .get, "/teamwork/deletedTeams", .listDeletedTeams,
      query: .collection([.top, .select], standard: 100, most: 999)
    ) { call in
      try await call.collection(
        listing.filtered("isTeam"), shape: "teamwork/deletedTeams"
      ) { _, row in ["id": .text(row["id"])] }
    },
  ]

  private static let type: Document.Fields = ["@odata.type": "#microsoft.graph.group"]

  private static let listing = Listing(
    columns: "teams.*", tables: "teams", condition: Team.isRestorable,
    properties: GroupRoutes.properties.merging(
      ["deletedDateTime": .init("deletedAt", .instant)], uniquingKeysWith: { $1 }),
    order: [Listing.Term("seq")])
}
