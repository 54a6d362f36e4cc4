import Foundation
import GRDB
import Synchronization

/// An index as far as it is to be had at once.
package enum ReadyIndex: Sendable {
  /// It shows what the file holds.
  case current(NameIndex)
  /// Another process has written since, and loading it anew takes time.
  case old(NameIndex)
  /// Its list is long and not in memory yet.
  case notLoaded
}

extension TenantCache {
  /// The index of one list, up to date with every process's writes.
  ///
  /// The first call loads it, and one after another process's write does again, which takes some tens of
  /// milliseconds for 100,000 entries. Any other call only compares a number with the file's.
  package func index(_ kind: CacheKind, container: String? = nil) throws(CacheError) -> NameIndex {
    let name = CollectionName(kind: kind, container: container)
    return try read { db in
      guard let list = try Self.list(name, db) else {
        return NameIndex(PackedNames(), filledAt: nil)
      }
      if let index = try current(list, name, db) { return index }
      return try loading.withLock { _ in
        try current(list, name, db) ?? load(list, name, db)
      }
    }
  }

  /// The index of one list without the time that loading a long one takes: what a key may wait for.
  package func readyIndex(
    _ kind: CacheKind, container: String? = nil
  ) throws(CacheError) -> ReadyIndex {
    let name = CollectionName(kind: kind, container: container)
    return try read { db in
      guard let list = try Self.list(name, db) else {
        return .current(NameIndex(PackedNames(), filledAt: nil))
      }
      if let index = try current(list, name, db) { return .current(index) }
      if try Self.isShort(list.key, db) { return .current(try load(list, name, db)) }
      return indexes.withLock { $0.index(name) }.map(ReadyIndex.old) ?? .notLoaded
    }
  }

  /// The index as far as it is in memory, be it old: what is left where the file cannot be read.
  package func loadedIndex(_ kind: CacheKind, container: String? = nil) -> NameIndex? {
    indexes.withLock { $0.index(CollectionName(kind: kind, container: container)) }
  }

  /// A list as the file knows it.
  private struct List {
    let key: Int64
    let filledAt: Date?
    let revision: Int
  }

  private static func list(_ name: CollectionName, _ db: Database) throws -> List? {
    let statement = try db.cachedStatement(
      sql: "SELECT key, filledAt, revision FROM collection WHERE kind = ? AND container = ?")
    let row = try Row.fetchOne(statement, arguments: [name.kind.rawValue, name.container ?? ""])
    return row.map { row in
      let seconds: Double? = row["filledAt"]
      return List(
        key: row["key"], filledAt: seconds.map(Date.init(timeIntervalSince1970:)),
        revision: row["revision"])
    }
  }

  /// The index in memory, if it shows the list as it is.
  private func current(_ list: List, _ name: CollectionName, _ db: Database) throws -> NameIndex? {
    let loaded = indexes.withLock {
      $0.index(name, revision: list.revision, filledAt: list.filledAt)
    }
    guard var index = loaded, index.recent == nil else { return loaded }
    index.recent = try Self.recentNames(of: list.key, db)
    indexes.withLock { [index] in $0.setRecent(index.recent, of: name) }
    return index
  }

  private func load(_ list: List, _ name: CollectionName, _ db: Database) throws -> NameIndex {
    var index = NameIndex(try Self.packedNames(of: list.key, db), filledAt: list.filledAt)
    index.recent = try Self.recentNames(of: list.key, db)
    indexes.withLock { [index] in $0.keep(index, name, revision: list.revision) }
    return index
  }

  /// A list of fewer entries is loaded within a few milliseconds.
  private static let longList = 10_000

  private static func isShort(_ key: Int64, _ db: Database) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: "SELECT 1 FROM entry INDEXED BY entry_by_id WHERE collection = ? LIMIT 1 OFFSET ?")
    return try Int.fetchOne(statement, arguments: [key, longList]) == nil
  }

  /// So many entries are joined into one text by SQLite and copied at once.
  private static let chunk = 1024

  private static func packedNames(of key: Int64, _ db: Database) throws -> PackedNames {
    let statement = try db.makeStatement(
      sql: """
        SELECT count(*) AS count,
          CAST(group_concat(names || char(10), '') AS BLOB) AS names,
          CAST(group_concat(
            id || char(31) || name || char(31) || detail || char(31) || note || char(10), '')
            AS BLOB) AS shown
        FROM (
          SELECT names, id, name, detail, note FROM entry
          WHERE collection = ? AND (names, id) > (?, ?) ORDER BY names, id LIMIT ?)
        """)
    var packed = PackedNames()
    while true {
      let last = packed.lastKey
      let row = try Row.fetchOne(statement, arguments: [key, last.names, last.id, chunk])
      guard let row, let names = row["names"] as Data?, let shown = row["shown"] as Data? else {
        return packed
      }
      packed.append(nameLines: names, shownLines: shown)
      if row["count"] < chunk { return packed }
    }
  }
}
