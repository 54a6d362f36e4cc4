import GRDB
import Testing

@testable import Cache

struct RowInserterTests {
  private let database: DatabaseQueue

  init() throws {
    database = try DatabaseQueue()
    try database.write { db in
      try db.execute(sql: "CREATE TABLE thing (key INTEGER, name TEXT, at REAL, note TEXT UNIQUE)")
    }
  }

  @Test func `rows are stored as they were set, empty and odd texts too`() throws {
    let notes = ["", "é\u{1F}x", "a\u{0}b", String(repeating: "long ", count: 1000), "😀"]
    let stored = try database.write { db in
      var things = try RowInserter("INSERT INTO thing VALUES (?, ?, ?, ?)", db)
      for (number, note) in notes.enumerated() {
        things.set(Int64(number))
        things.set("name")
        things.set(Double(number) / 2)
        things.set(note)
        try things.insert()
      }
      return try Row.fetchAll(
        db, sql: "SELECT *, length(CAST(note AS BLOB)) AS bytes FROM thing ORDER BY key")
    }
    #expect(stored.map { $0["key"] as Int } == [0, 1, 2, 3, 4])
    #expect(stored.map { $0["name"] as String } == notes.map { _ in "name" })
    #expect(stored.map { $0["at"] as Double } == [0, 0.5, 1, 1.5, 2])
    #expect(stored.map { $0["bytes"] as Int } == notes.map(\.utf8.count))
    #expect(stored[1]["note"] as String == notes[1])
  }

  @Test func `a row that is refused is an error, and the next one is stored`() throws {
    try database.write { db in
      var things = try RowInserter("INSERT INTO thing (key, note) VALUES (?, ?)", db)
      func insert(_ key: Int64, _ note: String) throws {
        things.set(key)
        things.set(note)
        try things.insert()
      }
      try insert(1, "same")
      let error = #expect(throws: DatabaseError.self) { try insert(2, "same") }
      #expect(error?.resultCode == .SQLITE_CONSTRAINT)
      #expect(error?.message?.contains("UNIQUE") == true)
      try insert(3, "other")
      #expect(try Int.fetchAll(db, sql: "SELECT key FROM thing ORDER BY key") == [1, 3])
    }
  }
}
