import Crypto
import Foundation
import GRDB

extension DriveItem {
  /// The item as Graph prints it.
  func document(_ db: Database, _ call: Call) throws -> Document {
    try document(db, origin: call.origin, tenant: call.tenant)
  }

  func document(_ db: Database, origin: String, tenant: Tenant) throws -> Document {
    let ancestors = try ancestors(db)
    var fields = Document.Fields()
    if !isFolder {
      let pass = StoragePass(
        item: id, revision: revision, expiresAt: tenant.now.advanced(seconds: 3600))
      fields["@microsoft.graph.downloadUrl"] = .string(
        pass.address(origin: origin, tenant: tenant))
    }
    let names = ancestors.map(\.name) + (isRoot ? [] : [name])
    let front: Document.Fields = [
      "createdDateTime": .string(createdAt.secondsText),
      "eTag": .string(tag), "id": .string(id),
      "lastModifiedDateTime": .string(modifiedAt.secondsText), "name": .string(name),
      "webUrl": .string(names.reduce(drive.webURL) { "\($0)/\($1.percentEncoded)" }),
      "cTag": .string("\"c:{\(id)},\(revision)\""),
      "size": .number(isFolder ? try weight(db) : size),
    ]
    fields = Document.Fields(fields.entries + front.entries)
    fields["createdBy"] = try identity(db, author)
    fields["lastModifiedBy"] = try identity(db, editor)
    fields["parentReference"] = reference(ancestors)
    fields["fileSystemInfo"] = [
      "createdDateTime": .string(createdAt.secondsText),
      "lastModifiedDateTime": .string(modifiedAt.secondsText),
    ]
    if let mimeType {
      fields["file"] = [
        "mimeType": .string(mimeType), "hashes": ["quickXorHash": .text(hash)],
      ]
    } else {
      fields["folder"] = ["childCount": .number(try childCount(db))]
    }
    if isRoot { fields["root"] = [:] }
    return .object(fields)
  }

  /// By which a client says which state of the item it knows.
  var tag: String { "\"{\(uniqueID)},\(revision)\"" }

  /// The GUID that SharePoint knows the item by.
  private var uniqueID: String {
    let digits = SHA256.hash(data: Data(id.utf8)).prefix(16).map {
      String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
    }.joined().uppercased()
    var rest = digits[...]
    return [8, 4, 4, 4, 12].map { length in
      defer { rest = rest.dropFirst(length) }
      return String(rest.prefix(length))
    }.joined(separator: "-")
  }

  private func reference(_ ancestors: [DriveItem]) -> Document {
    var fields: Document.Fields = [
      "driveType": drive.kind, "driveId": .string(drive.id),
    ]
    guard !isRoot else { return .object(fields) }
    fields["id"] = .string(ancestors.last?.id ?? drive.rootID)
    if let name = ancestors.last?.name { fields["name"] = .string(name) }
    let path = ancestors.map { "/" + $0.name.percentEncoded }.joined()
    fields["path"] = .string("/drives/\(drive.id)/root:\(path)")
    return .object(fields)
  }

  private func identity(_ db: Database, _ person: String?) throws -> Document? {
    guard let person, let found = try Person.find(db, person) else { return nil }
    return [
      "user": [
        "email": .text(found.mail), "id": .string(found.id),
        "displayName": .string(found.displayName),
      ]
    ]
  }

  private func childCount(_ db: Database) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT COUNT(*) FROM driveItems WHERE owner = ? AND parent = ?",
      arguments: [drive.owner, key]) ?? 0
  }

  /// The bytes of all files in a folder, at any depth.
  private func weight(_ db: Database) throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        WITH RECURSIVE tree (id, size) AS (
          SELECT ?, 0 UNION ALL
          SELECT driveItems.id, driveItems.size FROM driveItems
            JOIN tree ON driveItems.parent = tree.id WHERE driveItems.owner = ?)
        SELECT SUM(size) FROM tree
        """,
      arguments: [key, drive.owner]) ?? 0
  }
}
