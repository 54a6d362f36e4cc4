/// The entries of a list that somebody meant lately: searched like the rest, and shown before it.
struct RecentNames: Sendable {
  /// The entries, sorted by name as every list is.
  private(set) var names = PackedNames()
  private(set) var ids: Set<String> = []
  /// When each was meant, in seconds.
  private var times: [Double] = []

  init() {}

  /// - Parameter entries: The entries sorted as a list is, and when each was meant.
  init(_ entries: [(row: EntryRow, time: Double)]) {
    names = PackedNames(sorted: entries.map(\.row))
    ids = Set(entries.map(\.row.entry.id))
    times = entries.map(\.time)
  }

  /// Places of this list, that of what was meant last first.
  func newestFirst(_ places: [Int]) -> [Int] {
    places.sorted { times[$0] > times[$1] }
  }
}
