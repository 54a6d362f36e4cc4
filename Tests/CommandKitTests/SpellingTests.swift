import Testing

@testable import CommandKit

struct SpellingTests {
  @Test(arguments: [
    ("tema", ["team"]), ("chanel", ["channel"]), ("mem", ["member", "message"]),
    ("xyzzy", []), ("", []),
  ])
  func `the nearest names are found`(typed: String, expected: [String]) {
    let names = ["team", "channel", "member", "message"]
    #expect(Spelling.nearest(to: typed, among: names).first == expected.first)
  }

  @Test func `swapped neighbours are one slip`() {
    #expect(Spelling.distance(Array("tema"), Array("team")) == 1)
    #expect(Spelling.distance(Array("abc"), Array("abc")) == 0)
    #expect(Spelling.distance([], Array("abc")) == 3)
  }
}
