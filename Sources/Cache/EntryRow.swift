/// An entry with its folded names, ready to be stored and searched.
struct EntryRow: Sendable {
  let entry: CachedEntry
  /// Every folded name once, the shown one first, parted by unit separators.
  let names: String

  /// - Returns: `nil` for an entry without an id, or with one that no server sends.
  init?(_ entry: CachedEntry) {
    guard !entry.id.isEmpty, Self.oneLine(entry.id) == entry.id else { return nil }
    self.entry = CachedEntry(
      kind: entry.kind, container: entry.container, id: entry.id, name: Self.oneLine(entry.name),
      detail: Self.oneLine(entry.detail), alternates: entry.alternates, cachedAt: entry.cachedAt)
    var folded = [NameFolding.fold(entry.name)]
    for alternate in entry.alternates {
      let name = NameFolding.fold(alternate)
      if !name.isEmpty, !folded.contains(name) { folded.append(name) }
    }
    names = folded.joined(separator: Self.fieldEnd)
  }

  /// The order of the database, which compares bytes.
  static func comesFirst(_ left: EntryRow, _ right: EntryRow) -> Bool {
    let names = (left.names.utf8, right.names.utf8)
    return names.0.elementsEqual(names.1)
      ? left.entry.id.utf8.lexicographicallyPrecedes(right.entry.id.utf8)
      : names.0.lexicographicallyPrecedes(names.1)
  }

  static let fieldEnd = "\u{1F}"

  /// The parts of a stored list of texts.
  static func fields(_ joined: String) -> [String] {
    joined.isEmpty
      ? []
      : joined.split(separator: fieldEnd, omittingEmptySubsequences: false)
        .map(String.init)
  }

  /// The entry as the index shows it.
  var shown: String {
    [entry.id, entry.name, entry.detail].joined(separator: Self.fieldEnd)
  }

  /// A text without the two characters that part fields and lines, which no name should hold.
  private static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == PackedNames.lineEnd || $0 == PackedNames.fieldEnd })
    else { return text }
    return text.split { $0.isNewline || $0 == "\u{1F}" }.joined(separator: " ")
  }
}

extension PackedNames {
  init(sorted rows: [EntryRow]) {
    self.init()
    for row in rows {
      append(nameLines: (row.names + "\n").utf8, shownLines: (row.shown + "\n").utf8)
    }
  }
}
