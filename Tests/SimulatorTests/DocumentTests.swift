import Testing

@testable import Simulator

/// The tenant's own JSON and times.
struct DocumentTests {
  @Test(arguments: [
    #"{"b":1,"a":[true,false,null,-0.5e+3],"":""}"#, #""\"\\\n\t""#, "[]", "{}", "0",
    #"{"id":12345678901234567890123}"#,
  ])
  func `what was read is written again as it was`(_ text: String) throws {
    #expect(try DocumentParser.parse(text).jsonText == text)
  }

  @Test func `escapes become the characters that they stand for`() throws {
    let document = try DocumentParser.parse(#""\u00e9\ud83d\ude00\/\b\f\ud800x""#)
    #expect(document.string == "é😀/\u{08}\u{0C}\u{FFFD}x")
    #expect(document.jsonText.contains(#"\u0008"#))
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\"}", "01", "1.", "+1", "tru", "\"\u{1}\"", "\"\\x\"", "[1] 2", "nul",
    "\"\\u12\"", "{\"a\":1,}", "-",
  ])
  func `what is not JSON is refused`(_ text: String) {
    #expect(throws: DocumentParser.Malformed.self) { try DocumentParser.parse(text) }
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (1_616_965_872_395, "2021-03-28T21:11:12.395Z"),
    (1_607_123_428_510, "2020-12-04T23:10:28.51Z"), (951_782_400_000, "2000-02-29T00:00:00Z"),
    (-1_000, "1969-12-31T23:59:59Z"),
  ])
  func `a moment prints as Teams prints it, and reads back`(_ time: Int, _ text: String) {
    #expect(Instant(milliseconds: time).text == text)
    #expect(Instant(text: text)?.milliseconds == time)
  }

  @Test func `paths are decoded before they are matched`() {
    let path = RequestPath("/users('a%40b''c')/Chats/19%3Ax%2Fy/microsoft.graph.delta()")
    #expect(path.segments.map(\.text).prefix(4) == ["users", "a@b'c", "Chats", "19:x/y"])
    #expect(path.segments.map(\.name).suffix(1) == ["delta"])
    #expect(path.isKey(at: 1) && !path.isKey(at: 0))
  }
}
