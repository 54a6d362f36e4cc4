/// Which entries of a list match, by tier: the first few places, and how many there are.
struct NameScan: Sendable {
  private let limit: Int
  private var places: [[Int]] = Array(repeating: [], count: NameTier.allCases.count)
  /// How many places each tier still takes.
  private var room: SIMD4<Int>
  private(set) var total = 0

  init(limit: Int) {
    self.limit = limit
    room = SIMD4(repeating: limit)
  }

  subscript(_ tier: NameTier) -> [Int] { places[tier.rawValue] }

  @inline(__always)
  mutating func add(_ place: Int, _ tier: NameTier) {
    total += 1
    guard room[tier.rawValue] > 0 else { return }
    room[tier.rawValue] -= 1
    places[tier.rawValue].append(place)
  }

  /// Adds the first of some places that all match alike.
  mutating func add(_ all: some Sequence<Int>, count: Int, _ tier: NameTier) {
    total += count
    places[tier.rawValue] += all.prefix(room[tier.rawValue])
    room[tier.rawValue] = limit - places[tier.rawValue].count
  }
}

extension PackedNames {
  /// Looks for bytes in every name: one walk over the buffer, which leaves an entry at its first prefix.
  func scan(_ needle: [UInt8], limit: Int, skipping hidden: Set<Int>) -> NameScan {
    var scan = NameScan(limit: limit)
    guard !needle.isEmpty else {
      let shown = (0..<count).lazy.filter { !hidden.contains($0) }
      scan.add(shown, count: count - hidden.count, .prefix)
      return scan
    }
    unsafe names.withUnsafeBytes { bytes in
      unsafe nameStarts.withUnsafeBufferPointer { starts in
        var finder = unsafe ByteFinder(needle, in: bytes)
        var place = 0
        var best: NameTier?
        // Every hit lies before the last start, which is the end of the buffer.
        var end = 0
        while let hit = finder.next() {
          if hit >= end {
            if let best, hidden.isEmpty || !hidden.contains(place) { scan.add(place, best) }
            best = nil
            while unsafe Int(starts[place + 1]) <= hit { place += 1 }
            end = unsafe Int(starts[place + 1])
          }
          let tier = unsafe Self.tier(of: hit, lineStart: Int(starts[place]), bytes)
          if best.map({ tier.rawValue < $0.rawValue }) ?? true { best = tier }
          if tier == .prefix { finder.skip(to: end) }
        }
        if let best, hidden.isEmpty || !hidden.contains(place) { scan.add(place, best) }
      }
    }
    return scan
  }

  private static func tier(
    of hit: Int, lineStart: Int, _ bytes: UnsafeRawBufferPointer
  ) -> NameTier {
    guard hit > lineStart, unsafe bytes[hit - 1] != fieldEnd else { return .prefix }
    return partsWords(unsafe bytes[hit - 1]) ? .wordPrefix : .substring
  }

  /// Looks for characters in their order, with others between them, in the first name of each entry.
  func scanInOrder(_ needle: [UInt8], limit: Int, skipping hidden: Set<Int>) -> NameScan {
    var scan = NameScan(limit: limit)
    guard !needle.isEmpty else { return scan }
    let wanted = LetterSet(of: needle)
    unsafe names.withUnsafeBytes { bytes in
      for (place, held) in letters.enumerated() where held.holds(wanted) {
        let start = Int(nameStarts[place])
        if unsafe Self.holdsInOrder(needle, bytes, from: start), !hidden.contains(place) {
          scan.add(place, .subsequence)
        }
      }
    }
    return scan
  }

  private static func holdsInOrder(
    _ needle: [UInt8], _ bytes: UnsafeRawBufferPointer, from start: Int
  ) -> Bool {
    var position = start
    var found = 0
    while unsafe bytes[position] != fieldEnd, unsafe bytes[position] != lineEnd {
      var length = 0
      let whole = scalarLength(needle[found])
      while length < whole, unsafe bytes[position + length] == needle[found + length] {
        length += 1
      }
      if length == whole {
        found += whole
        if found == needle.count { return true }
      }
      position += length == whole ? whole : 1
    }
    return false
  }

  /// How many bytes of UTF-8 a first byte announces.
  private static func scalarLength(_ first: UInt8) -> Int {
    switch first {
    case ..<0x80: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
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
