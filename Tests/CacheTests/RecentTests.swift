import Cache
import Foundation
import Testing

/// What somebody meant lately comes first among its equals, and never before a better match.
struct RecentTests {
  private let cache: TenantCache

  init() throws {
    cache = try TenantCache.inMemory()
    try store(["Adele Vance", "Alex Wilber", "Allan Deyoung", "Christie Cline", "Malan Ader"])
  }

  private func store(_ names: [String]) throws {
    let entries = names.map { name in
      CachedEntry(kind: .people, id: name, name: name, note: "Title", cachedAt: .now)
    }
    try cache.store(entries, kind: .people, isComplete: true)
  }

  private func use(_ id: String, _ seconds: Double) throws {
    try cache.noteUse(of: id, .people, at: Date(timeIntervalSince1970: seconds))
  }

  private func names(_ typed: String, limit: Int = 9) throws -> [String] {
    try cache.index(.people).search(typed, limit: limit).hits.map(\.name)
  }

  @Test func `the last one meant comes first, and is there once`() throws {
    #expect(try names("al") == ["Alex Wilber", "Allan Deyoung", "Malan Ader"])
    try use("Allan Deyoung", 1)
    #expect(try names("al") == ["Allan Deyoung", "Alex Wilber", "Malan Ader"])
    try use("Alex Wilber", 2)
    #expect(try names("al") == ["Alex Wilber", "Allan Deyoung", "Malan Ader"])
    #expect(try names("a", limit: 2) == ["Alex Wilber", "Allan Deyoung"])
    #expect(try cache.index(.people).search("al", limit: 1).total == 3)
  }

  @Test func `a worse match stays behind a better one`() throws {
    try use("Malan Ader", 5)
    #expect(try names("ad") == ["Adele Vance", "Malan Ader"])
    #expect(try names("al") == ["Alex Wilber", "Allan Deyoung", "Malan Ader"])
  }

  @Test func `what is gone is not remembered, and a list read anew keeps what is left`() throws {
    try use("Allan Deyoung", 1)
    try use("Adele Vance", 2)
    try cache.remove(.people, id: "Adele Vance")
    #expect(try names("a").first == "Allan Deyoung")
    try store(["Alex Wilber", "Allan Deyoung"])
    #expect(try names("a") == ["Allan Deyoung", "Alex Wilber"])
  }

  @Test func `it outlives the session`() throws {
    let folder = TemporaryFolder()
    let entries = ["Ann", "Anna", "Annabel"].map {
      CachedEntry(kind: .teams, id: $0, name: $0, cachedAt: .now)
    }
    let first = try TenantCache.open(at: folder.file).cache
    try first.store(entries, kind: .teams, isComplete: true)
    try first.noteUse(of: "Anna", .teams, at: .now)
    let second = try TenantCache.open(at: folder.file).cache
    #expect(
      try second.index(.teams).search("ann", limit: 9).hits.map(\.name) == [
        "Anna", "Ann", "Annabel",
      ])
  }

  @Test func `so many are remembered and no more`() throws {
    try store((0..<200).map { "Name \($0 + 100)" })
    for number in 0..<100 { try use("Name \(number + 150)", Double(number)) }
    let hits = try names("name", limit: 200)
    #expect(hits.count == 200)
    #expect(Array(hits.prefix(2)) == ["Name 249", "Name 248"])
    #expect(hits[63] == "Name 186")
    #expect(hits[64] == "Name 100")
  }

  @Test func `a note is shown and not searched`() throws {
    let hit = try #require(try cache.index(.people).search("adele", limit: 1).hits.first)
    #expect(hit.note == "Title")
    #expect(try names("title") == [])
  }
}
