import Cache
import Foundation
import Testing

@testable import CommandKit

/// When lists are brought up to date, as a function of what happened and of the time.
struct FreshnessTests {
  private let start = Date(timeIntervalSince1970: 1_800_000_000)

  private func begun() -> Freshness {
    var freshness = Freshness()
    freshness.begin()
    return freshness
  }

  @Test func `without a sign-in at the prompt there is no look`() {
    var freshness = Freshness()
    let before = freshness.look(at: start)
    #expect(before == nil)
    freshness.beginAnew()
    let still = freshness.look(at: start)
    #expect(still == nil)
    freshness.begin()
    freshness.end()
    let after = freshness.look(at: start)
    #expect(after == nil)
  }

  @Test func `looks are a minute apart, and one ends before the next`() throws {
    var freshness = begun()
    let opening = freshness.look(at: start)
    let first = try #require(opening)
    #expect(first.readsAll)
    let meanwhile = freshness.look(at: start + 3600)
    #expect(meanwhile == nil)
    freshness.finish(first)
    let early = freshness.look(at: start + 59)
    #expect(early == nil)
    let onTime = freshness.look(at: start + 60)
    let second = try #require(onTime)
    #expect(!second.readsAll)
    freshness.finish(second)
    let setBack = freshness.look(at: start - 3600)
    #expect(setBack != nil, "The clock was set back.")
  }

  @Test func `a sign-in begins a look at once, and the end of an older one does not end it`()
    throws
  {
    var freshness = begun()
    let opening = freshness.look(at: start)
    let first = try #require(opening)
    freshness.begin()
    let again = freshness.look(at: start + 1)
    let second = try #require(again)
    #expect(second.readsAll)
    freshness.finish(first)
    let overlapping = freshness.look(at: start + 600)
    #expect(overlapping == nil)
  }

  @Test(arguments: [
    (CacheKind.people, true, 59.0, false), (.people, true, 60, true), (.teams, true, 60, true),
    (.people, false, 86_399, false), (.people, false, 86_400, true), (.teams, false, 3600, false),
    (.chats, false, 3599, false), (.chats, false, 3600, true), (.channels, false, 3600, true),
    (.members, false, 3600, true),
  ])
  func `a list is due by its age, sooner where its changes are told`(
    kind: CacheKind, isFollowed: Bool, age: TimeInterval, isDue: Bool
  ) throws {
    var freshness = begun()
    let opening = freshness.look(at: start)
    let look = try #require(opening)
    #expect(
      freshness.isDue(kind, filledAt: start - age, isFollowed: isFollowed, in: look, at: start)
        == isDue)
  }

  @Test func `a list that was cleared is read at the next sign-in only`() throws {
    var freshness = begun()
    for readsAll in [true, false] {
      let opening = freshness.look(at: start + (readsAll ? 0 : 60))
      let look = try #require(opening)
      #expect(
        freshness.isDue(.people, filledAt: nil, isFollowed: false, in: look, at: start)
          == readsAll)
      #expect(
        !freshness.isDue(.members, filledAt: nil, isFollowed: false, in: look.ofPlace, at: start))
      freshness.finish(look)
    }
  }

  @Test func `a list that was refused is left alone for an hour`() throws {
    var freshness = begun()
    let opening = freshness.look(at: start)
    let look = try #require(opening)
    freshness.refuse(.chats, at: start)
    func isDue(_ kind: CacheKind, after seconds: TimeInterval) -> Bool {
      freshness.isDue(kind, filledAt: nil, isFollowed: false, in: look, at: start + seconds)
    }
    #expect(!isDue(.chats, after: 3599))
    #expect(isDue(.chats, after: 3600))
    #expect(isDue(.people, after: 0))
  }
}
