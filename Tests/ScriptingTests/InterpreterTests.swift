import CommandKit
import Output
import Scripting
import Testing

struct InterpreterTests {
  @Test(
    arguments: [
      ("a; b\nc", ["a", "b", "c"], nil),
      ("a; fail 4; b", ["a", "fail 4"], 4),
      ("a && b || c", ["a", "b"], nil),
      ("fail && b || c", ["fail", "c"], nil),
      ("fail 3 && b", ["fail 3"], 3),
      ("fail 3 || fail 5 && c", ["fail 3", "fail 5"], 5),
      ("fail || true; b", ["fail", "true", "b"], nil),
      ("for x in 1 2; echo $x; end; b", ["echo 1", "echo 2", "b"], nil),
      ("for x in 1 2; fail 7; end; b", ["fail 7"], 7),
      ("for x in; echo; end; b", ["b"], nil),
      ("for x in 1; end; echo $x", ["echo 1"], nil),
      ("if true; a; else; b; end", ["true", "a"], nil),
      ("if false; a; else; b; end", ["false", "b"], nil),
      ("if false; a; end; b", ["false", "b"], nil),
      ("if fail 5; a; else; b; end", ["fail 5", "b"], nil),
      ("if fail 1; a; else; b; end", ["fail 1", "b"], nil),
      ("if fail 7; a; else; b; end", ["fail 7"], 7),
      ("if fail 4 || true; a; end", ["fail 4", "true", "a"], nil),
      ("if a && false; b; else; c; end && d", ["a", "false", "c", "d"], nil),
      ("if false; a; end && b", ["false", "b"], nil),
      ("x=1; y=$x$x; echo $y", ["echo 11"], nil),
      ("$(lines)", ["lines"], nil),
      ("$(lines echo hi)", ["lines echo hi", "echo hi"], nil),
    ] as [(String, [String], Int32?)])
  func `statements run until one fails`(
    text: String, expected: [String], code: Int32?
  ) async {
    let session = ScriptSession()
    let error = await session.failure(of: text)
    #expect(session.executor.lines == expected.map { $0 == "$(lines)" ? "lines" : $0 })
    #expect((error?.underlying as? Refusal)?.code.rawValue == code)
    #expect((error == nil) == (code == nil))
  }

  @Test func `a failure that is overruled is shown, one that an if asks about is not`() async throws
  {
    let session = ScriptSession()
    try await session.interpreter.run("fail 6 || true; if fail 5; a; end")
    #expect(session.reports.map { ($0.underlying as? Refusal)?.code } == [.throttled])
  }

  @Test func `a failure names its file, line, column and text`() async {
    let session = ScriptSession()
    let error = await session.failure(of: "echo a\n  fail 4 \"x\" ; b", name: "off.teamsh")
    let place = ScriptLocation(
      source: "off.teamsh", line: 2, column: 3, length: 10, lineText: "  fail 4 \"x\" ; b")
    #expect(error?.location == place)
    #expect(error?.code == .commandFailed)
  }

  @Test func `a text that cannot be understood runs nothing`() async {
    let session = ScriptSession()
    let error = await session.failure(of: "echo a\necho 'b")
    #expect(error?.code == .unfinished(.singleQuote))
    #expect(session.executor.lines.isEmpty)
    #expect(await session.interpreter.lastStatus == .usage)
  }

  @Test func `variables outlive the line that set them`() async throws {
    let session = ScriptSession()
    try await session.interpreter.run("x=1")
    try await session.interpreter.run("echo $x")
    #expect(session.output.text == "1\n")
  }

  @Test func `the wish to exit goes through everything`() async {
    let session = ScriptSession()
    await #expect(throws: ExitRequest(code: .notFound)) {
      try await session.interpreter.run("for x in a b; if true; exit 5 || b; end; end; c")
    }
    #expect(session.executor.lines == ["true", "exit 5"])
    #expect(await session.interpreter.lastStatus == .notFound)
  }

  @Test func `a script that keeps going runs everything and says that some failed`() async {
    let session = ScriptSession()
    await session.interpreter.setKeepsGoing(true)
    let error = await session.failure(
      of: "fail 4\na\nfor x in 1 2; fail; b; end\nif fail 7; c; end\nshow $(fail 5)\nd")
    #expect(error?.code == .partlyFailed(failures: 5))
    #expect(error?.exitCode == .partly)
    #expect(
      session.executor.lines
        == ["fail 4", "a", "fail", "b", "fail", "b", "fail 7", "fail 5", "d"])
    #expect(session.reports.count == 5)
    #expect(await session.failure(of: "a") == nil)
  }

  @Test(.timeLimit(.minutes(1)))
  func `cancelling ends the command and everything around it`() async {
    let session = ScriptSession()
    await session.interpreter.setKeepsGoing(true)
    let (started, starting) = AsyncStream<Void>.makeStream()
    session.executor.whenHanging { starting.finish() }
    let running = Task { await session.failure(of: "for x in 1 2; if hang; a; end || b; end; c") }
    for await _ in started {}
    running.cancel()
    let error = await running.value
    #expect(error?.code == .interrupted)
    #expect(error?.exitCode == .interrupted)
    #expect(session.executor.lines == ["hang"])
  }
}
