import Documents
import Foundation
import Output
import Testing

@Test(arguments: [
  (".", ["{\"a\":1,\"b\":[\"x\",null]}"]), (".a", ["1"]), (".b[]", ["\"x\"", "null"]),
  ("empty", []),
  ("[65,128512] | implode", ["\"A😀\""]), ("\"abc\" | indices(\"\")", ["[]"]), ("halt", []),
  ("\"abab\" | indices(\"b\"), index(\"b\"), rindex(\"b\")", ["[1,3]", "1", "3"]),
  ("debug | .a", ["1"]), ("input_filename", ["null"]),
])
func `an expression gives its results in order`(expression: String, expected: [String]) throws {
  let document: JSON = ["a": 1, "b": ["x", nil]]
  let filter = try JQFilter(compiling: expression)
  for _ in 0..<3 {
    #expect(try filter.apply(document).map { $0.text() } == expected)
  }
}

@Test(arguments: [
  (".[", "syntax error, unexpected $end at <top-level>, line 1:\n.["),
  ("nothing(1)", "nothing/1 is not defined at <top-level>, line 1:\nnothing(1)"),
  (".a | $x", "$x is not defined at <top-level>, line 1:\n.a | $x"),
])
func `what is not jq is refused in its own words`(expression: String, message: String) throws {
  let error = try #require(throws: JQError.self) { _ = try JQFilter(compiling: expression) }
  #expect(error == JQError(code: .compile, message: message))
}

@Test(arguments: [
  (".a.b", "Cannot index number with string \"b\""), ("error(\"mine\")", "mine"),
  ("error({x: 1})", "{\"x\":1}"), ("\"bye\" | halt_error", "bye"), ("input", "break"),
  ("[-1] | implode", "implode input must be an array of characters"),
  ("reduce range(300) as $i (0; [.])", "a result is nested too deeply"),
])
func `a failure is jq's, and the filter goes on`(expression: String, message: String) throws {
  let filter = try JQFilter(compiling: expression)
  for _ in 0..<2 {
    let error = try #require(throws: JQError.self) { try filter.apply(["a": 1]) }
    #expect(error == JQError(code: .run, message: message))
  }
}

@Test func `a billion results end when the receiver has enough`() throws {
  let filter = try JQFilter(compiling: "range(1e9)")
  var count = 0
  try filter.apply(nil) { _ in
    count += 1
    return count < 3
  }
  #expect(count == 3)
}

@Test func `an expression without end is stopped from outside`() async throws {
  let filter = try JQFilter(compiling: "1, (def f: f; f)")
  let error = await withCheckedContinuation { continuation in
    // Threads of their own: one blocks until the other acts.
    Thread.detachNewThread {
      do {
        try filter.apply(nil) { _ in
          Thread.detachNewThread { filter.stop() }
          return true
        }
        continuation.resume(returning: nil as JQError?)
      } catch {
        continuation.resume(returning: error as? JQError)
      }
    }
  }
  #expect(error?.code == .stopped)
}

@Test func `several threads may share a filter`() async throws {
  let filter = try JQFilter(compiling: ".n * 2")
  try await withThrowingTaskGroup(of: Bool.self) { group in
    for number in 0..<200 {
      group.addTask { try filter.apply(["n": .int(number)]) == [.int(number * 2)] }
    }
    for try await isRight in group { #expect(isRight) }
  }
}

@Test func `rows through jq are bare strings, and JSON in NDJSON`() throws {
  let filter = try JQFilter(compiling: ".name, .n")
  let row = Row(document: ["name": "a\u{1B}b", "n": [1]], cells: [], reference: "")
  for (format, isTerminal, expected) in [
    (OutputFormat.json, true, "a␛b\n[1]\n"), (.table, false, "a\u{1B}b\n[1]\n"),
    (.ndjson, false, "\"a\\u001bb\"\n[1]\n"),
  ] {
    let sink = BufferSink()
    let options = RenderOptions(format: format, isTerminal: isTerminal, jq: filter)
    var renderer = RowRenderer(columns: [], options: options, sink: sink)
    try renderer.page([row])
    try renderer.end(isComplete: true)
    #expect(sink.text == expected)
  }
}
