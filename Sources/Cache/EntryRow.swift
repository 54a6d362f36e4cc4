/// What an entry is found by in its list, which is sorted by both.
struct EntryKey: Sendable, Hashable {
  let names: String
  let id: String
}

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
      detail: Self.oneLine(entry.detail), note: Self.oneLine(entry.note),
      alternates: entry.alternates, cachedAt: entry.cachedAt)
    var folded = [NameFolding.fold(entry.name)]
    for alternate in entry.alternates {
      let name = NameFolding.fold(alternate)
      if !name.isEmpty, !folded.contains(name) { folded.append(name) }
    }
    names = folded.joined(separator: Self.fieldEnd)
  }

  /// Rows in the order of the database, which compares bytes.
  static func sorted(_ rows: [EntryRow]) -> [EntryRow] {
    // Places are sorted and not rows, each of which would be moved some twenty times, field by field.
    let names = rows.map(\.names)
    return rows.indices.sorted {
      precedes(names[$0], names[$1]) ?? precedes(rows[$0].entry.id, rows[$1].entry.id) ?? false
    }.map { rows[$0] }
  }

  /// Which text has the smaller bytes; `nil` when they are the same.
  private static func precedes(_ left: String, _ right: String) -> Bool? {
    let (left, right) = (left.utf8.span, right.utf8.span)
    for place in 0..<min(left.count, right.count) where left[place] != right[place] {
      return left[place] < right[place]
    }
    return left.count == right.count ? nil : left.count < right.count
  }

  static let fieldEnd = "\u{1F}"

  /// The parts of a stored list of texts.
  static func fields(_ joined: String) -> [String] {
    joined.isEmpty
      ? []
      : joined.utf8.split(separator: PackedNames.fieldEnd, omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
  }

  /// The entry as the index shows it.
  var shown: String {
    [entry.id, entry.name, entry.detail, entry.note].joined(separator: Self.fieldEnd)
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
