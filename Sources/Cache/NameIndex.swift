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
  /// Those that were meant lately; `nil` where the file is to be asked for them again.
  var recent: RecentNames?

  /// So many entries may be fresh before they are merged into the rest.
  private static let mostFresh = 4096

  init(_ base: PackedNames, filledAt: Date?) {
    self.base = base
    self.filledAt = filledAt
  }

  package var count: Int { base.count - hidden.count + fresh.count }

  /// Finds entries by any of their names, at most `limit` of them; of equal ones those meant lately first.
  ///
  /// What is typed is folded as the names were. Letters in order with others between them count only
  /// where nothing matches better. Nothing typed matches everything.
  package func search(_ typed: String, limit: Int) -> NameMatches {
    let needle = Array(NameFolding.fold(typed).utf8)
    let found = scan(limit: limit) { $0.scan(needle, limit: $1, skipping: $2) }
    guard found.total == 0 else { return found }
    return scan(limit: limit) { $0.scanInOrder(needle, limit: $1, skipping: $2) }
  }

  /// Whether more than one entry is shown by exactly this name.
  package func isShared(_ name: String) -> Bool {
    let folded = NameFolding.fold(name)
    let same = base.places(named: folded).lazy.filter { !hidden.contains($0) }
      .filter { base.shows(name, at: $0) }.prefix(2).count
    return same + fresh.places(named: folded).filter { fresh.shows(name, at: $0) }.count > 1
  }

  private func scan(
    limit: Int, _ scan: (PackedNames, Int, Set<Int>) -> NameScan
  ) -> NameMatches {
    let used = recent ?? RecentNames()
    let first = scan(used.names, used.names.count, [])
    // Those meant lately are among the rest too, and are shown once.
    let most = min(limit, .max - used.names.count) + used.names.count
    let new = scan(fresh, most, [])
    let old = scan(base, most, hidden)
    var hits: [NameMatch] = []
    for tier in NameTier.allCases where hits.count < limit {
      hits += used.newestFirst(first[tier]).map { used.names.match($0, tier: tier) }
      let others =
        new[tier].map { fresh.match($0, tier: tier) }
        + old[tier].map { base.match($0, tier: tier) }
      hits += used.ids.isEmpty ? others : others.filter { !used.ids.contains($0.id) }
    }
    return NameMatches(hits: Array(hits.prefix(limit)), total: new.total + old.total)
  }

  /// Takes entries out and others, sorted, in; one that comes in again was taken out first.
  mutating func update(removing removed: [EntryKey], adding added: [EntryRow]) {
    guard !removed.isEmpty || !added.isEmpty else { return }
    recent = nil
    hidden.formUnion(removed.compactMap(base.place))
    fresh = fresh.merged(
      without: Set(removed.compactMap(fresh.place)), with: PackedNames(sorted: added))
    guard fresh.count + hidden.count > Self.mostFresh else { return }
    base = base.merged(without: hidden, with: fresh)
    fresh = PackedNames()
    hidden = []
  }
}
