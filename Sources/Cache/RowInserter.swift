import GRDB
import GRDBSQLite

/// Inserts one row after another through one statement.
///
/// A large list is several hundred thousand rows, and boxing each of their values would take longer than
/// SQLite does. Safe since the texts stay in place while SQLite steps, and are not read at other times.
struct RowInserter {
  private let statement: Statement
  private let database: Database
  /// The texts of the row, behind a byte that gives even an empty one a place.
  private var bytes: [UInt8] = [0]
  private var texts: [(column: CInt, range: Range<Int>)] = []
  private var column: CInt = 0

  init(_ sql: String, _ database: Database) throws {
    statement = try database.makeStatement(sql: sql)
    self.database = database
  }

  /// Sets the next column.
  mutating func set(_ number: Int64) {
    column += 1
    unsafe sqlite3_bind_int64(statement.sqliteStatement, column, number)
  }

  /// Sets the next column.
  mutating func set(_ number: Double) {
    column += 1
    unsafe sqlite3_bind_double(statement.sqliteStatement, column, number)
  }

  /// Sets the next column.
  mutating func set(_ text: String) {
    column += 1
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    texts.append((column, start..<bytes.count))
  }

  /// Inserts the row whose columns were set, and begins the next one.
  mutating func insert() throws {
    let code = unsafe bytes.withUnsafeBytes { bytes in
      for (column, range) in texts {
        let text = unsafe bytes.baseAddress?.advanced(by: range.lowerBound)
          .assumingMemoryBound(to: CChar.self)
        unsafe sqlite3_bind_text(
          statement.sqliteStatement, column, text, CInt(range.count), nil)
      }
      let code = unsafe sqlite3_step(statement.sqliteStatement)
      unsafe sqlite3_reset(statement.sqliteStatement)
      unsafe sqlite3_clear_bindings(statement.sqliteStatement)
      return code
    }
    bytes.removeSubrange(1...)
    texts.removeAll(keepingCapacity: true)
    column = 0
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
    }
  }
}
