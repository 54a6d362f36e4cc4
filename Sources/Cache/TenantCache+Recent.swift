package import Foundation
import GRDB
import Synchronization

extension TenantCache {
  /// So many are remembered of each list.
  private static let mostRecent = 64

  /// Remembers that somebody meant an entry: from now on it comes first among its equals.
  ///
  /// Kept in the file, so that the next session knows it too. An entry of a list that is not here is passed
  /// over.
  package func noteUse(
    of id: String, _ kind: CacheKind, container: String? = nil, at date: Date
  ) throws(CacheError) {
    try write { db in
      let key = try Int64.fetchOne(
        db, sql: "SELECT key FROM collection WHERE kind = ? AND container = ?",
        arguments: [kind.rawValue, container ?? ""])
      guard let key else { return }
      try db.execute(
        sql: "INSERT OR REPLACE INTO recent VALUES (?, ?, ?)",
        arguments: [key, id, date.timeIntervalSince1970])
      try db.execute(
        sql: """
          DELETE FROM recent WHERE collection = ? AND id NOT IN (
            SELECT id FROM recent WHERE collection = ? ORDER BY usedAt DESC LIMIT ?)
          """, arguments: [key, key, Self.mostRecent])
    }
    let name = CollectionName(kind: kind, container: container)
    indexes.withLock { $0.setRecent(nil, of: name) }
  }

  /// Those of a list that were meant lately and are still there.
  static func recentNames(of key: Int64, _ db: Database) throws -> RecentNames {
    let statement = try db.cachedStatement(
      sql: """
        SELECT entry.id AS id, name, detail, note, alternates, usedAt
        FROM recent CROSS JOIN entry ON entry.collection = recent.collection AND entry.id = recent.id
        WHERE recent.collection = ? ORDER BY names, entry.id
        """)
    let rows = try Row.fetchAll(statement, arguments: [key])
    return RecentNames(
      rows.compactMap { row in
        let entry = CachedEntry(
          kind: .people, id: row["id"], name: row["name"], detail: row["detail"],
          note: row["note"], alternates: EntryRow.fields(row["alternates"]),
          cachedAt: .distantPast)
        return EntryRow(entry).map { (row: $0, time: row["usedAt"]) }
      })
  }
}
