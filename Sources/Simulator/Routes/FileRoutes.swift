import Foundation
import GRDB
import HTTPTypes

/// What is in files: read, written at once or range by range, and shared.
enum FileRoutes {
  static func routes(_ place: String) -> [Route] {
    let item = place + "/items/{item}"
    return [
      Route(.get, item + "/content", .readDrive) { call in
        let item = try await call.tenant.read { db in try call.readableItem(db) }
        return try download(item, call)
      },
      Route(.put, item + "/content", .writeItem) { call in
        let conflict = try ConflictBehavior(
          call.query.others[ConflictBehavior.property.lowercased()], standard: .replace)
        let now = call.tenant.now
        return try await call.tenant.write { db in try write(db, on: conflict, call, at: now) }
      },
      Route(.post, item + "/createUploadSession", .beginUpload) { call in
        let request: Document = try call.body.isEmpty ? [:] : call.object()
        let now = call.tenant.now
        let upload = try await call.tenant.write { db in try begin(db, request, call, at: now) }
        let front: Document.Fields = [
          "@odata.context": call.context("microsoft.graph.uploadSession"),
          "uploadUrl": .string("\(call.origin)/storage/uploads/\(upload.id)"),
        ]
        return .ok(upload.document.preceded(by: front))
      },
      Route(.post, item + "/createLink", .writeItem) { call in
        let request = try call.object()
        return try await call.tenant.write { db in
          let item = try call.item(db)
          let (row, isNew) = try FileLink.create(db, request, to: item)
          let front: Document.Fields = [
            "@odata.context": call.context("microsoft.graph.permission")
          ]
          let document = FileLink.document(row, to: item, call).preceded(by: front)
          return isNew ? .created(document) : .ok(document)
        }
      },
      Route(.post, item + "/invite", .writeItem) { call in
        let request = try call.object()
        let grants = try await call.tenant.write { db in
          try FileGrant.invite(db, request, to: try call.item(db))
        }
        return .ok([
          "@odata.context": call.context("Collection(permission)"), "value": .array(grants),
        ])
      },
      Route(.get, item + "/permissions", .readDrive, query: QueryRules(options: [.select])) {
        call in
        let item = try await call.tenant.read { db in try call.item(db) }
        return try await call.collection(
          FileLink.listing(of: item),
          shape: "\(DriveItemRoutes.shape(item.drive))('\(item.id)')/permissions", counting: .never
        ) { _, row in FileLink.document(row, to: item, call) }
      },
    ]
  }

  /// Where the bytes of a file are found for a while, without a token.
  static func download(_ item: DriveItem, _ call: Call) throws -> Answer {
    guard !item.isFolder else { throw GraphFailure.invalidItem("A folder has no content.") }
    let pass = StoragePass(
      item: item.id, revision: item.revision,
      expiresAt: call.tenant.now.advanced(seconds: 3600))
    return .redirect(to: pass.address(origin: call.origin, tenant: call.tenant))
  }

  private static func write(
    _ db: Database, on conflict: ConflictBehavior, _ call: Call, at now: Instant
  ) throws -> Answer {
    let person = call.caller.personID
    let (folder, name) = try ItemAddress(call["item"]).place(
      db, in: try call.drive(db), by: person, at: now)
    try folder.child(db, named: name)?.requireMatch(call.headers[.ifMatch])
    let (file, isNew) = try folder.file(
      db, name, mimeType: FileContent.mimeType(of: name, sent: call.headers[.contentType]),
      on: conflict, by: person, at: now)
    let key = UUID().uuidString
    try FileContent.append(db, call.body[...], at: 0, of: key)
    try FileContent.move(db, from: key, to: file, by: person, at: now)
    let document = try DriveItemRoutes.printed(
      try DriveItem.find(db, file.id, in: file.drive), db, call)
    return isNew ? .created(document) : .ok(document)
  }

  private static func begin(
    _ db: Database, _ request: Document, _ call: Call, at now: Instant
  ) throws -> Upload {
    let person = call.caller.personID
    let address = try ItemAddress(call["item"])
    let (folder, name) = try address.place(db, in: try call.drive(db), by: person, at: now)
    let properties = request["item"] ?? request
    let conflict = try ConflictBehavior(
      properties[ConflictBehavior.property]?.string, standard: .fail)
    let isOfFile = address.isItem
    return try Upload.begin(
      db, isOfFile ? name : properties["name"]?.string ?? name, in: folder,
      on: isOfFile ? .replace : conflict, isDeferred: request["deferCommit"]?.bool == true,
      by: person, at: now)
  }
}
