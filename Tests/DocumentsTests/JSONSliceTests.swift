import Documents
import Testing

struct JSONSliceTests {
  private func slice(_ text: String) throws -> JSONSlice {
    try JSONSlice(checking: Array(text.utf8))
  }

  private func text(_ slice: JSONSlice?) -> String {
    var bytes: [UInt8] = []
    slice?.append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `a value is cut out as it came`() throws {
    let page = try slice(#" {"a":1, "value":[{"id":"x","n":1.0e3},[ ],"\u00e9"],"z":null} "#)
    #expect(page["value"]?.elements?.map(text) == [#"{"id":"x","n":1.0e3}"#, "[ ]", #""\u00e9""#])
    #expect(page["value"]?.elements?.last?.string == "é")
    #expect(page["value"]?.elements?.first?["id"]?.string == "x")
    #expect(page["z"]?.isNull == true)
    #expect(page["y"] == nil && page["a"]?["id"] == nil && page["a"]?.elements == nil)
  }

  @Test func `line breaks between parts go, and those in strings are escapes anyway`() throws {
    #expect(
      text(try slice("{\"a\":\r\n [1,\n2],\"b\":\"x\\ny\"}")) == #"{"a":   [1, 2],"b":"x\ny"}"#)
  }

  @Test(arguments: [
    (#"{"id":"1","replies@odata.count":2,"replies":[{"id":"2"}],"x":[]}"#, #"{"id":"1","x":[]}"#),
    (#"{"id":"1","x":[]}"#, #"{"id":"1","x":[]}"#), (#"{"replies":[]}"#, "{}"), ("[1]", "[1]"),
    (#"{"a":{"replies":1}}"#, #"{"a":{"replies":1}}"#),
  ])
  func `fields are left out by how their names begin`(_ source: String, _ rest: String) throws {
    var bytes: [UInt8] = []
    try slice(source).append(to: &bytes, withoutFieldsNamed: "replies")
    #expect(String(decoding: bytes, as: UTF8.self) == rest)
  }

  @Test func `ill-formed UTF-8 becomes what the parser makes of it`() throws {
    let bytes: [UInt8] = [UInt8(ascii: "\""), 0xC3, UInt8(ascii: "a"), 0xFF, UInt8(ascii: "\"")]
    var written: [UInt8] = []
    try JSONSlice(checking: bytes).append(to: &written)
    #expect(String(validating: written, as: UTF8.self) == "\"\u{FFFD}a\u{FFFD}\"")
    #expect(try JSON(parsing: bytes) == .string("\u{FFFD}a\u{FFFD}"))
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\"}", "{\"a\":1,}", "01", "1.", "1e", "-", "tru", "\"\\x\"",
    "\"\\u12g4\"",
    "\"\n\"", "\"", "{} x", "[1 2]", "{\"a\":1", "\"\\", "nul", "{a:1}", "+1",
  ])
  func `what the parser refuses is refused`(_ text: String) {
    #expect(throws: JSONError.self) { try JSON(parsing: text) }
    #expect(throws: JSONError.self) { try slice(text) }
  }

  @Test(arguments: 0...16)
  func `a string ends, or is refused, at the right byte wherever that one stands`(offset: Int) {
    for byte in UInt8.min...UInt8.max {
      let before = Array(repeating: UInt8(ascii: "x"), count: offset)
      let behind = Array(repeating: UInt8(ascii: "x"), count: 16 - offset)
      let quote = [UInt8(ascii: "\"")]
      let text = quote + before + [byte] + behind + quote
      let isPlain = byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
      #expect(((try? JSONSlice(checking: text)) != nil) == isPlain, "byte \(byte)")
    }
  }

  @Test func `nesting is as deep as in the parser, and no deeper`() throws {
    let deep = { (count: Int) in
      String(repeating: "[", count: count) + String(repeating: "]", count: count)
    }
    _ = try slice(deep(256))
    _ = try JSON(parsing: deep(256))
    #expect(throws: JSONError.self) { try slice(deep(257)) }
    #expect(throws: JSONError.self) { try JSON(parsing: deep(257)) }
  }
}
