import Foundation
import GRDB

/// Links by which an item is shared.
enum FileLink {
  /// The link of this type and scope, made when there is none.
  static func create(
    _ db: Database, _ request: Document, to item: DriveItem
  ) throws -> (row: Row, isNew: Bool) {
    let type = request["type"]?.string ?? "view"
    let scope = request["scope"]?.string ?? "organization"
    guard ["view", "edit", "embed"].contains(type),
      ["anonymous", "organization", "users"].contains(scope)
    else { throw GraphFailure.invalidItem("The link has no such type or scope.") }
    if let row = try find(db, type, scope, to: item) { return (row, false) }
    try db.execute(
      sql: "INSERT INTO fileLinks VALUES (?, ?, ?, ?)",
      arguments: [UUID().uuidString.lowercased(), item.id, type, scope])
    guard let row = try find(db, type, scope, to: item) else { throw GraphFailure.unknownItem }
    return (row, true)
  }

  private static func find(
    _ db: Database, _ type: String, _ scope: String, to item: DriveItem
  ) throws -> Row? {
    try Row.fetchOne(
      db, sql: "SELECT * FROM fileLinks WHERE item = ? AND type = ? AND scope = ?",
      arguments: [item.id, type, scope])
  }

  static func listing(of item: DriveItem) -> Listing {
    Listing(
      columns: "fileLinks.*", tables: "fileLinks", condition: "item = ?",
      arguments: [item.id.databaseValue], order: [Listing.Term("id")])
  }

  static func document(_ row: Row, to item: DriveItem, _ call: Call) -> Document {
    let id: String = row["id"]
    let type: String = row["type"]
    let site = item.drive.webURL.prefix { $0 != "?" }.split(separator: "/").prefix(2)
    let letter = item.isFolder ? "f" : "u"
    return [
      "id": .string(id), "roles": [type == "edit" ? "write" : "read"], "hasPassword": false,
      "link": [
        "type": .string(type), "scope": .text(row["scope"]), "preventsDownload": false,
        "webUrl": .string("\(site.joined(separator: "//"))/:\(letter):/s/\(id)"),
        "application": [
          "id": .string(call.caller.appID), "displayName": .string(call.tenant.profile.appName),
        ],
      ],
    ]
  }
}
