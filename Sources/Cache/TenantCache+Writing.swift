package import Foundation
import GRDB
import Synchronization

extension TenantCache {
  /// Stores entries of one list, which searches find from then on.
  ///
  /// - Parameters:
  ///   - entries: The entries; one that is there already is replaced.
  ///   - kind: The list's kind.
  ///   - container: What the list belongs to, as for channels and members.
  ///   - isComplete: Whether these are all there are: then the others go, and the list's age begins anew.
  ///   - date: The moment that the list's age counts from.
  ///   - followed: How a complete list is followed from now on; `nil` leaves that as it was.
  /// - Throws: ``CacheError``; then nothing of it was stored.
  package func store(
    _ entries: [CachedEntry], kind: CacheKind, container: String? = nil, isComplete: Bool,
    at date: Date = Date(), followed: FollowedList? = nil
  ) throws(CacheError) {
    try store(
      EntryBatch(entries), kind: kind, container: container, isComplete: isComplete, at: date,
      followed: followed)
  }

  /// Stores entries that were made ready.
  package func store(
    _ batch: EntryBatch, kind: CacheKind, container: String? = nil, isComplete: Bool,
    at date: Date = Date(), followed: FollowedList? = nil
  ) throws(CacheError) {
    let name = CollectionName(kind: kind, container: container)
    let sorted = EntryRow.sorted(batch.rows)
    let (revision, gone) = try write { db in
      let key = try Self.key(of: name, db)
      var gone: [EntryKey] = []
      if isComplete {
        try Self.replace(key, with: sorted, db)
        try db.execute(
          sql: "UPDATE collection SET filledAt = ? WHERE key = ?",
          arguments: [date.timeIntervalSince1970, key])
        if let followed {
          try db.execute(
            sql: "UPDATE collection SET changes = ?, cutAt = ? WHERE key = ?",
            arguments: [followed.link, followed.limit, key])
        }
      } else {
        gone = try Self.remove(sorted.map(\.entry.id), from: key, db)
        try Self.insert(sorted, into: key, db)
      }
      return (try Self.raiseRevision(of: key, db), gone)
    }
    if isComplete {
      let index = NameIndex(PackedNames(sorted: sorted), filledAt: date)
      indexes.withLock { $0.keep(index, name, revision: revision) }
    } else {
      indexes.withLock { indexes in
        indexes.update(name, to: revision) { $0.update(removing: gone, adding: sorted) }
      }
    }
  }

  /// Forgets one entry; one that is not there is no error.
  package func remove(
    _ kind: CacheKind, container: String? = nil, id: String
  ) throws(CacheError) {
    let name = CollectionName(kind: kind, container: container)
    let (revision, gone) = try write { db in
      let key = try Self.key(of: name, db)
      let gone = try Self.remove([id], from: key, db)
      return (try Self.raiseRevision(of: key, db), gone)
    }
    indexes.withLock { indexes in
      indexes.update(name, to: revision) { $0.update(removing: gone, adding: []) }
    }
  }

  /// Forgets lists of some kinds, all of them unless a container is named, and gives the disk space back.
  package func clear(
    _ kinds: Set<CacheKind> = Set(CacheKind.allCases), container: String? = nil
  ) throws(CacheError) {
    try write { db in
      for kind in kinds {
        let keys = try Int64.fetchAll(
          db, sql: "SELECT key FROM collection WHERE kind = ? AND (? IS NULL OR container = ?)",
          arguments: [kind.rawValue, container, container])
        try Self.empty(keys, db)
        for key in keys {
          try db.execute(sql: "DELETE FROM recent WHERE collection = ?", arguments: [key])
          try db.execute(sql: "DELETE FROM collection WHERE key = ?", arguments: [key])
        }
      }
    }
    indexes.withLock { indexes in
      indexes.drop { kinds.contains($0.kind) && (container == nil || $0.container == container) }
    }
    guard container == nil else { return }
    file?.removeAside()
    do {
      try database.vacuum()
      // The log still holds pages of what was deleted.
      _ = try database.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    } catch {
      throw failure(error)
    }
  }

  /// The key of a list, which is begun where it is missing.
  ///
  /// Revisions begin at the time of day: a list that was cleared and begun anew has none that another
  /// process may still hold of the old one.
  private static func key(of name: CollectionName, _ db: Database) throws -> Int64 {
    let arguments: StatementArguments = [name.kind.rawValue, name.container ?? ""]
    try db.execute(
      sql: "INSERT OR IGNORE INTO collection (kind, container, revision) VALUES (?, ?, ?)",
      arguments: arguments + [Int(Date().timeIntervalSince1970 * 1_000_000)])
    return try Int64.fetchOne(
      db, sql: "SELECT key FROM collection WHERE kind = ? AND container = ?",
      arguments: arguments) ?? 0
  }

  static func raiseRevision(of key: Int64, _ db: Database) throws -> Int {
    try Int.fetchOne(
      db, sql: "UPDATE collection SET revision = revision + 1 WHERE key = ? RETURNING revision",
      arguments: [key]) ?? 0
  }

  private static func empty(_ keys: [Int64], _ db: Database) throws {
    for key in keys {
      try db.execute(sql: "DELETE FROM entry_name WHERE collection = ?", arguments: [key])
      try db.execute(sql: "DELETE FROM entry WHERE collection = ?", arguments: [key])
    }
  }

  /// - Returns: What of it was there, as the index in memory knows it.
  static func remove(
    _ ids: [String], from key: Int64, _ db: Database
  ) throws -> [EntryKey] {
    var gone: [EntryKey] = []
    let names = try db.makeStatement(
      sql: "SELECT names FROM entry WHERE collection = ? AND id = ?")
    let deleteName = try db.makeStatement(
      sql: "DELETE FROM entry_name WHERE collection = ? AND folded = ? AND id = ?")
    let deleteEntry = try db.makeStatement(
      sql: "DELETE FROM entry WHERE collection = ? AND names = ? AND id = ?")
    for id in ids {
      guard let joined = try String.fetchOne(names, arguments: [key, id]) else { continue }
      for name in EntryRow.fields(joined).dropFirst() {
        try deleteName.execute(arguments: [key, name, id])
      }
      try deleteEntry.execute(arguments: [key, joined, id])
      gone.append(EntryKey(names: joined, id: id))
    }
    return gone
  }

  /// From so many entries on, making the index of ids anew is faster than adding each to it.
  private static let manyEntries = 10_000

  private static func replace(_ key: Int64, with rows: [EntryRow], _ db: Database) throws {
    guard rows.count >= manyEntries else {
      try empty([key], db)
      return try insert(rows, into: key, db)
    }
    try Schema.whileUnindexed(db) {
      try empty([key], db)
      try insert(rows, into: key, db)
    }
  }

  static func insert(_ rows: [EntryRow], into key: Int64, _ db: Database) throws {
    var entries = try RowInserter("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)", db)
    var names = try RowInserter("INSERT INTO entry_name VALUES (?, ?, ?)", db)
    for row in rows {
      let entry = row.entry
      entries.set(key)
      entries.set(row.names)
      entries.set(entry.id)
      entries.set(entry.name)
      entries.set(entry.detail)
      entries.set(entry.alternates.joined(separator: EntryRow.fieldEnd))
      entries.set(entry.cachedAt.timeIntervalSince1970)
      entries.set(entry.note)
      try entries.insert()
    }
    // The shown names, by which the rows are sorted, are found without.
    let pairs = rows.flatMap { row in row.others.map { ($0, row.entry.id) } }
    // Any order near that of the table spares SQLite its jumps.
    for (folded, id) in pairs.sorted(by: { $0.0 < $1.0 }) {
      names.set(key)
      names.set(folded)
      names.set(id)
      try names.insert()
    }
  }
}
