import Cache
import Foundation
import Testing

struct TenantCacheTests {
  private let folder = TemporaryFolder()

  private func open() throws -> TenantCache { try TenantCache.open(at: folder.file).cache }

  private func person(_ id: String, _ name: String, _ mail: String = "") -> CachedEntry {
    let alternates = mail.isEmpty ? [] : [mail, String(mail.prefix { $0 != "@" })]
    return CachedEntry(
      kind: .people, id: id, name: name, detail: mail, alternates: alternates,
      cachedAt: Date(timeIntervalSince1970: 1000))
  }

  @Test func `what is stored is found by name, alternate name and id, after a restart too`() throws
  {
    let zoe = person("1", "Zoë O'Brien", "zoe.obrien@contoso.com")
    try open().store([zoe, person("2", "Max")], kind: .people, isComplete: true)
    let cache = try open()
    for name in ["Zoë O'Brien", "zoe o'brien", "ZOE.OBRIEN@contoso.com", "zoe.obrien"] {
      #expect(try cache.entries(.people, named: name) == [zoe], "\(name)")
    }
    #expect(try cache.entry(.people, id: "1") == zoe)
    #expect(try cache.entry(.teams, id: "1") == nil)
    #expect(try cache.entries(.people, named: "zoe").isEmpty)
    #expect(try cache.entries(.people, limit: 1).map(\.id) == ["2"])
  }

  @Test func `an exact name wins over one that differs in case`() throws {
    let cache = try open()
    try cache.store(
      [person("1", "sales"), person("2", "Sales"), person("3", "SALES")], kind: .people,
      isComplete: true)
    #expect(try cache.entries(.people, named: "Sales").map(\.id) == ["2"])
    #expect(try cache.entries(.people, named: "sAlEs").map(\.id) == ["1", "2", "3"])
  }

  @Test func `what stands before an at sign names only whom it names`() throws {
    let cache = try open()
    let chat = CachedEntry(
      kind: .chats, id: "c", name: "Lunch", alternates: ["ada@noon, Bob"], cachedAt: .distantPast)
    let shadow = person("2", "ada@contoso.com, the other one")
    try cache.store([chat], kind: .chats, isComplete: true)
    try cache.store(
      [person("1", "Ada L", "Ada@contoso.com"), shadow], kind: .people, isComplete: true)
    #expect(try cache.entries(.chats, named: "ada").isEmpty)
    #expect(try cache.entries(.chats, named: "ADA@noon, bob").map(\.id) == ["c"])
    #expect(try cache.entries(.people, named: "ada").map(\.id) == ["1"])
    #expect(try cache.entries(.people, named: "ada@contoso.com").map(\.id) == ["1"])
    try cache.remove(.people, id: "1")
    #expect(try cache.entries(.people, named: "ada@contoso.com").isEmpty)
  }

  @Test func `a batch made ready piece by piece is stored whole, the last of one id counting`()
    throws
  {
    let cache = try open()
    var batch = EntryBatch([person("1", "Ada"), person("2", "Bob")])
    batch.add([person("1", "Adele"), person("", "Nobody")])
    try cache.store(batch, kind: .people, isComplete: true)
    #expect(try cache.entries(.people).map(\.name) == ["Adele", "Bob"])
  }

  @Test func `a composed and a decomposed name are the same`() throws {
    let cache = try open()
    try cache.store([person("1", "Zoe\u{308}")], kind: .people, isComplete: true)
    #expect(try cache.entries(.people, named: "Zoë").map(\.id) == ["1"])
  }

  @Test func `a list too long for the index of ids takes another's place, and has its ids found`()
    throws
  {
    let cache = try open()
    func crowd(_ prefix: String) -> [CachedEntry] {
      (0..<12_000).map { person("\(prefix)\($0)", "\(prefix) \($0)") }
    }
    try cache.store([person("t", "Sales")], kind: .teams, isComplete: true)
    try cache.store(crowd("old"), kind: .people, isComplete: true)
    try cache.store(crowd("new"), kind: .people, isComplete: true)
    let reopened = try open()
    #expect(try reopened.entry(.people, id: "new11999")?.name == "new 11999")
    #expect(try reopened.entry(.people, id: "old1") == nil)
    #expect(try reopened.entry(.teams, id: "t")?.name == "Sales")
    #expect(try reopened.entries(.people, named: "NEW 7").map(\.id) == ["new7"])
    try reopened.store([person("new7", "Another")], kind: .people, isComplete: false)
    #expect(try reopened.entry(.people, id: "new7")?.name == "Another")
  }

  @Test func `a part adds and replaces, the whole removes the rest and begins the age anew`() throws
  {
    let cache = try open()
    try cache.store([person("1", "Ada"), person("2", "Bob")], kind: .people, isComplete: false)
    #expect(try cache.age(.people) == nil)
    try cache.store(
      [person("1", "Adele", "a@x"), person("3", "Cy")], kind: .people, isComplete: false)
    #expect(try cache.entries(.people).map(\.name) == ["Adele", "Bob", "Cy"])
    #expect(try cache.entries(.people, named: "Ada").isEmpty)
    let date = Date(timeIntervalSince1970: 5000)
    try cache.store([person("4", "Dee")], kind: .people, isComplete: true, at: date)
    #expect(try cache.entries(.people).map(\.name) == ["Dee"])
    #expect(try cache.entries(.people, named: "a@x").isEmpty)
    #expect(try cache.age(.people) == date)
    #expect(
      try cache.summary().map { [$0.kind.rawValue, "\($0.count)"] } == [["people", "1"]])
  }

  @Test func `the last of two entries with one id counts`() throws {
    let cache = try open()
    try cache.store([person("1", "A"), person("1", "B")], kind: .people, isComplete: true)
    #expect(try cache.entries(.people).map(\.name) == ["B"])
  }

  @Test func `channels of different teams are different lists`() throws {
    let cache = try open()
    for team in ["t1", "t2"] {
      let general = CachedEntry(
        kind: .channels, container: team, id: "c-\(team)", name: "General", cachedAt: .now)
      try cache.store([general], kind: .channels, container: team, isComplete: true)
    }
    #expect(try cache.entries(.channels, container: "t1", named: "general").map(\.id) == ["c-t1"])
    #expect(try cache.entry(.channels, id: "c-t2")?.container == "t2")
    try cache.clear([.channels], container: "t1")
    #expect(try cache.index(.channels, container: "t1").count == 0)
    #expect(try cache.index(.channels, container: "t2").count == 1)
  }

  @Test func `own writes show in an index at once`() throws {
    let cache = try open()
    #expect(cache.loadedIndex(.people) == nil)
    try cache.store([person("1", "Ada"), person("2", "Bob")], kind: .people, isComplete: true)
    #expect(try #require(cache.loadedIndex(.people)).search("a", limit: 9).total == 1)
    try cache.store([person("3", "Abe")], kind: .people, isComplete: false)
    #expect(try #require(cache.loadedIndex(.people)).search("a", limit: 9).total == 2)
    try cache.remove(.people, id: "1")
    let hits = try #require(cache.loadedIndex(.people)).search("a", limit: 9).hits
    #expect(hits.map(\.name) == ["Abe"])
    #expect(try cache.entry(.people, id: "1") == nil)
    try cache.clear()
    #expect(cache.loadedIndex(.people) == nil)
    #expect(try cache.index(.people).count == 0)
  }

  @Test func `two openers of one file see each other's writes`() throws {
    let (one, other) = (try open(), try open())
    try one.store([person("1", "Ada")], kind: .people, isComplete: true)
    #expect(try other.index(.people).count == 1)
    try other.store([person("2", "Bob")], kind: .people, isComplete: false)
    #expect(one.loadedIndex(.people)?.count == 1)
    #expect(try one.index(.people).count == 2)
    try one.remove(.people, id: "2")
    #expect(try other.index(.people).search("bob", limit: 1).total == 0)
    #expect(other.loadedIndex(.people)?.count == 1)
  }

  @Test func `an index loaded in several chunks holds every entry once`() throws {
    let many = (0..<10_000).map { person("id\($0)", "Same", "p\($0)@x") }
    try open().store(many, kind: .people, isComplete: true)
    let index = try open().index(.people)
    #expect(index.count == many.count)
    #expect(Set(index.search("", limit: .max).hits.map(\.id)).count == many.count)
    #expect(index.search("p9999@x", limit: 3).hits.map(\.id) == ["id9999"])
  }

  @Test func `many tasks read and write at once`() async throws {
    let (one, other) = (try open(), try open())
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<40 {
        let cache = number.isMultiple(of: 2) ? one : other
        let entry = person("\(number)", "Person \(number)")
        group.addTask {
          try cache.store([entry], kind: .people, isComplete: false)
          _ = try cache.index(.people).search("person", limit: 5)
        }
      }
      try await group.waitForAll()
    }
    #expect(try one.index(.people).search("person", limit: 5).total == 40)
    #expect(try other.index(.people).count == 40)
  }
}
