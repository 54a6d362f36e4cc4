import Foundation
import Testing

@testable import Cache

struct NameIndexTests {
  private func row(_ name: String, _ alternates: String..., id: String? = nil) throws -> EntryRow {
    try #require(
      EntryRow(
        CachedEntry(
          kind: .people, id: id ?? name, name: name, detail: alternates.first ?? "",
          alternates: alternates, cachedAt: .distantPast)))
  }

  private func index(_ rows: [EntryRow]) -> NameIndex {
    NameIndex(PackedNames(sorted: EntryRow.sorted(rows)), filledAt: nil)
  }

  private func people() throws -> NameIndex {
    index([
      try row("Megan Bowen", "meganb@contoso.com", "meganb"),
      try row("Adele Vance", "adelev@contoso.com", "adelev"),
      try row("Zoë O'Brien", "zoe@contoso.com"),
      try row("Omega Bot", "o.bot@contoso.com"),
      try row("李伟", "liwei@contoso.com"),
      try row("--yes", "yes@contoso.com"),
    ])
  }

  @Test(
    arguments: [
      ("me", ["Megan Bowen", "Omega Bot"], NameTier.prefix),
      ("ZOE", ["Zoë O'Brien"], .prefix),
      ("zoë", ["Zoë O'Brien"], .prefix),
      ("liwei@", ["李伟"], .prefix),
      ("李", ["李伟"], .prefix),
      ("伟", ["李伟"], .substring),
      ("bo", ["Megan Bowen", "Omega Bot"], .wordPrefix),
      ("brien", ["Zoë O'Brien"], .wordPrefix),
      ("dele", ["Adele Vance"], .substring),
      ("mbw", ["Megan Bowen"], .subsequence),
      ("--", ["--yes"], .prefix),
      ("megan  bo", ["Megan Bowen"], .prefix),
      ("nobody", [], nil),
      ("伟李", [], nil),
    ] as [(String, [String], NameTier?)])
  func `what is typed finds names by the best tier first`(
    typed: String, names: [String], tier: NameTier?
  ) throws {
    let matches = try people().search(typed, limit: 10)
    #expect(matches.hits.map(\.name) == names)
    #expect(matches.tier == tier)
    #expect(matches.total == names.count)
  }

  @Test func `nothing typed matches everyone, in the order of names`() throws {
    let matches = try people().search("", limit: 2)
    #expect(matches.hits.map(\.name) == ["--yes", "Adele Vance"])
    #expect(matches.total == 6)
  }

  @Test func `a limit cuts the hits and not the total`() throws {
    let matches = try people().search("contoso", limit: 3)
    #expect(matches.hits.count == 3)
    #expect(matches.total == 6)
  }

  @Test func `two of the same name are two hits`() throws {
    let index = index([try row("Max", "a@x", id: "1"), try row("Max", "b@x", id: "2")])
    #expect(index.search("max", limit: 9).hits.map(\.detail) == ["a@x", "b@x"])
  }

  @Test func `a stored entry replaces the one of its id, and comes first in its tier`() throws {
    var index = try people()
    let renamed = try row("Ada Vance", "ada@contoso.com", id: "Adele Vance")
    let added = try row("Adler", "adler@contoso.com")
    let before = EntryKey(names: "adele vance\u{1F}adelev@contoso.com", id: "Adele Vance")
    index.update(removing: [before], adding: EntryRow.sorted([renamed, added]))
    #expect(index.search("ad", limit: 9).hits.map(\.name) == ["Ada Vance", "Adler"])
    #expect(index.search("adele", limit: 9).total == 0)
    #expect(index.count == 7)
    index.update(
      removing: [
        EntryKey(names: "adler\u{1F}adler@contoso.com", id: "Adler"),
        EntryKey(names: "megan bowen\u{1F}meganb@contoso.com", id: "Megan Bowen"),
        EntryKey(names: "unknown", id: "unknown"),
      ], adding: [])
    #expect(index.count == 5)
    #expect(index.search("megan", limit: 9).total == 0)
  }

  @Test func `many updates give the list that one would`() throws {
    var random = SplitMix(seed: 7)
    var expected: [String: String] = [:]
    var index = index([])
    for _ in 0..<40 {
      var batch: [String: EntryRow] = [:]
      let before = expected
      for _ in 0..<300 {
        let id = "id\(random.next() % 6000)"
        let name = "Name \(random.next() % 100_000)"
        batch[id] = try row(name, id: id)
        expected[id] = name
      }
      let gone = Set((0..<20).map { _ in "id\(random.next() % 6000)" }).subtracting(batch.keys)
      for id in gone { expected[id] = nil }
      let removed = (Array(gone) + batch.keys).compactMap { id in
        before[id].map { EntryKey(names: NameFolding.fold($0), id: id) }
      }
      index.update(removing: removed, adding: EntryRow.sorted(Array(batch.values)))
    }
    let hits = index.search("", limit: .max).hits
    #expect(index.count == expected.count)
    #expect(Dictionary(uniqueKeysWithValues: hits.map { ($0.id, $0.name) }) == expected)
  }

  @Test func `an id that no server sends is not taken`() {
    for id in ["", "a\nb", "a\u{1F}b"] {
      #expect(EntryRow(CachedEntry(kind: .teams, id: id, name: "x", cachedAt: .now)) == nil)
    }
  }
}

/// A small generator whose numbers a seed repeats.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
