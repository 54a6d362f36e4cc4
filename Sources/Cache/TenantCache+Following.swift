package import Foundation
import GRDB
import Synchronization

/// How a list that was read whole is kept right without reading it again.
package struct FollowedList: Sendable, Hashable {
  /// The delta link, behind which is told what changed since.
  package let link: String
  /// At how many entries the list was cut; `nil` for one that holds everything.
  package let limit: Int?

  package init(link: String, limit: Int?) {
    self.link = link
    self.limit = limit
  }
}

extension TenantCache {
  /// How a list can be followed; `nil` where it has to be read anew.
  package func followed(_ kind: CacheKind) throws(CacheError) -> FollowedList? {
    try read { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT changes, cutAt FROM collection WHERE kind = ? AND container = ''",
        arguments: [kind.rawValue])
      let link: String? = row?["changes"]
      return link.map { FollowedList(link: $0, limit: row?["cutAt"]) }
    }
  }

  /// Takes in what changed in a list since it was last right; its age begins anew.
  ///
  /// Entries that are new come in only as far as the limit lets them, so that a list that was cut stays cut.
  ///
  /// - Parameters:
  ///   - sync: What changed.
  ///   - kind: The list's kind.
  ///   - link: The delta link that told it.
  ///   - next: The delta link of later changes.
  ///   - limit: The most entries that the list may have.
  ///   - date: When the changes were asked for.
  /// - Returns: How many entries changed; `nil` if another process has followed or read the list
  ///   meanwhile: what it knows is as new, and nothing is stored.
  /// - Throws: ``CacheError``; then nothing of it was stored.
  package func apply(
    _ sync: DeltaSync, kind: CacheKind, from link: String, to next: String, limit: Int = .max,
    at date: Date
  ) throws(CacheError) -> Int? {
    let name = CollectionName(kind: kind, container: nil)
    let applied = try write { db -> (merge: Merge, gone: [EntryKey], revision: Int)? in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT key, cutAt, revision FROM collection
          WHERE kind = ? AND container = '' AND changes = ?
          """, arguments: [kind.rawValue, link])
      guard let row else { return nil }
      let (key, cutAt): (Int64, Int?) = (row["key"], row["cutAt"])
      let merge = try Merge(sync, into: key, limit: limit, db)
      let gone = try Self.remove(
        Array(merge.removed) + merge.rows.map(\.entry.id), from: key, db)
      try Self.insert(merge.rows, into: key, db)
      try db.execute(
        sql: "UPDATE collection SET changes = ?, cutAt = ?, filledAt = ? WHERE key = ?",
        arguments: [next, merge.isCut ? limit : cutAt, date.timeIntervalSince1970, key])
      guard merge.count > 0 else { return (merge, gone, row["revision"]) }
      return (merge, gone, try Self.raiseRevision(of: key, db))
    }
    guard let (merge, gone, revision) = applied else { return nil }
    indexes.withLock { indexes in
      if merge.count > 0 {
        indexes.update(name, to: revision) {
          $0.update(removing: gone, adding: merge.rows)
        }
      }
      _ = indexes.index(name, revision: revision, filledAt: date)
    }
    return merge.count
  }

  /// Forgets how a list is followed: from now on it is only read anew.
  package func stopFollowing(_ kind: CacheKind) throws(CacheError) {
    try write { db in
      try db.execute(
        sql: "UPDATE collection SET changes = NULL WHERE kind = ?", arguments: [kind.rawValue])
    }
  }
}

/// What of some changes is news to a list.
private struct Merge {
  private(set) var rows: [EntryRow] = []
  private(set) var removed: Set<String> = []
  /// Whether there was no room for everything.
  private(set) var isCut = false

  var count: Int { rows.count + removed.count }

  init(_ sync: DeltaSync, into key: Int64, limit: Int, _ db: Database) throws {
    let held = try db.makeStatement(
      sql: "SELECT names, name, detail, note FROM entry WHERE collection = ? AND id = ?")
    for id in sync.removed where try Row.fetchOne(held, arguments: [key, id]) != nil {
      removed.insert(id)
    }
    let count = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM entry WHERE collection = ?", arguments: [key])
    var room = max(limit - ((count ?? 0) - removed.count), 0)
    for row in EntryRow.sorted(sync.entries.values.compactMap(EntryRow.init)) {
      if let old = try Row.fetchOne(held, arguments: [key, row.entry.id]) {
        let known: [String] = [old["names"], old["name"], old["detail"], old["note"]]
        let told = row.entry
        guard known != [row.names, told.name, told.detail, told.note] else { continue }
        rows.append(row)
      } else if room > 0 {
        room -= 1
        rows.append(row)
      } else {
        isCut = true
      }
    }
  }
}
