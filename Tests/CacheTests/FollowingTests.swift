import Cache
import Foundation
import Testing

/// A list that is kept right by what changed, in a file that several processes follow.
struct FollowingTests {
  private let folder = TemporaryFolder()
  private let date = Date(timeIntervalSince1970: 8000)

  private func open() throws -> TenantCache { try TenantCache.open(at: folder.file).cache }

  private func person(_ id: String, _ name: String) -> CachedEntry {
    CachedEntry(
      kind: .people, id: id, name: name, detail: "\(id)@x", alternates: ["\(id)@x", id],
      cachedAt: Date(timeIntervalSince1970: 1000))
  }

  private func sync(_ put: [CachedEntry] = [], removed: [String] = []) -> DeltaSync {
    var sync = DeltaSync()
    for entry in put { sync.put(entry) }
    for id in removed { sync.remove(id) }
    return sync
  }

  /// A cache of three people that is followed from link `0`.
  private func followed(limit: Int? = nil) throws -> TenantCache {
    let cache = try open()
    try cache.store(
      [person("1", "Ada"), person("2", "Bob"), person("3", "Cy")], kind: .people,
      isComplete: true, at: Date(timeIntervalSince1970: 7000),
      followed: FollowedList(link: "0", limit: limit))
    return cache
  }

  @Test func `changes are taken in, on disk and in memory, and move the list on`() throws {
    let cache = try followed()
    let changes = sync([person("2", "Robert"), person("4", "Dee")], removed: ["1", "9"])
    #expect(try cache.apply(changes, kind: .people, from: "0", to: "1", at: date) == 3)
    for cache in [cache, try open()] {
      #expect(try cache.entries(.people).map(\.name) == ["Cy", "Dee", "Robert"])
      #expect(try cache.entries(.people, named: "Bob").isEmpty)
      #expect(try cache.age(.people) == date)
      #expect(try cache.followed(.people) == FollowedList(link: "1", limit: nil))
      let index = try cache.index(.people)
      #expect(index.search("", limit: 9).hits.map(\.name).sorted() == ["Cy", "Dee", "Robert"])
      #expect(index.filledAt == date)
    }
    #expect(cache.loadedIndex(.people)?.search("rob", limit: 1).total == 1)
  }

  @Test func `changes told twice are none, and only the age begins anew`() throws {
    let (cache, other) = (try followed(), try open())
    #expect(try other.index(.people).count == 3)
    let changes = sync([person("2", "Bob")], removed: ["9"])
    #expect(try cache.apply(changes, kind: .people, from: "0", to: "1", at: date) == 0)
    #expect(cache.loadedIndex(.people)?.filledAt == date)
    #expect(try other.index(.people).filledAt == date)
    #expect(try cache.entry(.people, id: "2")?.cachedAt == Date(timeIntervalSince1970: 1000))
  }

  @Test func `who comes second with the same changes stores nothing`() throws {
    let (cache, other) = (try followed(), try open())
    let changes = sync(removed: ["1"])
    #expect(try cache.apply(changes, kind: .people, from: "0", to: "1", at: date) == 1)
    let late = sync([person("1", "Ada")])
    #expect(try other.apply(late, kind: .people, from: "0", to: "0b", at: .now) == nil)
    #expect(try other.entry(.people, id: "1") == nil)
    #expect(try other.followed(.people)?.link == "1")
    #expect(try other.age(.people) == date)
  }

  @Test func `a list that was cut stays as long as it was`() throws {
    let cache = try followed(limit: 3)
    let many = sync([person("2", "Robert"), person("4", "Dee"), person("5", "Eve")])
    #expect(try cache.apply(many, kind: .people, from: "0", to: "1", limit: 3, at: date) == 1)
    #expect(try cache.entries(.people).map(\.name) == ["Ada", "Cy", "Robert"])
    let room = sync([person("4", "Dee"), person("5", "Eve")], removed: ["1"])
    #expect(try cache.apply(room, kind: .people, from: "1", to: "2", limit: 3, at: date) == 2)
    #expect(try cache.entries(.people).map(\.name) == ["Cy", "Dee", "Robert"])
    #expect(try cache.followed(.people) == FollowedList(link: "2", limit: 3))
  }

  @Test func `a whole list that outgrows its limit is a cut one from then on`() throws {
    let cache = try followed()
    let more = sync([person("4", "Dee"), person("5", "Eve")])
    #expect(try cache.apply(more, kind: .people, from: "0", to: "1", limit: 4, at: date) == 1)
    #expect(try cache.followed(.people) == FollowedList(link: "1", limit: 4))
  }

  @Test func `reading the list again keeps how it is followed, unless told otherwise`() throws {
    let cache = try followed(limit: 3)
    try cache.store([person("1", "Ada")], kind: .people, isComplete: true)
    #expect(try cache.followed(.people) == FollowedList(link: "0", limit: 3))
    try cache.store(
      [person("1", "Ada")], kind: .people, isComplete: true,
      followed: FollowedList(link: "5", limit: nil))
    #expect(try cache.followed(.people) == FollowedList(link: "5", limit: nil))
    try cache.stopFollowing(.people)
    #expect(try cache.followed(.people) == nil)
    #expect(try cache.apply(sync(), kind: .people, from: "5", to: "6", at: date) == nil)
    #expect(try cache.followed(.teams) == nil)
  }

  @Test func `a list that another process cleared and began anew is seen as that`() throws {
    let (cache, other) = (try followed(), try open())
    #expect(try other.index(.people).search("ada", limit: 1).total == 1)
    try cache.clear()
    #expect(try other.index(.people).count == 0)
    try cache.store([person("7", "Zoe")], kind: .people, isComplete: true)
    #expect(try other.index(.people).search("", limit: 9).hits.map(\.name) == ["Zoe"])
    #expect(try other.followed(.people) == nil)
  }
}
