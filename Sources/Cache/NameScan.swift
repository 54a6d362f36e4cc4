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
    guard !needle.isEmpty else {
      for place in 0..<count where !hidden.contains(place) { scan.add(place, .prefix) }
      return scan
    }
    unsafe names.withUnsafeBytes { bytes in
      let finder = unsafe ByteFinder(needle, in: bytes)
      var place = 0
      var best: NameTier?
      func leave() {
        if let best, hidden.isEmpty || !hidden.contains(place) { scan.add(place, best) }
        best = nil
        place += 1
      }
      var position = 0
      while let hit = finder.next(from: position) {
        while Int(nameStarts[place + 1]) <= hit { leave() }
        position = hit + 1
        let tier = unsafe Self.tier(of: hit, lineStart: Int(nameStarts[place]), bytes)
        best = min(best ?? tier, tier)
        if tier == .prefix { position = Int(nameStarts[place + 1]) }
      }
      if best != nil { leave() }
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
    unsafe names.withUnsafeBytes { bytes in
      for place in 0..<count {
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
