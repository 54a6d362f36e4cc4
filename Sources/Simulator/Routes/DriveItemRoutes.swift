import GRDB
import HTTPTypes

/// The files and folders of a drive: what they are, what is in them, and where they lie.
enum DriveItemRoutes {
  static func routes(_ place: String) -> [Route] {
    let item = place + "/items/{item}"
    return [
      Route(.get, item, .readItem, query: .entity) { call in
        let (drive, document) = try await call.tenant.read { db in
          let item = try call.readableItem(db)
          return (item.drive, try item.document(db, call))
        }
        return call.entity(document, shape: shape(drive))
      },
      Route(.get, item + "/children", .readDrive, query: childrenQuery) { call in
        let folder = try await call.tenant.read { db in try call.readableItem(db) }
        return try await call.collection(
          folder.children, shape: shape(folder.drive, of: folder), counting: .page
        ) { db, row in try DriveItem(row, in: folder.drive).document(db, call) }
      },
      Route(.post, item + "/children", .writeItem) { call in
        let request = try call.object()
        guard let name = request["name"]?.string, request["folder"]?.fields != nil else {
          throw GraphFailure.invalidItem("A new folder needs a 'name' and a 'folder'.")
        }
        let conflict = try ConflictBehavior(
          request[ConflictBehavior.property]?.string, standard: .fail)
        let now = call.tenant.now
        return try await call.tenant.write { db in
          let folder = try call.item(db).makeFolder(
            db, name, on: conflict, by: call.caller.personID, at: now)
          return .created(try printed(folder, db, call))
        }
      },
      Route(.patch, item, .writeItem) { call in
        let request = try call.object()
        let now = call.tenant.now
        return try await call.tenant.write { db in
          let item = try call.item(db)
          try item.requireMatch(call.headers[.ifMatch])
          try item.change(db, as: request, by: call.caller.personID, at: now)
          return .ok(try printed(try DriveItem.find(db, item.id, in: item.drive), db, call))
        }
      },
      Route(.delete, item, .writeItem) { call in
        try await call.tenant.write { db in
          let item = try call.item(db)
          try item.requireMatch(call.headers[.ifMatch])
          try item.delete(db)
        }
        return .noContent
      },
    ]
  }

  private static let childrenQuery = QueryRules.collection(
    [.top, .select, .orderby], standard: 200, most: 999)

  static func shape(_ drive: Drive) -> String { "drives('\(drive.id.percentEncoded)')/items" }

  private static func shape(_ drive: Drive, of folder: DriveItem) -> String {
    "\(shape(drive))('\(folder.id)')/children"
  }

  static func printed(_ item: DriveItem, _ db: Database, _ call: Call) throws -> Document {
    let front: Document.Fields = [
      "@odata.context": call.context(shape(item.drive) + "/$entity")
    ]
    return try item.document(db, call).preceded(by: front)
  }
}
