import CommandKit
import Testing

/// How long, as people type it.
struct TimeSpanTests {
  @Test(arguments: [
    ("45", 45, "45s"), ("90s", 90, "1m30s"), ("10m", 600, "10m"), ("1h30m", 5400, "1h30m"),
    ("2D", 172_800, "2d"), ("0", 0, "0s"), ("1d2h3m4s", 93_784, "1d2h3m4s"),
  ])
  func `a time is read, and written as short as it can be typed`(
    typed: String, seconds: Int, text: String
  ) throws {
    let span = try #require(TimeSpan(argument: typed))
    #expect(span.seconds == seconds)
    #expect(span.text == text)
  }

  @Test(arguments: [
    "", "m", "10x", "-5", "1.5h", "5m1h", "1m1m", "10m5", "99999999999999999999", "400d", "1 m",
    "٣m",
  ])
  func `what is no time is none`(typed: String) {
    #expect(TimeSpan(argument: typed) == nil)
  }
}
