import Cache
import CommandKit
import Foundation
import Testing

@testable import Shell

/// What the last row of a menu says, as a function of what is known of a list.
struct ListNoteTests {
  private let now = Date(timeIntervalSince1970: 1_800_000_000)

  private func text(
    _ count: Int?, age: TimeInterval? = nil, _ progress: ListProgress = .idle, isOld: Bool = false
  ) -> String? {
    ListNote(
      kind: .members, count: count, filledAt: age.map { now.addingTimeInterval(-$0) },
      progress: progress, isOld: isOld
    ).text(at: now)
  }

  @Test func `names that are on their way are said to be loading`() {
    #expect(text(0, .reading) == "loading members…")
    #expect(text(3, .reading) == "loading members…")
    #expect(text(nil) == "loading members…")
  }

  @Test func `names that are there have their time of day`() throws {
    let fresh = try #require(text(3, age: 0))
    #expect(fresh.wholeMatch(of: /as of \d\d:\d\d/) != nil)
    #expect(text(3, age: 0, .reading) == fresh + ", refreshing…")
    #expect(text(3, age: 0, isOld: true) == fresh + ", refreshing…")
    #expect(text(0, age: 0) == fresh)
    let old = try #require(text(3, age: 200_000))
    #expect(old.wholeMatch(of: /as of \d{4}-\d\d-\d\d \d\d:\d\d/) != nil)
  }

  @Test func `what could not be read is said with the reason`() throws {
    #expect(text(0, .failed("Forbidden.")) == "no members: Forbidden.")
    #expect(
      text(2, age: 0, .failed("No network."))?.hasSuffix(", not refreshed: No network.") == true)
    #expect(text(0) == "nothing read yet: cache refresh members")
    #expect(text(2) == nil)
  }
}
