import Foundation
import GRDB

/// One SQLite file of records in the data folder, which several processes read and write.
///
/// A write is there whole or not at all, also after `kill -9`, and on the disk when the call returns.
struct RecordsFile: Sendable {
  let path: String
  let database: DatabaseQueue

  /// Opens a file, and makes it where it is missing.
  ///
  /// - Parameters:
  ///   - path: The database file; its folder is made too.
  ///   - steps: Its tables, as steps from each version to the next.
  /// - Returns: The file, at the newest version.
  /// - Throws: ``RecordsError`` where no file can be made or read, and for one of a newer version.
  static func open(at path: String, steps: [String]) throws(RecordsError) -> RecordsFile {
    do {
      try prepare(path)
      var configuration = GRDB.Configuration()
      configuration.busyMode = .timeout(3)
      configuration.journalMode = .wal
      configuration.observesSuspensionNotifications = false
      // What was acknowledged also survives a power cut. Commits of many at once make up for it.
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      let file = RecordsFile(
        path: path, database: try DatabaseQueue(path: path, configuration: configuration))
      try file.migrate(by: steps)
      return file
    } catch {
      throw RecordsError(error, path: path)
    }
  }

  /// Makes the folder (0700) and the file (0600): it holds what people write.
  private static func prepare(_ path: String) throws {
    let folder = (path as NSString).deletingLastPathComponent
    if !folder.isEmpty {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
    var status = stat()
    if unsafe lstat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFREG else { throw failure(ELOOP, path) }
      unsafe chmod(path, 0o600)
    } else {
      try create(path)
    }
  }

  /// Makes an empty file elsewhere and moves it there, unless another process was faster.
  ///
  /// The file itself must not be opened and closed: that would take the locks of every connection to it
  /// that this process has (POSIX `fcntl`), and the next process to close it would empty the log under them.
  private static func create(_ path: String) throws {
    let fresh = "\(path).\(UUID().uuidString)"
    let descriptor = unsafe Foundation.open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(errno, path) }
    close(descriptor)
    defer { unsafe unlink(fresh) }
    guard unsafe link(fresh, path) == 0 || errno == EEXIST else { throw failure(errno, path) }
  }

  private static func failure(_ code: Int32, _ path: String) -> RecordsError {
    RecordsError(
      code: code == ENOSPC ? .noSpace : .unwritable, path: path,
      reason: NSError(domain: NSPOSIXErrorDomain, code: Int(code)).localizedDescription)
  }

  /// Brings the file to the newest version, in one transaction that other processes wait for.
  private func migrate(by steps: [String]) throws {
    try database.writeWithoutTransaction { db in
      guard try Self.version(db) != steps.count else { return }
      try db.inTransaction(.immediate) {
        let version = try Self.version(db)
        guard version <= steps.count else { throw RecordsError(code: .newer, path: path) }
        for step in steps[version...] { try db.execute(sql: step) }
        try db.execute(sql: "PRAGMA user_version = \(steps.count)")
        return .commit
      }
    }
  }

  private static func version(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(RecordsError) -> Value {
    do {
      return try database.read(body)
    } catch {
      throw RecordsError(error, path: path)
    }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(RecordsError) -> Value {
    do {
      return try database.write(body)
    } catch {
      throw RecordsError(error, path: path)
    }
  }
}

/// What tells whether something changed in a file, at the price of a look into shared memory.
package struct Revision: Sendable, Hashable {
  /// Rises when another connection, of this process or of another, writes.
  let others: Int64
  /// Rises with what this one writes.
  let own: Int64
}

extension RecordsFile {
  /// The revision of now; a different one from before means that it pays to read.
  func revision() throws(RecordsError) -> Revision {
    try read { db in
      Revision(
        others: try Int64.fetchOne(db, sql: "PRAGMA data_version") ?? 0,
        own: try Int64.fetchOne(db, sql: "SELECT total_changes()") ?? 0)
    }
  }
}
