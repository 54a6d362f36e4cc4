import Foundation
import GRDB
import HTTPTypes

/// A file or a folder of a drive, as it is stored.
struct DriveItem: Sendable {
  let drive: Drive
  let id: String
  /// The id of the folder that it is in; empty in the root.
  let parent: String
  let name: String
  /// What kind of file it is; a folder is none.
  let mimeType: String?
  let size: Int
  let hash: String?
  let revision: Int
  let createdAt: Instant
  let modifiedAt: Instant
  let author: String?
  let editor: String?

  var isFolder: Bool { mimeType == nil }
  var isRoot: Bool { id == drive.rootID }
  /// What its children name as their parent.
  var key: String { isRoot ? "" : id }
}

extension DriveItem {
  init(_ row: Row, in drive: Drive) {
    self.drive = drive
    id = row["id"]
    parent = row["parent"]
    name = row["name"]
    mimeType = row["mimeType"]
    size = row["size"]
    hash = row["hash"]
    revision = row["revision"]
    createdAt = Instant(milliseconds: row["createdAt"])
    modifiedAt = Instant(milliseconds: row["modifiedAt"])
    author = row["author"]
    editor = row["editor"]
  }

  /// The root of a drive.
  init(rootOf drive: Drive) {
    self.drive = drive
    id = drive.rootID
    parent = ""
    name = "root"
    mimeType = nil
    size = 0
    hash = nil
    revision = 1
    createdAt = drive.createdAt
    modifiedAt = drive.createdAt
    author = nil
    editor = nil
  }

  static func find(_ db: Database, _ id: String, in drive: Drive) throws -> DriveItem {
    guard id != "root", id != "", id != drive.rootID else { return DriveItem(rootOf: drive) }
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM driveItems WHERE id = ? AND owner = ?", arguments: [id, drive.owner])
    guard let row else { throw GraphFailure.unknownItem }
    return DriveItem(row, in: drive)
  }

  /// The child of this name, whatever its case.
  func child(_ db: Database, named name: String) throws -> DriveItem? {
    try Row.fetchOne(
      db, sql: "SELECT * FROM driveItems WHERE owner = ? AND parent = ? AND nameKey = ?",
      arguments: [drive.owner, key, name.lowercased()]
    ).map { DriveItem($0, in: drive) }
  }

  /// The folder in which a channel keeps its files, with the drive that it is in.
  static func folder(_ db: Database, of channel: Channel, _ row: Row) throws -> DriveItem {
    let drive = try Drive.of(db, channel, row)
    let name = channel.id.dropFirst(3).prefix { $0 != "@" }
    return try find(db, "01" + name.uppercased().replacing("-", with: ""), in: drive)
  }

  /// What is in a folder, in the order of names.
  var children: Listing {
    Listing(
      columns: "driveItems.*", tables: "driveItems", condition: "owner = ? AND parent = ?",
      arguments: [drive.owner.databaseValue, key.databaseValue],
      properties: [
        "name": .init("nameKey", .folded), "size": .init("size", .text),
        "lastModifiedDateTime": .init("modifiedAt", .instant),
        "createdDateTime": .init("createdAt", .instant),
      ],
      order: [Listing.Term("nameKey")])
  }

  /// The folders that it is in, the root first and without the root itself.
  func ancestors(_ db: Database) throws -> [DriveItem] {
    var ancestors: [DriveItem] = []
    var next = parent
    while !next.isEmpty {
      let item = try Self.find(db, next, in: drive)
      ancestors.insert(item, at: 0)
      next = item.parent
    }
    return ancestors
  }

  /// Ids of what is in it, at any depth, and of itself.
  func tree(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        WITH RECURSIVE tree (id) AS (
          SELECT ? UNION ALL
          SELECT driveItems.id FROM driveItems JOIN tree ON driveItems.parent = tree.id
          WHERE driveItems.owner = ?)
        SELECT id FROM tree
        """,
      arguments: [key, drive.owner])
  }
}

extension GraphFailure {
  static var unknownItem: GraphFailure {
    notFound("The resource could not be found.", code: "itemNotFound")
  }

  static var accessDenied: GraphFailure {
    GraphFailure(status: .forbidden, code: "accessDenied", message: "Access denied")
  }

  static var nameAlreadyExists: GraphFailure {
    GraphFailure(
      status: .conflict, code: "nameAlreadyExists",
      message: "An item with the same name already exists under the parent")
  }

  static func invalidItem(_ message: String) -> GraphFailure {
    badRequest(message, code: "invalidRequest")
  }
}
