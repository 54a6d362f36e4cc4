package import Foundation
import GRDB

/// What the bot's endpoint has accepted, in the order of its arrival.
///
/// One SQLite file beside the journal. The endpoint writes it; any number of shells follow it, and each
/// activity is handled by one of them. A write is there whole or not at all, also after `kill -9`, and
/// on the disk when the call returns.
package final class Inbox: Sendable {
  let file: RecordsFile
  package var path: String { file.path }

  init(_ file: RecordsFile) {
    self.file = file
  }

  /// Opens the inbox, and makes it where it is missing.
  ///
  /// - Parameters:
  ///   - path: The database file; its folder is made too.
  ///   - setsDamagedAside: Whether a file that is no database any more is moved out of the way; only for
  ///     who has the folder's ``EndpointLock``.
  /// - Returns: The inbox, and whether a damaged one was moved aside for it.
  /// - Throws: ``RecordsError`` where no file can be made or read.
  package static func open(
    at path: String, setsDamagedAside: Bool = false
  ) throws(RecordsError) -> (inbox: Inbox, wasDamaged: Bool) {
    do {
      return (try opened(path), false)
    } catch {
      guard setsDamagedAside, error.code == .damaged else { throw error }
      for part in ["", "-wal", "-shm"] { unsafe rename(path + part, path + part + ".damaged") }
      return (try opened(path), true)
    }
  }

  /// Whether there is one: none is made by who only looks.
  package static func exists(at path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  private static func opened(_ path: String) throws(RecordsError) -> Inbox {
    Inbox(try RecordsFile.open(at: path, steps: InboxSchema.steps))
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(RecordsError) -> Value {
    try file.read(body)
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(RecordsError) -> Value {
    try file.write(body)
  }
}

extension Inbox {
  /// Stores activities in one transaction, in their order.
  ///
  /// - Returns: For each whether it is new; what is there already, or came twice at once, is not.
  package func store(_ activities: [ArrivingActivity]) async throws(RecordsError) -> [Bool] {
    do {
      return try await file.database.write { db in
        let statement = try db.cachedStatement(
          sql: """
            INSERT INTO activity (key, receivedAt, document) VALUES (?, ?, ?)
            ON CONFLICT (key) DO NOTHING
            """)
        return try activities.map { activity in
          try statement.execute(arguments: [
            activity.key, activity.receivedAt.timeIntervalSince1970, activity.text,
          ])
          return db.changesCount > 0
        }
      }
    } catch {
      throw RecordsError(error, path: path)
    }
  }

  /// Removes what was handled and came before one time, and everything that came before another.
  ///
  /// A redelivery of what is gone would be taken for new; Teams gives up after minutes.
  ///
  /// - Returns: How many went.
  @discardableResult
  package func prune(handledBefore: Date, allBefore: Date) throws(RecordsError) -> Int {
    try write { db in
      try db.execute(
        sql: """
          DELETE FROM activity
          WHERE receivedAt < ? OR (handledAt IS NOT NULL AND receivedAt < ?)
          """,
        arguments: [allBefore.timeIntervalSince1970, handledBefore.timeIntervalSince1970])
      return db.changesCount
    }
  }
}
