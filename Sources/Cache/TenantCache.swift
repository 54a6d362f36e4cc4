import Foundation
import GRDB
import Synchronization

/// What this machine remembers of one tenant, as one account sees it.
///
/// One SQLite file, which any number of processes may use at once: a write is there whole or not at all,
/// also after `kill -9`. All calls are synchronous and fast, but for storing tens of thousands of entries.
package final class TenantCache: Sendable {
  let database: any DatabaseWriter
  let file: CacheFile?
  let indexes = Mutex(LoadedIndexes())
  /// Held while a list is loaded, so that two who want it do not both build it.
  let loading = Mutex(())
  /// The file that is open, which need not be the one at the path any more.
  private let identity: FileIdentity?
  private let foundDamage = Mutex(false)

  init(_ database: any DatabaseWriter, file: CacheFile?) {
    self.database = database
    self.file = file
    identity = file?.identity
  }

  /// Whether the file at the path is still the one that is open.
  ///
  /// It is not after this or another process has moved it aside: what is written here nobody else sees
  /// then, and the cache is to be opened again.
  package var isInPlace: Bool { file?.identity == identity }

  /// Whether the file was moved aside because a call found it damaged.
  package var wasDamaged: Bool { foundDamage.withLock { $0 } }

  /// Reads from the database; a damaged file is moved aside for the next start.
  func read<Value>(_ body: (Database) throws -> Value) throws(CacheError) -> Value {
    do {
      return try database.read(body)
    } catch {
      throw failure(error)
    }
  }

  /// Writes in one transaction.
  func write<Value>(_ body: (Database) throws -> Value) throws(CacheError) -> Value {
    do {
      return try database.write(body)
    } catch {
      throw failure(error)
    }
  }

  func failure(_ error: any Error) -> CacheError {
    let failure = CacheError(error, path: file?.path ?? "")
    guard failure.code == .damaged, let file else { return failure }
    foundDamage.withLock { $0 = true }
    // Another process may have found it first, and have begun a new one in its place.
    file.whileAlone { if isInPlace { file.setAside(.damaged) } }
    return failure
  }
}

extension TenantCache {
  /// The file for one account: named by a hash, so that the folder tells nobody which tenants were visited.
  package static func path(
    in folder: String, authority: String, host: String, tenant: String, account: String
  ) -> String {
    let name = CacheFile.name(of: [authority, host, tenant, account].map { $0.lowercased() })
    return (folder as NSString).appendingPathComponent(name + ".sqlite")
  }

  /// Opens a cache, and makes it where it is missing.
  ///
  /// - Parameter path: The database file; its folder is made too.
  /// - Returns: The cache, and why another file was moved aside to make it, if one was.
  /// - Throws: ``CacheError`` where no file can be made or read; `inMemory()` then still works.
  package static func open(
    at path: String
  ) throws(CacheError) -> (cache: TenantCache, setAside: SetAside?) {
    let file = CacheFile(path: path)
    try file.prepare()
    return try file.whileAlone {
      () throws(CacheError) -> (cache: TenantCache, setAside: SetAside?) in
      do {
        do {
          return (try open(file), nil)
        } catch {
          guard let reason = SetAside(error) else { throw error }
          file.setAside(reason)
          try file.prepare()
          return (try open(file), reason)
        }
      } catch {
        throw error as? CacheError ?? CacheError(error, path: path)
      }
    }
  }

  /// A cache that is gone with the process, for where no file can be written.
  package static func inMemory() throws(CacheError) -> TenantCache {
    do {
      let database = try DatabaseQueue()
      try Schema.migrate(database)
      return TenantCache(database, file: nil)
    } catch {
      throw CacheError(error, path: "")
    }
  }

  private static func open(_ file: CacheFile) throws -> TenantCache {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 3
    configuration.observesSuspensionNotifications = false
    // Of a new file only. A list is written whole, page after page, and a system call for each.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA page_size = 16384") }
    let database = try DatabasePool(path: file.path, configuration: configuration)
    try Schema.migrate(database)
    return TenantCache(database, file: file)
  }
}

extension SetAside {
  /// - Returns: `nil` for an error that a fresh file would meet as well.
  fileprivate init?(_ error: any Error) {
    if error is Schema.Newer {
      self = .newer
    } else if CacheError(error, path: "").code == .damaged {
      self = .damaged
    } else {
      return nil
    }
  }
}
