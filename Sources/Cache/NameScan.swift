/// Which entries of a list match, by tier: the first few places, and how many there are.
struct NameScan: Sendable {
  private let limit: Int
  private var places: [[Int]] = Array(repeating: [], count: NameTier.allCases.count)
  private(set) var total = 0

  init(limit: Int) {
    self.limit = limit
  }

  subscript(_ tier: NameTier) -> [Int] { places[tier.rawValue] }

  mutating func add(_ place: Int, _ tier: NameTier) {
    total += 1
    if places[tier.rawValue].count < limit { places[tier.rawValue].append(place) }
  }
}

extension PackedNames {
  /// Looks for bytes in every name: one walk over the buffer, which leaves an entry at its first prefix.
  func scan(_ needle: [UInt8], limit: Int, skipping hidden: Set<Int>) -> NameScan {
    var scan = NameScan(limit: limit)
    guard let first = needle.first else {
      for place in 0..<count where !hidden.contains(place) { scan.add(place, .prefix) }
      return scan
    }
    var start = 0
    for place in 0..<count {
      let end = Int(nameStarts[place + 1])
      if let tier = tier(of: needle, first: first, from: start, to: end),
        hidden.isEmpty || !hidden.contains(place)
      {
        scan.add(place, tier)
      }
      start = end
    }
    return scan
  }

  /// The best tier in which one line holds the needle.
  private func tier(of needle: [UInt8], first: UInt8, from start: Int, to end: Int) -> NameTier? {
    var best: NameTier?
    var position = start
    let last = end - needle.count
    while position < last {
      if names[position] == first, matches(needle, at: position) {
        if position == start || names[position - 1] == Self.fieldEnd { return .prefix }
        if best != .wordPrefix {
          best = Self.partsWords(names[position - 1]) ? .wordPrefix : .substring
        }
      }
      position += 1
    }
    return best
  }

  private func matches(_ needle: [UInt8], at position: Int) -> Bool {
    var index = 1
    while index < needle.count {
      if names[position + index] != needle[index] { return false }
      index += 1
    }
    return true
  }

  /// Looks for characters in their order, with others between them, in the first name of each entry.
  func scanInOrder(_ scalars: [[UInt8]], limit: Int, skipping hidden: Set<Int>) -> NameScan {
    var scan = NameScan(limit: limit)
    guard !scalars.isEmpty else { return scan }
    for place in 0..<count where holdsInOrder(scalars, place) && !hidden.contains(place) {
      scan.add(place, .subsequence)
    }
    return scan
  }

  private func holdsInOrder(_ scalars: [[UInt8]], _ place: Int) -> Bool {
    var position = Int(nameStarts[place])
    var found = 0
    while names[position] != Self.fieldEnd, names[position] != Self.lineEnd {
      let scalar = scalars[found]
      if names[position] == scalar[0], matches(scalar, at: position) {
        found += 1
        if found == scalars.count { return true }
        position += scalar.count
      } else {
        position += 1
      }
    }
    return false
  }

  /// Whether a byte stands between words: any mark of ASCII, for other scripts write none between theirs.
  private static func partsWords(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      false
    default:
      true
    }
  }
}
