import Documents
import Testing

@Test(arguments: [
  "null", "true", "false", "0", "-0", "12.50", "1e400", "-1.5E+10", "123456789012345678901",
  "\"\"", "\"営業 🎉\"", "[]", "{}", "[1,[2,[]],{\"a\":null}]",
  "{\"z\":1,\"a\":2,\"@odata.type\":\"#x\",\"m\":[true]}",
])
func `a document comes out as it went in`(text: String) throws {
  #expect(try JSON(parsing: text).text() == text)
}

@Test func `white space and a byte order mark are skipped`() throws {
  #expect(try JSON(parsing: "\u{FEFF} {\r\n\t\"a\" : [ 1 , 2 ] } ").text() == "{\"a\":[1,2]}")
}

@Test(arguments: [
  ("", JSONError.Code.unexpectedEnd, 0), ("   ", .unexpectedEnd, 3), ("{", .unexpectedEnd, 1),
  ("[1,]", .unexpectedByte, 3), ("{\"a\":1,}", .unexpectedByte, 7), ("{a:1}", .unexpectedByte, 1),
  ("\"abc", .unexpectedEnd, 4), ("\"a\nb\"", .unexpectedByte, 2), ("\"\\x\"", .invalidEscape, 2),
  ("\"\\u12G4\"", .invalidEscape, 2), ("\"\\u12", .unexpectedEnd, 2), ("01", .invalidNumber, 2),
  ("-", .invalidNumber, 1), ("1.", .invalidNumber, 2), ("1e", .invalidNumber, 2),
  (".5", .unexpectedByte, 0), ("+1", .unexpectedByte, 0), ("NaN", .unexpectedByte, 0),
  ("nul", .unexpectedEnd, 3), ("trux", .unexpectedByte, 3), ("1 2", .trailingBytes, 2),
  ("{}x", .trailingBytes, 2), ("'a'", .unexpectedByte, 0),
])
func `what is not JSON is refused at its place`(
  text: String, code: JSONError.Code, offset: Int
) throws {
  let error = try #require(throws: JSONError.self) { try JSON(parsing: text) }
  #expect(error.code == code)
  #expect(error.offset == offset)
}

@Test(arguments: [
  ("\"\\uD83C\\uDF89\"", "🎉"), ("\"\\ud83c\"", "\u{FFFD}"), ("\"\\uDF89x\"", "\u{FFFD}x"),
  ("\"\\uD83C\\n\"", "\u{FFFD}\n"), ("\"\\uD83C\\u0041\"", "\u{FFFD}A"),
  ("\"\\uD83C\\uD83C\\uDF89\"", "\u{FFFD}🎉"), ("\"\\u0000\"", "\0"),
  ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\u{08}\u{0C}\n\r\t"),
])
func `escapes and halves of surrogate pairs are read`(text: String, expected: String) throws {
  #expect(try JSON(parsing: text).string == expected)
}

@Test func `a bad byte costs one character and not the document`() throws {
  let bytes = Array("{\"a\":\"x".utf8) + [0xFF] + Array("y\",\"b\":1}".utf8)
  let document = try JSON(parsing: bytes)
  #expect(document["a"]?.string == "x\u{FFFD}y")
  #expect(document["b"]?.int == 1)
}

@Test(arguments: ["[", "{\"a\":", "[{\"a\":["])
func `hostile nesting is an error and no crash`(opening: String) throws {
  let error = try #require(throws: JSONError.self) {
    try JSON(parsing: String(repeating: opening, count: 100_000))
  }
  #expect(error.code == .tooDeep)
}

@Test func `nesting as deep as any real document is read`() throws {
  let text = String(repeating: "[", count: 256) + String(repeating: "]", count: 256)
  #expect(try JSON(parsing: text).text() == text)
}

@Test func `every cut of a document is refused`() throws {
  let text = Array("{\"a\":[1,-2.5e3,\"x\\u00e9\\n\"],\"b\":{\"c\":null,\"d\":true}}".utf8)
  for length in 0..<text.count {
    #expect(throws: JSONError.self) { try JSON(parsing: Array(text[..<length])) }
  }
}
