import CommandKit
import Foundation
import Testing

/// Times in words, each in a zone and at a moment of the test's own.
struct TimeTextTests {
  /// 14:30 in Berlin.
  private static let now = "2026-11-28T13:30:00Z"
  private let now = TimeText.date(TimeTextTests.now) ?? .distantPast
  private let berlin = TimeZone(identifier: "Europe/Berlin") ?? .gmt

  private func text(_ form: TimeText.Form, _ time: String?) -> String {
    TimeText(form, now: now, timeZone: berlin).text(time)
  }

  @Test(arguments: [
    ("2026-11-28T13:29:30Z", "just now"), ("2026-11-28T13:30:03Z", "just now"),
    ("2026-11-28T13:25:00.123Z", "5 min ago"), ("2026-11-28T11:29:00Z", "2 h ago"),
    ("2026-11-27T23:05:00Z", "14 h ago"), ("2026-11-27T22:55:00Z", "yesterday 23:55"),
    ("2026-11-26T23:00:00Z", "yesterday 00:00"), ("2026-11-26T22:59:00Z", "2026-11-26 23:59"),
    ("2026-07-01T12:00:00Z", "2026-07-01 14:00"), ("2026-11-28T15:00:00Z", "2026-11-28 16:00"),
    ("soon", "soon"),
  ])
  func `a time is told by how long ago it was`(time: String, expected: String) {
    #expect(text(.style(.relative), time) == expected)
  }

  @Test func `an hour after midnight a moment before it is minutes ago`() throws {
    let night = try #require(TimeText.date("2026-11-27T23:20:00Z"))
    let times = TimeText(.style(.relative), now: night, timeZone: berlin)
    #expect(times.text("2026-11-27T22:50:00Z") == "30 min ago")
  }

  @Test func `exactly, in full, and for programs it is told otherwise`() {
    let time = "2026-11-28T11:29:00.123Z"
    #expect(text(.style(.exact), time) == "2026-11-28 12:29")
    #expect(text(.full, time) == "2026-11-28 12:29 (2 h ago)")
    #expect(text(.full, "2026-07-01T12:00:00Z") == "2026-07-01 14:00")
    #expect(text(.verbatim, time) == time)
    #expect(text(.style(.relative), nil) == "")
  }

  @Test(arguments: [
    ("today", "2026-11-27T23:00:00Z"), ("yesterday", "2026-11-26T23:00:00Z"),
    ("30m", "2026-11-28T13:00:00Z"), ("2h", "2026-11-28T11:30:00Z"), ("1d", "2026-11-27T13:30:00Z"),
    ("1w", "2026-11-21T13:30:00Z"), ("2026-11-24", "2026-11-23T23:00:00Z"),
    ("2026-11-24T08:15", "2026-11-24T07:15:00Z"), ("2026-11-24T08:15:30Z", "2026-11-24T08:15:30Z"),
  ])
  func `a moment is read as people type it`(typed: String, expected: String) throws {
    let moment = try #require(Moment(argument: typed))
    #expect(moment.date(from: now, timeZone: berlin) == TimeText.date(expected))
  }

  @Test(arguments: [
    "", "tomorrow", "2x", "-2h", "24.11.2026", "2026-13-01", "2026-11-24T25:00", "h",
  ])
  func `what is no moment is refused`(typed: String) {
    #expect(Moment(argument: typed) == nil)
  }

  @Test(arguments: [
    (0, "0.000 s"), (0.4126, "0.413 s"), (9.9999, "10.000 s"), (12.34, "12.3 s"), (61, "1:01 min"),
    (3725, "1:02:05 h"),
  ])
  func `a duration is as short as it is still told apart`(seconds: Double, expected: String) {
    #expect(DurationText.text(seconds: seconds) == expected)
  }
}
