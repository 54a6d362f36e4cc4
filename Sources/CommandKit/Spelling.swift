/// Finds what somebody probably meant.
package enum Spelling {
  /// The candidates within two slips of the typed text, or that it begins; nearest first.
  ///
  /// A slip is a letter too many, too few, wrong, or swapped with its neighbour.
  package static func nearest(
    to typed: String, among candidates: [String], limit: Int = 3
  ) -> [String] {
    let wanted = Array(typed.lowercased())
    guard !wanted.isEmpty else { return [] }
    let allowed = wanted.count <= 3 ? 1 : 2
    var seen: Set<String> = []
    let ranked = candidates.compactMap { candidate -> (slips: Int, text: String)? in
      guard seen.insert(candidate).inserted else { return nil }
      let letters = Array(candidate.lowercased())
      if wanted.count >= 2, letters.starts(with: wanted) { return (0, candidate) }
      guard abs(letters.count - wanted.count) <= allowed else { return nil }
      let slips = distance(wanted, letters)
      return slips <= allowed ? (slips, candidate) : nil
    }
    return ranked.sorted { ($0.slips, $0.text) < ($1.slips, $1.text) }.prefix(limit).map(\.text)
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
