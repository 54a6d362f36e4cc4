/// What an entry is found by in its list, which is sorted by both.
struct EntryKey: Sendable, Hashable {
  let names: String
  let id: String
}

/// An entry with its folded names, ready to be stored and searched.
///
/// A class, for a list is sorted and stored by moving references rather than a dozen texts each time.
final class EntryRow: Sendable {
  let entry: CachedEntry
  /// Every folded name once, the shown one first, parted by unit separators.
  ///
  /// An alternate name that another one goes on from with an `@` is left out: whatever fits it fits that
  /// one as well.
  let names: String
  /// Those behind the shown one.
  let others: [String]

  /// - Returns: `nil` for an entry without an id, or with one that no server sends.
  init?(_ entry: CachedEntry) {
    guard !entry.id.isEmpty, Self.isOneLine(entry.id) else { return nil }
    self.entry = CachedEntry(
      kind: entry.kind, container: entry.container, id: entry.id, name: Self.oneLine(entry.name),
      detail: Self.oneLine(entry.detail), note: Self.oneLine(entry.note),
      alternates: entry.alternates, cachedAt: entry.cachedAt)
    var folded = [NameFolding.fold(entry.name)]
    let alternates = entry.alternates.map(NameFolding.fold)
    for name in alternates where !name.isEmpty && !folded.contains(name) {
      if !alternates.contains(where: { Self.isAddress($0, of: name) }) { folded.append(name) }
    }
    names = folded.joined(separator: Self.fieldEnd)
    others = Array(folded.dropFirst())
  }

  /// Whether a text is a name, an `@` and what comes behind it.
  private static func isAddress(_ text: String, of name: String) -> Bool {
    let (text, name) = (text.utf8.span, name.utf8.span)
    guard text.count > name.count, text[name.count] == UInt8(ascii: "@") else { return false }
    for place in 0..<name.count where text[place] != name[place] { return false }
    return true
  }

  /// Whether a folded name is one of the entry's.
  static func isNamed(_ entry: CachedEntry, _ folded: String) -> Bool {
    NameFolding.fold(entry.name) == folded
      || entry.alternates.contains { NameFolding.fold($0) == folded }
  }

  static let fieldEnd = "\u{1F}"

  /// The parts of a stored list of texts.
  static func fields(_ joined: String) -> [String] {
    joined.isEmpty
      ? []
      : joined.utf8.split(separator: PackedNames.fieldEnd, omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
  }

  /// A text without the two characters that part fields and lines, which no name should hold.
  private static func oneLine(_ text: String) -> String {
    guard !isOneLine(text) else { return text }
    return text.split { $0.isNewline || $0 == "\u{1F}" }.joined(separator: " ")
  }

  private static func isOneLine(_ text: String) -> Bool {
    let bytes = text.utf8.span
    for place in 0..<bytes.count
    where bytes[place] == PackedNames.lineEnd || bytes[place] == PackedNames.fieldEnd {
      return false
    }
    return true
  }
}
