extension EntryRow {
  /// Rows in the order of the database, which compares bytes.
  static func sorted(_ rows: [EntryRow]) -> [EntryRow] {
    rows.indices.map { Rank(rows[$0], place: $0) }.sorted { left, right in
      if left.begin != right.begin { return left.begin < right.begin }
      if left.middle != right.middle { return left.middle < right.middle }
      let (left, right) = (rows[left.place], rows[right.place])
      return precedes(left.names, right.names)
        ?? precedes(left.entry.id, right.entry.id) ?? false
    }.map { rows[$0.place] }
  }

  /// Where the first 16 bytes put a row, which decides most comparisons without following a reference.
  ///
  /// A text that ends before is filled up with zeros: if that makes it equal to another, the whole texts
  /// decide.
  private struct Rank {
    let begin: UInt64
    let middle: UInt64
    let place: Int

    init(_ row: EntryRow, place: Int) {
      let bytes = row.names.utf8.span
      begin = Self.word(bytes, at: 0)
      middle = Self.word(bytes, at: 8)
      self.place = place
    }

    private static func word(_ bytes: Span<UInt8>, at start: Int) -> UInt64 {
      var word: UInt64 = 0
      for place in start..<start + 8 {
        word = word << 8 | (place < bytes.count ? UInt64(bytes[place]) : 0)
      }
      return word
    }
  }

  /// Which text has the smaller bytes; `nil` when they are the same.
  private static func precedes(_ left: String, _ right: String) -> Bool? {
    let (left, right) = (left.utf8.span, right.utf8.span)
    for place in 0..<min(left.count, right.count) where left[place] != right[place] {
      return left[place] < right[place]
    }
    return left.count == right.count ? nil : left.count < right.count
  }
}
