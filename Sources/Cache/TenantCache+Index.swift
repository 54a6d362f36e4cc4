import Foundation
import GRDB
import Synchronization

extension TenantCache {
  /// The index of one list, up to date with every process's writes.
  ///
  /// The first call loads it, and one after another process's write does again, which takes some tens of
  /// milliseconds for 100,000 entries; the shell lets that happen before a key needs it. Any other call
  /// only compares a number with the file's.
  package func index(_ kind: CacheKind, container: String? = nil) throws(CacheError) -> NameIndex {
    let name = CollectionName(kind: kind, container: container)
    return try read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT key, filledAt, revision FROM collection WHERE kind = ? AND container = ?")
      let row = try Row.fetchOne(statement, arguments: [kind.rawValue, container ?? ""])
      guard let row else { return NameIndex(PackedNames(), filledAt: nil) }
      let revision: Int = row["revision"]
      let seconds: Double? = row["filledAt"]
      let filledAt = seconds.map(Date.init(timeIntervalSince1970:))
      let loaded = indexes.withLock { $0.index(name, revision: revision, filledAt: filledAt) }
      if let loaded { return loaded }
      let index = NameIndex(try Self.packedNames(of: row["key"], db), filledAt: filledAt)
      indexes.withLock { $0.keep(index, name, revision: revision) }
      return index
    }
  }

  /// The index as far as it is in memory, be it old: what is left where the file cannot be read.
  package func loadedIndex(_ kind: CacheKind, container: String? = nil) -> NameIndex? {
    indexes.withLock { $0.index(CollectionName(kind: kind, container: container)) }
  }

  /// So many entries are joined into one text by SQLite and copied at once.
  private static let chunk = 1024

  private static func packedNames(of key: Int64, _ db: Database) throws -> PackedNames {
    let statement = try db.makeStatement(
      sql: """
        SELECT count(*) AS count,
          CAST(group_concat(names || char(10), '') AS BLOB) AS names,
          CAST(group_concat(id || char(31) || name || char(31) || detail || char(10), '') AS BLOB)
            AS shown
        FROM (
          SELECT names, id, name, detail FROM entry
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
