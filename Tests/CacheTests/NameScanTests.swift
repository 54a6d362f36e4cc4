import Foundation
import Testing

@testable import Cache

struct NameScanTests {
  @Test func `a finder finds what a walk byte for byte finds, wherever it begins or skips to`() {
    var random = SplitMix(seed: 3)
    for _ in 0..<3000 {
      let bytes = (0..<Int(random.next() % 150)).map { _ in UInt8(97 + random.next() % 3) }
      let needle = (0...Int(random.next() % 11)).map { _ in UInt8(97 + random.next() % 2) }
      let start = Int(random.next() % 5)
      let stride = Int(random.next() % 40)
      unsafe bytes.withUnsafeBytes { buffer in
        var finder = unsafe ByteFinder(needle, in: buffer, from: start)
        var expected = start
        while true {
          let next = (expected..<max(expected, bytes.count)).first {
            bytes[$0...].starts(with: needle)
          }
          #expect(finder.next() == next, "\(needle) in \(bytes)")
          guard let next else { break }
          expected = next + max(stride, 1)
          if stride > 1 { finder.skip(to: expected) }
        }
      }
    }
  }

  @Test func `a search finds what comparing name by name finds`() throws {
    var random = SplitMix(seed: 5)
    let letters = Array("ab. é𝄞x")
    func text(_ most: UInt64) -> String {
      String((0..<Int(random.next() % most)).map { _ in letters[Int(random.next() % 7)] })
    }
    let rows = try (0..<400).map { number in
      let local = text(6).filter { $0 != " " }
      let address = local + "@x.example"
      return try #require(
        EntryRow(
          CachedEntry(
            kind: .people, id: "\(number)", name: text(12), alternates: [address, local],
            cachedAt: .distantPast)))
    }
    let sorted = EntryRow.sorted(rows)
    let index = NameIndex(PackedNames(sorted: sorted), filledAt: nil)
    for _ in 0..<200 {
      let typed = text(5)
      var expected: [NameTier: [String]] = [:]
      for row in sorted {
        if let tier = Self.tier(of: NameFolding.fold(typed), in: row.entry) {
          expected[tier, default: []].append(row.entry.id)
        }
      }
      if let best = expected.keys.min(), best != .subsequence { expected[.subsequence] = nil }
      let found = index.search(typed, limit: .max)
      #expect(
        found.hits.map(\.id) == NameTier.allCases.flatMap { expected[$0] ?? [] }, "\(typed)")
      #expect(found.total == found.hits.count)
      #expect(index.search(typed, limit: 3).hits == Array(found.hits.prefix(3)))
    }
  }

  @Test func `rows are sorted by the bytes of their names, then by id`() throws {
    let names = [
      "b", "", "a", "aaaaaaaa", "aaaaaaaab", "aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaab", "é", "a b",
    ]
    let rows = try names.flatMap { name in
      try ["2", "1"].map { id in
        try #require(
          EntryRow(CachedEntry(kind: .teams, id: id, name: name, cachedAt: .distantPast)))
      }
    }
    let sorted = EntryRow.sorted(rows).map { Array($0.names.utf8) + [0] + Array($0.entry.id.utf8) }
    #expect(sorted == sorted.sorted { $0.lexicographicallyPrecedes($1) })
    #expect(sorted.count == rows.count)
  }

  /// How well a folded text fits any of an entry's names, by definition.
  private static func tier(of typed: String, in entry: CachedEntry) -> NameTier? {
    let names = ([entry.name] + entry.alternates).map { Array(NameFolding.fold($0).utf8) }
    let needle = Array(typed.utf8)
    var best: NameTier?
    for name in names {
      for place in 0...name.count where name[place...].starts(with: needle) {
        let tier: NameTier
        if place == 0 {
          tier = .prefix
        } else {
          let before = Character(Unicode.Scalar(name[place - 1]))
          tier = name[place - 1] < 0x80 && !before.isLetter ? .wordPrefix : .substring
        }
        best = min(best ?? tier, tier)
      }
    }
    if best == nil, isInOrder(typed, names[0]) { best = .subsequence }
    return best
  }

  private static func isInOrder(_ typed: String, _ name: [UInt8]) -> Bool {
    var rest = String(decoding: name, as: UTF8.self).unicodeScalars[...]
    for scalar in typed.unicodeScalars {
      guard let place = rest.firstIndex(of: scalar) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }
}
