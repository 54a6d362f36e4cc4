package import Foundation
import GRDB

extension TenantCache {
  /// The file behind the cache; `nil` for one in memory.
  package var path: String? { file?.path }

  /// Whether SQLite finds its file in order: a look at all pages, without the cross-checks that take long.
  package func isSound() throws(CacheError) -> Bool {
    try read { db in try String.fetchOne(db, sql: "PRAGMA quick_check(1)") } == "ok"
  }

  /// When a list was last read whole; `nil` for a cache that holds none.
  package func newestReading() throws(CacheError) -> Date? {
    try summary().compactMap(\.filledAt).max()
  }
}
