/// Finds what somebody probably meant.
package enum Spelling {
  /// The candidates that the typed text begins, or that few slips lead to; nearest first.
  ///
  /// A slip is a letter too many, too few, wrong, or swapped with its neighbour. Two slips are thought of
  /// only in longer words that begin alike, and only where nothing is nearer: of four letters they leave
  /// too little to know a word by.
  package static func nearest(
    to typed: String, among candidates: [String], limit: Int = 3
  ) -> [String] {
    let wanted = Array(typed.lowercased())
    guard !wanted.isEmpty else { return [] }
    var seen: Set<String> = []
    let ranked = candidates.compactMap { candidate -> (slips: Int, text: String)? in
      guard seen.insert(candidate).inserted else { return nil }
      let letters = Array(candidate.lowercased())
      if wanted.count >= 2, letters.starts(with: wanted) { return (0, candidate) }
      let allowed = slipsAllowed(wanted, letters)
      guard abs(letters.count - wanted.count) <= allowed else { return nil }
      let slips = distance(wanted, letters)
      return slips <= allowed ? (slips, candidate) : nil
    }
    if ranked.isEmpty { return beginnings(wanted, candidates, limit: limit) }
    let furthest = ranked.contains { $0.slips <= 1 } ? 1 : 2
    return ranked.filter { $0.slips <= furthest }
      .sorted { ($0.slips, $0.text) < ($1.slips, $1.text) }.prefix(limit).map(\.text)
  }

  /// The candidates of several words that begin almost as was typed: `Contso` for `Contoso IT`.
  private static func beginnings(
    _ typed: [Character], _ candidates: [String], limit: Int
  ) -> [String] {
    let count = typed.split(separator: " ").count
    let found = candidates.filter { candidate in
      let words = candidate.lowercased().split(separator: " ")
      guard words.count > count else { return false }
      let letters = Array(words.prefix(count).joined(separator: " "))
      let allowed = slipsAllowed(typed, letters)
      return allowed > 0 && distance(typed, letters) <= allowed
    }
    return Array(Set(found)).sorted().prefix(limit).map(\.self)
  }

  /// How many slips may lie between two words for one to be taken for the other.
  private static func slipsAllowed(_ typed: [Character], _ candidate: [Character]) -> Int {
    let shorter = min(typed.count, candidate.count)
    if shorter < 2 { return 0 }
    if shorter == 2, typed.count == candidate.count {
      return typed.sorted() == candidate.sorted() ? 1 : 0
    }
    return shorter > 4 && typed.first == candidate.first ? 2 : 1
  }

  /// The Damerau–Levenshtein distance in its restricted form (optimal string alignment).
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var before = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var best = min(last[column + 1] + 1, current[column] + 1)
        best = min(best, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          best = min(best, before[column - 1] + 1)
        }
        current.append(best)
      }
      (before, last) = (last, current)
    }
    return last[right.count]
  }
}
