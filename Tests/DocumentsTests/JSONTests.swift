import Documents
import Testing

@Test func `a layout with indents puts a field on each line`() {
  let document: JSON = ["a": [1, "x"], "b": [:], "c": []]
  #expect(
    document.text(.indented) == """
      {
        "a": [
          1,
          "x"
        ],
        "b": {},
        "c": []
      }
      """)
  #expect(JSON.array([1]).text(.indented, depth: 1) == "[\n    1\n  ]")
}

@Test(arguments: [
  ("\u{01}\u{1F}\u{7F}", "\"\\u0001\\u001f\\u007f\""),
  ("a\"b\\c/\n\r\t", "\"a\\\"b\\\\c/\\n\\r\\t\""),
  ("\n", "\"\\n\""), ("é🎉", "\"é🎉\""),
])
func `what may not stand in a string is escaped`(text: String, expected: String) {
  #expect(JSON.string(text).text() == expected)
}

@Test func `documents are added to a buffer that holds others`() {
  var bytes = Array("x".utf8)
  JSON.bool(true).append(to: &bytes)
  #expect(String(decoding: bytes, as: UTF8.self) == "xtrue")
  #expect(JSON.bool(true).bytes == Array("true".utf8))
}

@Test func `fields keep their order through changes`() {
  var object = JSONObject([("b", 1), ("a", 2)])
  object["c"] = 3
  object["b"] = 4
  object["a"] = nil
  #expect(JSON.object(object).text() == "{\"b\":4,\"c\":3}")
}

@Test func `of a doubled key the last one counts`() throws {
  #expect(try JSON(parsing: "{\"a\":1,\"a\":2}")["a"]?.int == 2)
}

@Test(arguments: [
  ("from.user.displayName", "Adele"), ("@odata.type", "#x"), ("from.@odata.id", "7"),
  ("from.nobody", nil), ("missing", nil), ("from.user.displayName.x", nil),
])
func `a path finds names with dots before it is split`(path: String, expected: String?) {
  let document: JSON = [
    "@odata.type": "#x", "from": ["user": ["displayName": "Adele"], "@odata.id": "7"],
  ]
  #expect(document.value(at: path)?.string == expected)
}
