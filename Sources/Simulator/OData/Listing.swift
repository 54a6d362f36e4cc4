import GRDB

/// A collection as SQL: its rows, its order, and the properties that a client may name.
struct Listing: Sendable {
  /// How a property is stored.
  enum Storage: Sendable {
    /// Text whose column is already lower case.
    case folded
    /// Text compared as it is, except for the case of ASCII letters.
    case text
    case flag
    case instant
    /// A collection with at most one element, lower case.
    case single
    /// A query of one column, lower case, which `any` looks into.
    case many
  }

  /// A property by its column or expression.
  struct Property: Sendable {
    let sql: String
    let storage: Storage

    init(_ sql: String, _ storage: Storage) {
      self.sql = sql
      self.storage = storage
    }
  }

  /// One term of the order; never null in any row.
  struct Term: Sendable {
    let sql: String
    let isDescending: Bool

    init(_ sql: String, descending: Bool = false) {
      self.sql = sql
      isDescending = descending
    }
  }

  var columns: String
  var tables: String
  var condition = "1"
  var arguments: [DatabaseValue] = []
  var properties: [String: Property] = [:]
  /// The order when the client names none; its last term tells any two rows apart.
  var order: [Term]

  /// This collection with a further condition.
  func filtered(_ sql: String, _ values: [DatabaseValue] = []) -> Listing {
    var narrowed = self
    narrowed.condition = "(\(condition)) AND (\(sql))"
    narrowed.arguments += values
    return narrowed
  }
}

/// One page of a collection.
struct Page {
  let rows: [Row]
  let next: PageCursor?
}

extension Listing {
  /// Reads the rows after the cursor, one more than asked for to know whether there is a next page.
  func page(_ db: Database, after cursor: PageCursor?, size: Int) throws -> Page {
    var listing = self
    if let cursor {
      let (sql, values) = try following(cursor)
      listing = filtered(sql, values)
    }
    let keys = order.enumerated().map { "\($1.sql) AS key\($0)" }.joined(separator: ", ")
    let sorting = order.map { $0.sql + ($0.isDescending ? " DESC" : "") }.joined(separator: ", ")
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(columns), \(keys) FROM \(tables) WHERE \(listing.condition)
        ORDER BY \(sorting) LIMIT ?
        """)
    let arguments = StatementArguments(listing.arguments + [(size + 1).databaseValue])
    let rows = try Row.fetchAll(statement, arguments: arguments)
    guard rows.count > size, size > 0 else {
      return Page(rows: Array(rows.prefix(size)), next: nil)
    }
    let last = rows[size - 1]
    let values = order.indices.map { index -> Document in
      let value: DatabaseValue = last["key\(index)"]
      return Int.fromDatabaseValue(value).map(Document.number)
        ?? .text(String.fromDatabaseValue(value))
    }
    return Page(rows: Array(rows.prefix(size)), next: PageCursor(values))
  }

  func count(_ db: Database) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT COUNT(*) FROM \(tables) WHERE \(condition)",
      arguments: StatementArguments(arguments)) ?? 0
  }

  /// The condition of the rows that come after the cursor in this order.
  private func following(_ cursor: PageCursor) throws(GraphFailure) -> (String, [DatabaseValue]) {
    let values = cursor.values.compactMap { $0.integer?.databaseValue ?? $0.string?.databaseValue }
    guard values.count == order.count, cursor.values.count == order.count else {
      throw .badRequest("Skip token is invalid or has expired.")
    }
    guard let first = order.first, let value = values.first else { return ("1", []) }
    // SQLite seeks an index by a bound, and not by alternatives: without it each page reads all before.
    let bound = "\(first.sql) \(first.isDescending ? "<=" : ">=") ?"
    var alternatives: [String] = []
    var arguments = [value]
    for (index, term) in order.enumerated() {
      let equal = order[..<index].map { "\($0.sql) = ?" }
      let beyond = "\(term.sql) \(term.isDescending ? "<" : ">") ?"
      alternatives.append("(" + (equal + [beyond]).joined(separator: " AND ") + ")")
      arguments += values[...index]
    }
    return ("\(bound) AND (\(alternatives.joined(separator: " OR ")))", arguments)
  }
}
