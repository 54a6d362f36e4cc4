import Cache
import Foundation
import Testing

@testable import CommandKit

/// Which lists are read when somebody waits for them, as a function of what happened before.
struct ListReadingsTests {
  private let now = Date(timeIntervalSince1970: 100_000)
  private let members = ListName(.members, container: "team")

  @Test func `a list that was never read is read once for all who want it`() {
    var readings = ListReadings()
    #expect(readings.isDue(members, filledAt: nil, at: now))
    let (isFirst, isSecond) = (readings.begin(members), readings.begin(members))
    #expect(isFirst && !isSecond)
    #expect(!readings.isDue(members, filledAt: nil, at: now))
    #expect(readings.progress(of: members, at: now) == .reading)
    readings.end(members)
    #expect(readings.progress(of: members, at: now) == .idle)
    #expect(!readings.isDue(members, filledAt: now, at: now))
  }

  @Test(arguments: [
    (CacheKind.members, 3599.0, false), (.members, 3600, true), (.channels, 3600, true),
    (.chats, 3600, true), (.teams, 3600, false), (.teams, 86_400, true), (.people, 86_400, true),
  ])
  func `a list is read anew when it is old`(kind: CacheKind, age: Double, isDue: Bool) {
    let list = ListName(kind)
    let filled = now.addingTimeInterval(-age)
    #expect(ListReadings().isDue(list, filledAt: filled, at: now) == isDue)
  }

  @Test(arguments: [(true, 3600.0), (false, 30)])
  func `what could not be read is left alone for a while`(isRefused: Bool, patience: Double) {
    var readings = ListReadings()
    _ = readings.begin(members)
    readings.fail(members, words: "No.", isRefused: isRefused, at: now)
    #expect(readings.progress(of: members, at: now) == .failed("No."))
    #expect(!readings.isDue(members, filledAt: nil, at: now.addingTimeInterval(patience - 1)))
    #expect(readings.isDue(members, filledAt: nil, at: now.addingTimeInterval(patience)))
    readings.forgetFailures()
    #expect(readings.isDue(members, filledAt: nil, at: now))
  }

  @Test func `a list is named by its place, and a place without one names none`() {
    let team = Named(id: "t", name: "Team")
    #expect(ListName(.channels, of: .team(team)) == ListName(.channels, container: "t"))
    #expect(
      ListName(.members, of: .channel(team: team, Named(id: "c", name: "C")))
        == ListName(.members, container: "t/c"))
    #expect(ListName(.people, of: .team(team)) == ListName(.people))
    #expect(ListName(.members, of: .nowhere) == nil)
    #expect(ListName(.channels, of: .chat(team)) == nil)
  }
}
