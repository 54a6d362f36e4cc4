import Foundation
import Testing

@testable import Commands

struct MeetingTimeTests {
  private static let now = Date(timeIntervalSince1970: 1_800_000_000)

  @Test(arguments: [
    ("2027-01-12T14:00:00.5+01:00", "2027-01-12T14:00:00.5+01:00", 1_799_758_800.0),
    ("2027-01-12T13:00Z", "2027-01-12T13:00Z", 1_799_758_800),
    ("+2h", "2027-01-15T10:00:00Z", 1_800_007_200), ("+30m", "2027-01-15T08:30:00Z", 1_800_001_800),
  ])
  func `a time with its zone is sent as it was written`(
    typed: String, sent: String, seconds: Double
  ) throws {
    let time = try #require(MeetingTime(argument: typed))
    #expect(time.text(from: Self.now) == sent)
    #expect(time.date(from: Self.now).timeIntervalSince1970 == seconds)
  }

  @Test(arguments: ["", "+", "+2", "+0h", "2h", "yesterday", "14:00", "2027-13-01T10:00"])
  func `what is no time to come is refused`(typed: String) {
    #expect(MeetingTime(argument: typed) == nil)
  }
}
