import Documents
import Output
import Testing
import Yams

/// YAML, read back by another program's parser.
struct YAMLTests {
  private func text(
    _ documents: [JSON], isSingle: Bool = false, isTerminal: Bool = false, isComplete: Bool = true
  ) throws -> String {
    let sink = BufferSink()
    var renderer = RowRenderer(
      columns: [], isSingle: isSingle,
      options: RenderOptions(format: .yaml, isTerminal: isTerminal), sink: sink)
    for document in documents {
      try renderer.page([Row(document: document, cells: [], reference: "")])
    }
    try renderer.end(isComplete: isComplete)
    return sink.text
  }

  private static let texts = [
    "plain", "", " ", "a b", "yes", "No", "null", "~", "on", "y", "1", "1.5", "0x1F", "1e3",
    "12:30", "-",
    "- a", "a: b", "a #b", "# c", "*x", "&x", "!x", "%x", "@x", "`x", "'x'", "\"x\"", "{x}", "[x]",
    "a\nb",
    "a\tb", "a\\b", "\u{1B}[31m", "\u{85}\u{2028}\u{9B}", "営業 👩‍👩‍👧", "e\u{301}", "2026-01-01",
    "2026-11-28T01:02:03Z", "true", ".inf", "nan", "=", "<<", "trailing ", "x:", "?", "|", ">",
    "a,b",
    "19:abc@thread.tacv2", "https://x/y?z=1&w=%20",
  ]

  @Test(arguments: texts, [false, true])
  func `every text is read back as that text`(value: String, isTerminal: Bool) throws {
    let document = JSON.object(JSONObject([(value, .string(value))]))
    let yaml = try text([document], isTerminal: isTerminal)
    let field = try compose(yaml: yaml)?.sequence?.first?.mapping?.first
    #expect(field?.key.scalar?.string == value, "\(yaml)")
    #expect(field?.value.any as? String == value, "\(yaml)")
  }

  @Test func `objects keep their order, their numbers and their nesting`() throws {
    let document = try JSON(
      parsing: #"{"b":1,"a":{"x":[],"w":{},"z":[1,[2,"3"],{"k":null,"l":true}]},"d":1.50}"#)
    let expected = """
      - b: 1
        a:
          x: []
          w: {}
          z:
            - 1
            - - 2
              - "3"
            - k: null
              l: true
        d: 1.50

      """
    #expect(try text([document]) == expected)
    #expect(try load(yaml: expected) is [Any])
  }

  @Test func `one object stands alone, none are an empty list`() throws {
    #expect(try text([["id": "x"]], isSingle: true) == "id: x\n")
    #expect(try text([]) == "[]\n")
    #expect(try text([["id": "x"], ["id": "z"]]) == "- id: x\n- id: z\n")
    #expect(try text([], isComplete: false).isEmpty)
  }
}
