package import Foundation

/// The names of one list in memory, to be searched while a key is held down.
///
/// A value: a copy that is being searched is not touched by entries stored meanwhile.
package struct NameIndex: Sendable {
  /// When the whole list was last stored; `nil` if only parts of it ever were.
  package internal(set) var filledAt: Date?
  /// Everything that was there when the list was loaded.
  private var base: PackedNames
  /// What was stored since.
  private var fresh = PackedNames()
  /// Places in `base` that are gone, or stand in `fresh` now.
  private var hidden: Set<Int> = []

  /// So many entries may be fresh before they are merged into the rest.
  private static let mostFresh = 4096

  init(_ base: PackedNames, filledAt: Date?) {
    self.base = base
    self.filledAt = filledAt
  }

  package var count: Int { base.count - hidden.count + fresh.count }

  /// Finds entries by any of their names, at most `limit` of them.
  ///
  /// What is typed is folded as the names were. Letters in order with others between them count only
  /// where nothing matches better. Nothing typed matches everything.
  package func search(_ typed: String, limit: Int) -> NameMatches {
    let needle = Array(NameFolding.fold(typed).utf8)
    let found = scan(limit: limit) { $0.scan(needle, limit: limit, skipping: $1) }
    guard found.total == 0 else { return found }
    return scan(limit: limit) { $0.scanInOrder(needle, limit: limit, skipping: $1) }
  }

  private func scan(
    limit: Int, _ scan: (PackedNames, Set<Int>) -> NameScan
  ) -> NameMatches {
    let new = scan(fresh, [])
    let old = scan(base, hidden)
    var hits: [NameMatch] = []
    for tier in NameTier.allCases where hits.count < limit {
      hits += new[tier].map { fresh.match($0, tier: tier) }
      hits += old[tier].map { base.match($0, tier: tier) }
    }
    return NameMatches(hits: Array(hits.prefix(limit)), total: new.total + old.total)
  }

  /// Takes entries out and others, sorted, in; an entry that comes in replaces the one of the same id.
  mutating func update(removing removed: Set<String>, adding added: [EntryRow]) {
    let ids = removed.union(added.map(\.entry.id))
    guard !ids.isEmpty else { return }
    for index in 0..<base.count where ids.contains(base.id(index)) { hidden.insert(index) }
    fresh = fresh.merged(without: ids, with: PackedNames(sorted: added))
    guard fresh.count + hidden.count > Self.mostFresh else { return }
    base = base.merged(without: Set(hidden.map(base.id)), with: fresh)
    fresh = PackedNames()
    hidden = []
  }
}
