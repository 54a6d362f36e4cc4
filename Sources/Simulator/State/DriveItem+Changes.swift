import Foundation
import GRDB
import HTTPTypes

/// What to do when a name is taken.
enum ConflictBehavior: String, Sendable {
  case fail, replace, rename

  /// Reads the value of `@microsoft.graph.conflictBehavior`, where there is one.
  init(_ sent: String?, standard: ConflictBehavior) throws(GraphFailure) {
    guard let sent else {
      self = standard
      return
    }
    guard let known = ConflictBehavior(rawValue: sent.lowercased()) else {
      throw .invalidItem("Invalid value '\(sent)' for '\(Self.property)'.")
    }
    self = known
  }

  static let property = "@microsoft.graph.conflictBehavior"
}

extension DriveItem {
  /// Puts a new, empty item into this folder.
  func add(
    _ db: Database, _ name: String, mimeType: String?, by person: String?, at now: Instant
  ) throws -> DriveItem {
    guard isFolder else { throw GraphFailure.unknownItem }
    try ItemAddress.check(name)
    let id = "01" + UUID().uuidString.replacing("-", with: "")
    try db.execute(
      sql: """
        INSERT INTO driveItems
          (id, owner, parent, name, nameKey, mimeType, createdAt, modifiedAt, author, editor)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        id, drive.owner, key, name, name.lowercased(), mimeType, now.milliseconds,
        now.milliseconds, person, person,
      ])
    return try Self.find(db, id, in: drive)
  }

  /// The name that a new child gets, when the wanted one is taken and may be changed.
  func freeName(_ db: Database, like name: String) throws -> String {
    let dot = name.dropFirst().lastIndex(of: ".") ?? name.endIndex
    var number = 0
    var candidate = name
    while try child(db, named: candidate) != nil {
      number += 1
      candidate = "\(name[..<dot]) \(number)\(name[dot...])"
    }
    return candidate
  }

  /// Makes a folder in this one.
  func makeFolder(
    _ db: Database, _ name: String, on conflict: ConflictBehavior, by person: String?,
    at now: Instant
  ) throws -> DriveItem {
    guard let old = try child(db, named: name) else {
      return try add(db, name, mimeType: nil, by: person, at: now)
    }
    switch conflict {
    case .fail: throw GraphFailure.nameAlreadyExists
    case .replace:
      guard old.isFolder else { throw GraphFailure.nameAlreadyExists }
      return old
    case .rename:
      return try add(db, try freeName(db, like: name), mimeType: nil, by: person, at: now)
    }
  }

  /// The file that an upload of this name goes to, and whether it is a new one.
  func file(
    _ db: Database, _ name: String, mimeType: String, on conflict: ConflictBehavior,
    by person: String?, at now: Instant
  ) throws -> (file: DriveItem, isNew: Bool) {
    guard let old = try child(db, named: name) else {
      return (try add(db, name, mimeType: mimeType, by: person, at: now), true)
    }
    switch conflict {
    case .fail: throw GraphFailure.nameAlreadyExists
    case .replace:
      guard !old.isFolder else { throw GraphFailure.nameAlreadyExists }
      return (old, false)
    case .rename:
      let free = try freeName(db, like: name)
      return (try add(db, free, mimeType: mimeType, by: person, at: now), true)
    }
  }

  /// Gives the item another name or another folder of its drive.
  func change(_ db: Database, as request: Document, by person: String?, at now: Instant) throws {
    guard !isRoot else { throw GraphFailure.invalidItem("The root cannot be changed.") }
    let name = request["name"]?.string ?? name
    try ItemAddress.check(name)
    var folder = try Self.find(db, parent, in: drive)
    if let target = request["parentReference"]?["id"]?.string {
      folder = try Self.find(db, target, in: drive)
      guard folder.isFolder, try !tree(db).contains(folder.key) else {
        throw GraphFailure.invalidItem("The item cannot be moved there.")
      }
    }
    if let other = try folder.child(db, named: name), other.id != id {
      throw GraphFailure.nameAlreadyExists
    }
    try db.execute(
      sql: """
        UPDATE driveItems SET name = ?, nameKey = ?, parent = ?, revision = revision + 1,
          modifiedAt = ?, editor = ? WHERE id = ?
        """,
      arguments: [name, name.lowercased(), folder.key, now.milliseconds, person, id])
  }

  /// Takes the item away, with all that is in it.
  func delete(_ db: Database) throws {
    guard !isRoot else { throw GraphFailure.invalidItem("The root cannot be deleted.") }
    for id in try tree(db) {
      try db.execute(sql: "DELETE FROM filePieces WHERE file = ?", arguments: [id])
      try db.execute(sql: "DELETE FROM fileLinks WHERE item = ?", arguments: [id])
      try db.execute(sql: "DELETE FROM fileGrants WHERE item = ?", arguments: [id])
      try db.execute(sql: "DELETE FROM uploads WHERE parent = ?", arguments: [id])
      try db.execute(sql: "DELETE FROM driveItems WHERE id = ?", arguments: [id])
    }
  }

  /// Refuses a client that knows an older state of the item.
  func requireMatch(_ tag: String?) throws(GraphFailure) {
    guard let tag, tag != "*", tag != self.tag else { return }
    throw GraphFailure(
      status: .preconditionFailed, code: "resourceModified",
      message: "The resource has changed since the caller last read it; usually an eTag mismatch")
  }
}
