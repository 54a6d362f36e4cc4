import Foundation
import TestSupport
import Testing

@testable import Output

struct PagerChoiceTests {
  @Test(arguments: [
    ([:], PagerChoice.command("less")), (["PAGER": "more -d"], .command("more -d")),
    (["PAGER": "more", "TEAMSH_PAGER": "most"], .command("most")), (["PAGER": ""], .none),
    (["PAGER": "cat"], .none), (["PAGER": "more", "TEAMSH_PAGER": ""], .none),
    (["TEAMSH_PAGER": " cat "], .none), (["PAGER": "nosuch -x"], .missing("nosuch")),
    (["PAGER": "(cat; true)"], .command("(cat; true)")),
  ])
  func `the pager is the one that somebody asked for`(
    environment: [String: String], expected: PagerChoice
  ) {
    let environment = environment.merging(["TERM": "xterm"]) { $1 }
    #expect(PagerChoice(environment: environment) { $0 != "nosuch" } == expected)
  }

  @Test(arguments: [
    ([:], PagerChoice.command("less")),
    (["PAGER": "less -R --tabs=4"], .command("less -R --tabs=4")),
    (["PAGER": "more"], .refused("more")), (["PAGER": "/tmp/less"], .refused("/tmp/less")),
    (["PAGER": "less;sh"], .refused("less;sh")), (["PAGER": "less; sh"], .refused("less;")),
    (["PAGER": "less -R | sh"], .refused("less")), (["PAGER": "less -R\nsh"], .refused("less")),
    (["PAGER": "less $(sh)"], .refused("less")), (["PAGER": "less /etc/passwd"], .refused("less")),
    (["PAGER": "less", "TEAMSH_PAGER": "vim -"], .refused("vim")), (["PAGER": "cat"], .none),
  ])
  func `a restricted session has less or none`(
    environment: [String: String], expected: PagerChoice
  ) {
    let environment = environment.merging(["TERM": "xterm"]) { $1 }
    #expect(PagerChoice(environment: environment, isRestricted: true) { _ in true } == expected)
  }

  @Test func `less starts nothing and writes nothing in a restricted session`() {
    let odd = ["LESS": "+!sh", "LESSOPEN": "|sh", "LESSSECURE_ALLOW": "shell", "LESSSECURE": "0"]
    #expect(
      PagerChoice.environment(odd, isRestricted: true) == ["LESS": "FRSX", "LESSSECURE": "1"])
  }

  @Test(arguments: ["dumb", "", "unknown"])
  func `a terminal that cannot be painted on has none`(terminal: String) {
    #expect(PagerChoice(environment: ["TERM": terminal, "PAGER": "less"]) { _ in true } == .none)
  }

  @Test func `without less there is none, and nobody is told of what nobody asked for`() {
    #expect(PagerChoice(environment: ["TERM": "xterm"]) { _ in false } == .none)
  }

  @Test func `less behaves as one is used to, unless told otherwise, and learns no token`() {
    let secret = ["TEAMSH_ACCESS_TOKEN": "x", "HOME": "/h"]
    #expect(PagerChoice.environment(secret) == ["LESS": "FRSX", "HOME": "/h"])
    #expect(PagerChoice.environment(["LESS": ""]) == ["LESS": ""])
  }
}

struct ScreenFillTests {
  @Test(arguments: [
    ("", 0, 0), ("a\n", 1, 1), ("a\nb", 2, 1), ("1234567890", 1, 0), ("12345678901", 2, 1),
    ("1234567890\n", 1, 1), ("\n\n\n", 3, 3), ("\u{1B}[1m1234567890\u{1B}[0m\n", 1, 1),
    ("営業営業営業\n", 2, 2), ("\tab\n", 1, 1), ("\tabc\n", 2, 2),
  ])
  func `text takes the rows that it takes on ten columns`(text: String, rows: Int, above: Int) {
    var whole = ScreenFill(columns: 10)
    whole.add(Array(text.utf8), limit: 100)
    var pieces = ScreenFill(columns: 10)
    for byte in text.utf8 { pieces.add([byte], limit: 100) }
    #expect(whole.rows == rows && whole.rowsAboveCursor == above)
    #expect(pieces == whole)
  }

  @Test func `beyond the limit nothing is counted`() {
    var fill = ScreenFill(columns: 10)
    fill.add(Array(repeating: 0x0A, count: 1_000_000), limit: 24)
    #expect(fill.rows == 25)
  }
}

struct PagingSinkTests {
  private let folder: TemporaryHome
  private let terminal = BufferSink(isTerminal: true, columns: 20, rows: 5)

  init() throws {
    folder = try TemporaryHome()
  }

  private func sink(_ command: String) throws -> PagingSink {
    try #require(
      PagingSink(
        terminal: terminal,
        pager: Pager(command: command, environment: ["PATH": "/usr/bin:/bin"])))
  }

  private var shown: String {
    let data = FileManager.default.contents(atPath: "\(folder.path)/shown") ?? Data()
    return String(decoding: data, as: UTF8.self)
  }

  @Test func `what fits is written at once, and no pager is started`() async throws {
    let sink = try sink("cat > \(folder.path)/shown")
    try sink.write("one\n")
    #expect(terminal.text == "one\n")
    try sink.write("two\nthree\nfour\n")
    await sink.finish()
    #expect(terminal.text == "one\ntwo\nthree\nfour\n")
    #expect(shown.isEmpty)
  }

  @Test func `what is longer goes through the pager whole, and leaves the screen before`()
    async throws
  {
    let sink = try sink("cat > \(folder.path)/shown")
    try sink.write("one\ntwo\n")
    try sink.write("three\nfour\nfive\n")
    try sink.write("six\n")
    await sink.finish()
    #expect(terminal.text == "one\ntwo\n\r\u{1B}[2A\u{1B}[J")
    #expect(shown == "one\ntwo\nthree\nfour\nfive\nsix\n")
    #expect(!sink.wasQuit)
  }

  @Test func `a pager that is left early refuses what comes after, and says so`() async throws {
    Console.ignoreClosedPipes()
    let (quits, continuation) = AsyncStream<Void>.makeStream()
    let sink = try sink("head -n 1 > \(folder.path)/shown")
    sink.onQuit { continuation.finish() }
    try? sink.write(String(repeating: "line\n", count: 10))
    for await _ in quits {}
    #expect(throws: SinkError.self) {
      for _ in 0..<1000 { try sink.write(String(repeating: "line\n", count: 1000)) }
    }
    #expect(sink.wasQuit)
    await sink.finish()
    #expect(sink.wasQuit)
    #expect(shown == "line\n")
  }

  @Test func `a pager that reads nothing can be ended while a write waits`() async throws {
    let sink = try sink("exec sleep 1000")
    let writing = Task {
      for _ in 0..<100 { try sink.write(String(repeating: "line\n", count: 10_000)) }
    }
    while !sink.isPaging { await Task.yield() }
    sink.stop()
    await #expect(throws: SinkError.self) { try await writing.value }
    await sink.finish()
  }
}
