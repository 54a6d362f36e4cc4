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

  init(_ database: any DatabaseWriter, file: CacheFile?) {
    self.database = database
    self.file = file
  }

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
    if failure.code == .damaged { file?.setAside() }
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
  /// - Returns: The cache, and whether a damaged file was moved aside to make it.
  /// - Throws: ``CacheError`` where no file can be made or read; `inMemory()` then still works.
  package static func open(
    at path: String
  ) throws(CacheError) -> (cache: TenantCache, recovered: Bool) {
    let file = CacheFile(path: path)
    try file.prepare()
    return try file.whileAlone { () throws(CacheError) in
      do throws(CacheError) {
        return (try open(file), false)
      } catch {
        guard error.code == .damaged else { throw error }
        file.setAside()
        try file.prepare()
        return (try open(file), true)
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

  private static func open(_ file: CacheFile) throws(CacheError) -> TenantCache {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 3
    configuration.observesSuspensionNotifications = false
    do {
      let database = try DatabasePool(path: file.path, configuration: configuration)
      try Schema.migrate(database)
      return TenantCache(database, file: file)
    } catch is Schema.Newer {
      throw CacheError(code: .newerSchema, path: file.path)
    } catch {
      throw CacheError(error, path: file.path)
    }
  }
}
