/// A sorted list of entries in a handful of buffers, so that 100,000 of them are some megabytes and a walk.
///
/// Each entry is one line of `names` (its folded names, parted by a unit separator) and one line of
/// `shown` (id, name, detail and note as they are shown, parted likewise).
struct PackedNames: Sendable {
  static let fieldEnd: UInt8 = 0x1F
  static let lineEnd: UInt8 = 0x0A

  private(set) var names: [UInt8] = []
  private var shown: [UInt8] = []
  /// Where each line begins, and behind the last one where the next would.
  private(set) var nameStarts: [UInt32] = [0]
  private var shownStarts: [UInt32] = [0]
  /// What letters the first name of each entry holds.
  private(set) var letters: [LetterSet] = []

  var count: Int { nameStarts.count - 1 }

  init() {}

  init(sorted rows: [EntryRow]) {
    reserve(
      nameBytes: rows.reduce(0) { $0 + $1.names.utf8.count + 1 },
      shownBytes: rows.reduce(0) { $0 + Self.shownLength($1.entry) }, entries: rows.count)
    for row in rows {
      names.append(contentsOf: row.names.utf8)
      names.append(Self.lineEnd)
      nameStarts.append(UInt32(names.count))
      show(row.entry.id, Self.fieldEnd)
      show(row.entry.name, Self.fieldEnd)
      show(row.entry.detail, Self.fieldEnd)
      show(row.entry.note, Self.lineEnd)
      shownStarts.append(UInt32(shown.count))
    }
    noteLetters()
  }

  private static func shownLength(_ entry: CachedEntry) -> Int {
    entry.id.utf8.count + entry.name.utf8.count + entry.detail.utf8.count + entry.note.utf8.count
      + 4
  }

  private mutating func show(_ text: String, _ end: UInt8) {
    shown.append(contentsOf: text.utf8)
    shown.append(end)
  }

  /// Appends lines that sort behind those already here.
  mutating func append(nameLines: some Sequence<UInt8>, shownLines: some Sequence<UInt8>) {
    Self.append(nameLines, to: &names, starts: &nameStarts)
    Self.append(shownLines, to: &shown, starts: &shownStarts)
    noteLetters()
  }

  /// Takes the letters of what was appended.
  private mutating func noteLetters() {
    for index in letters.count..<count {
      letters.append(LetterSet(ofFirstField: names, from: Int(nameStarts[index])))
    }
  }

  /// Makes room for this many bytes and entries more, and no more than that.
  mutating func reserve(nameBytes: Int, shownBytes: Int, entries: Int) {
    names.reserveCapacity(names.count + nameBytes)
    shown.reserveCapacity(shown.count + shownBytes)
    nameStarts.reserveCapacity(nameStarts.count + entries)
    letters.reserveCapacity(letters.count + entries)
    shownStarts.reserveCapacity(shownStarts.count + entries)
  }

  /// The bytes of an entry's folded names, with the line end.
  func nameLine(_ index: Int) -> ArraySlice<UInt8> {
    names[Int(nameStarts[index])..<Int(nameStarts[index + 1])]
  }

  private func shownLine(_ index: Int) -> ArraySlice<UInt8> {
    shown[Int(shownStarts[index])..<Int(shownStarts[index + 1])]
  }

  func id(_ index: Int) -> String {
    String(decoding: shownLine(index).prefix { $0 != Self.fieldEnd }, as: UTF8.self)
  }

  /// What the last entry is sorted by.
  var lastKey: (names: String, id: String) {
    guard count > 0 else { return ("", "") }
    return (String(decoding: nameLine(count - 1).dropLast(), as: UTF8.self), id(count - 1))
  }

  func match(_ index: Int, tier: NameTier) -> NameMatch {
    let fields = shownLine(index).dropLast().split(
      separator: Self.fieldEnd, omittingEmptySubsequences: false)
    let texts = fields.map { String(decoding: $0, as: UTF8.self) } + ["", "", "", ""]
    return NameMatch(
      id: texts[0], name: texts[1], detail: texts[2], note: texts[3], tier: tier)
  }

  /// The entries whose first name folds to this.
  func places(named folded: String) -> Range<Int> {
    // Behind a name comes the end of the field or of the line, which sort before every letter.
    let name = Array(folded.utf8)
    let start = firstPlace(notBefore: name)
    let end = firstPlace(notBefore: name + [Self.fieldEnd + 1])
    return start..<max(start, end)
  }

  /// Whether an entry is shown by exactly this name.
  func shows(_ name: String, at index: Int) -> Bool {
    match(index, tier: .prefix).name == name
  }

  private func firstPlace(notBefore bytes: [UInt8]) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if nameLine(middle).lexicographicallyPrecedes(bytes) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// Where an entry stands; `nil` where it does not.
  func place(of key: EntryKey) -> Int? {
    let names = Array(key.names.utf8) + [Self.lineEnd]
    var place = firstPlace(notBefore: names)
    while place < count, nameLine(place).elementsEqual(names) {
      if id(place) == key.id { return place }
      place += 1
    }
    return nil
  }

  /// The list without the entries at some places and with others, both sorted.
  func merged(without hidden: Set<Int>, with other: PackedNames) -> PackedNames {
    var merged = PackedNames()
    merged.reserve(
      nameBytes: names.count + other.names.count, shownBytes: shown.count + other.shown.count,
      entries: count + other.count)
    var next = 0
    for index in 0..<count where hidden.isEmpty || !hidden.contains(index) {
      while next < other.count, other.nameLine(next).lexicographicallyPrecedes(nameLine(index)) {
        merged.appendLine(next, of: other)
        next += 1
      }
      merged.appendLine(index, of: self)
    }
    while next < other.count {
      merged.appendLine(next, of: other)
      next += 1
    }
    return merged
  }

  private mutating func appendLine(_ index: Int, of other: PackedNames) {
    names.append(contentsOf: other.nameLine(index))
    nameStarts.append(UInt32(names.count))
    letters.append(other.letters[index])
    shown.append(contentsOf: other.shownLine(index))
    shownStarts.append(UInt32(shown.count))
  }

  private static func append(
    _ lines: some Sequence<UInt8>, to bytes: inout [UInt8], starts: inout [UInt32]
  ) {
    let start = bytes.count
    bytes.append(contentsOf: lines)
    unsafe bytes.withUnsafeBytes { bytes in
      var finder = unsafe ByteFinder([lineEnd], in: bytes, from: start)
      while let end = finder.next() { starts.append(UInt32(end + 1)) }
    }
  }
}
