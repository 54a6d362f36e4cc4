import Foundation

/// One list of the cache.
struct CollectionName: Sendable, Hashable {
  let kind: CacheKind
  let container: String?
}

/// The indexes in memory, each with the revision of the list it shows.
///
/// Every write to a list raises its revision in the same transaction, whichever process writes. So an
/// index is kept up to date by the writes of this process, and is seen to be old after those of another.
struct LoadedIndexes: Sendable {
  private var indexes: [CollectionName: (index: NameIndex, revision: Int)] = [:]

  /// The index as it is in memory, be it old.
  func index(_ name: CollectionName) -> NameIndex? { indexes[name]?.index }

  /// The index, if it shows this revision, with the list's age as it is now.
  mutating func index(_ name: CollectionName, revision: Int, filledAt: Date?) -> NameIndex? {
    guard let loaded = indexes[name], loaded.revision == revision else { return nil }
    if loaded.index.filledAt != filledAt { indexes[name]?.index.filledAt = filledAt }
    return indexes[name]?.index
  }

  /// Keeps an index, unless a newer one is here already.
  mutating func keep(_ index: NameIndex, _ name: CollectionName, revision: Int) {
    if let loaded = indexes[name], loaded.revision > revision { return }
    indexes[name] = (index, revision)
  }

  /// Applies a write that led to a revision; an index that missed one before it is dropped.
  mutating func update(
    _ name: CollectionName, to revision: Int, _ change: (inout NameIndex) -> Void
  ) {
    guard var loaded = indexes.removeValue(forKey: name) else { return }
    guard loaded.revision == revision - 1 else { return }
    change(&loaded.index)
    loaded.revision = revision
    indexes[name] = loaded
  }

  /// Sets which entries come first; `nil` to have the file asked again.
  mutating func setRecent(_ recent: RecentNames?, of name: CollectionName) {
    indexes[name]?.index.recent = recent
  }

  mutating func drop(where isDropped: (CollectionName) -> Bool) {
    indexes = indexes.filter { !isDropped($0.key) }
  }
}
