/// Entries of one list on their way into the cache, made ready as they come.
///
/// A list that is read page by page is made ready while its next page travels.
package struct EntryBatch: Sendable {
  private(set) var rows: [EntryRow] = []
  private var places: [String: Int] = [:]

  package init(_ entries: some Sequence<CachedEntry> = []) {
    add(entries)
  }

  /// Takes entries in; of two with one id the later one counts.
  package mutating func add(_ entries: some Sequence<CachedEntry>) {
    for entry in entries {
      guard let row = EntryRow(entry) else { continue }
      if let place = places.updateValue(rows.count, forKey: entry.id) {
        rows[place] = row
        places[entry.id] = place
      } else {
        rows.append(row)
      }
    }
  }
}
