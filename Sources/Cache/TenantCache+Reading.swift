package import Foundation
import GRDB

extension TenantCache {
  /// The entries of one list that have this name.
  ///
  /// - Parameters:
  ///   - kind: The list's kind.
  ///   - container: What the list belongs to.
  ///   - name: A shown name or an alternate one.
  /// - Returns: Those of exactly this name; if there are none, those that differ in case or accents.
  /// - Throws: ``CacheError`` where the file cannot be read.
  package func entries(
    _ kind: CacheKind, container: String? = nil, named name: String
  ) throws(CacheError) -> [CachedEntry] {
    let folded = NameFolding.fold(name)
    let found = try read { db in
      try Self.fetch(
        db, "\(Self.named) ORDER BY names, entry.id",
        ["kind": kind.rawValue, "container": container ?? "", "folded": folded])
    }.filter { EntryRow.isNamed($0, folded) }
    let exact = found.filter { $0.name == name || $0.alternates.contains(name) }
    return exact.isEmpty ? found : exact
  }

  /// The entries of one list by name, at most so many.
  package func entries(
    _ kind: CacheKind, container: String? = nil, limit: Int = .max
  ) throws(CacheError) -> [CachedEntry] {
    try read { db in
      try Self.fetch(
        db, "\(Self.joined) WHERE kind = ? AND container = ? ORDER BY names, id LIMIT ?",
        [kind.rawValue, container ?? "", limit])
    }
  }

  /// The entry of this id, in whichever list of its kind it stands.
  package func entry(_ kind: CacheKind, id: String) throws(CacheError) -> CachedEntry? {
    try read { db in
      try Self.fetch(db, "\(Self.joined) WHERE kind = ? AND id = ? LIMIT 1", [kind.rawValue, id])
        .first
    }
  }

  /// When the whole list was last stored; `nil` if it never was.
  package func age(_ kind: CacheKind, container: String? = nil) throws(CacheError) -> Date? {
    try read { db in
      try Double.fetchOne(
        db, sql: "SELECT filledAt FROM collection WHERE kind = ? AND container = ?",
        arguments: [kind.rawValue, container ?? ""])
    }.map(Date.init(timeIntervalSince1970:))
  }

  /// Every list there is, by kind and container.
  package func summary() throws(CacheError) -> [CacheSummary] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT kind, container, filledAt,
            (SELECT count(*) FROM entry WHERE collection = key) AS count
          FROM collection ORDER BY kind, container
          """)
    }.compactMap { row in
      guard let kind = CacheKind(rawValue: row["kind"]) else { return nil }
      let filledAt: Double? = row["filledAt"]
      return CacheSummary(
        kind: kind, container: Self.container(row["container"]), count: row["count"],
        filledAt: filledAt.map(Date.init(timeIntervalSince1970:)))
    }
  }

  /// How many entries the lists of some containers have, of those that were read whole.
  package func sizes(
    _ kind: CacheKind, of containers: [String]
  ) throws(CacheError) -> [String: Int] {
    guard !containers.isEmpty else { return [:] }
    let marks = Array(repeating: "?", count: containers.count).joined(separator: ", ")
    return try read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT container, (SELECT count(*) FROM entry WHERE collection = key) AS count
          FROM collection WHERE kind = ? AND container IN (\(marks)) AND filledAt IS NOT NULL
          """)
      let rows = try Row.fetchAll(
        statement, arguments: [kind.rawValue] + StatementArguments(containers))
      return rows.reduce(into: [:]) { $0[$1["container"]] = $1["count"] }
    }
  }

  /// Where a folded name is a first name, another one, or what stands before an `@`: behind that mark, and
  /// behind the end of a field, the next character bounds what begins with it.
  private static let named = """
    CROSS JOIN (
      SELECT id FROM entry_name WHERE collection = (\(key)) AND folded = :folded
      UNION SELECT id FROM entry_name WHERE collection = (\(key))
        AND folded > :folded || '@' AND folded < :folded || 'A'
      UNION SELECT id FROM entry WHERE collection = (\(key)) AND names = :folded
      UNION SELECT id FROM entry WHERE collection = (\(key))
        AND names > :folded || char(31) AND names < :folded || ' '
    ) AS hit
    CROSS JOIN entry ON entry.collection = key AND entry.id = hit.id
    WHERE kind = :kind AND container = :container
    """

  private static let key =
    "SELECT key FROM collection WHERE kind = :kind AND container = :container"

  private static let joined = "JOIN entry ON entry.collection = key"

  /// Fetches entries, joined to their lists as the caller says.
  ///
  /// A cross join keeps its order; left to itself SQLite walks a whole list for one name.
  private static func fetch(
    _ db: Database, _ joins: String, _ arguments: StatementArguments
  ) throws -> [CachedEntry] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT kind, container, entry.id AS id, name, detail, note, alternates, cachedAt
        FROM collection \(joins)
        """)
    return try Row.fetchAll(statement, arguments: arguments).compactMap { row in
      guard let kind = CacheKind(rawValue: row["kind"]) else { return nil }
      return CachedEntry(
        kind: kind, container: container(row["container"]), id: row["id"], name: row["name"],
        detail: row["detail"], note: row["note"],
        alternates: EntryRow.fields(row["alternates"]),
        cachedAt: Date(timeIntervalSince1970: row["cachedAt"]))
    }
  }

  private static func container(_ stored: String) -> String? { stored.isEmpty ? nil : stored }
}
