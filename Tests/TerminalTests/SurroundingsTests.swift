import Foundation
import TestSupport
import Testing

/// Damaged files, homes that cannot be written, closed pipes: one message, and nothing lost.
struct SurroundingsTests {
  private let home: Home
  private let server: ScriptedServer
  private let environment: [String: String]

  init() throws {
    home = try Home()
    server = try ScriptedServer { line in
      if line.hasPrefix("POST") { return .reply("201 Created", [], "{\"id\":\"1\"}") }
      if line.contains("/teams/7 ") { return .reply("200 OK", [], Self.teams[6]) }
      let items = line.contains("/teams ") ? Self.teams : []
      return .reply("200 OK", [], "{\"value\":[\(items.joined(separator: ","))]}")
    }
    environment = BadAnswerTests.environment(home, server.root)
  }

  private static let hostile = "Evil\\u001B[2J\\u202Eeman\\u0007"
  private static let teams =
    ["{\"id\":\"1\",\"displayName\":\"\(hostile)\"}"]
    + (2...3000).map { "{\"id\":\"\($0)\",\"displayName\":\"Team \($0)\"}" }

  @Test func `a damaged cache is set aside with a word, and the reply is right`() throws {
    _ = try Run(["-c", "team list"], in: environment)
    try home.damageCache()
    let run = try Run(["-c", "team show 'Team 7' -o ids"], in: environment)
    #expect(run.output == "7\n")
    #expect(run.errors == "The cache was damaged. It was set aside, and a new one begun.\n")
    #expect(run.code == 0)
    #expect(try Run(["-c", "team show 'Team 7' -o ids"], in: environment).errors.isEmpty)
  }

  @Test func `a damaged history keeps its lines, and what is whole in it comes back`() throws {
    let shell = try ShellTerminal(home: home, environment: environment)
    try shell.prompt()
    try shell.run("echo kept")
    shell.type("\u{4}")
    _ = try shell.terminal.waitForExit()
    let damage = "{\"text\": \u{0}\u{7F} no JSON\n[]\n\n{\"ti"
    try home.write(home.text(of: "history") + damage, to: "history")
    let next = try ShellTerminal(home: home, environment: environment)
    try next.prompt()
    try next.run("echo new")
    #expect(try next.run("history").contains("echo kept"))
    let text = home.text(of: "history")
    #expect(text.contains(damage))
    #expect(text.contains("echo new"))
  }

  @Test func `a damaged journal is passed over, and written on`() throws {
    try home.write("{\"event\":\"intent\",\"key\":\"half", to: "journal.ndjson")
    let run = try Run(["-c", "graph post /teams/1/x {}"], in: environment)
    #expect(run.code == 0, "\(run.errors)")
    let list = try Run(["-c", "journal list -o ids"], in: environment)
    #expect(list.output.split(separator: "\n").count == 1)
  }

  @Test(arguments: [
    ("profiles:\n  d:\n    colour: blue\n", "config.yaml:3: the key “colour” is not known.\n", 0),
    ("default: [\n", "is not valid YAML.", 2),
    ("default: other\n", "has no profile “other”.", 2),
    ("- a\n- b\n", "a mapping is expected", 2),
    ("\u{0}\u{1}\u{2}", "is not valid YAML.", 2),
  ])
  func `a config.yaml that is odd is told with its line`(
    text: String, words: String, code: Int32
  ) throws {
    try home.write(text, to: "config.yaml")
    let run = try Run(["-c", "echo hi"], in: environment)
    #expect(run.code == code)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(run.output == (code == 0 ? "hi\n" : ""))
  }

  @Test func `in a home that cannot be written reading works and a write is not sent`() throws {
    let changed = environment.merging(["TEAMSH_HOME": "/proc/no-home"]) { $1 }
    let reading = try Run(["-c", "team show 'Team 7' -o ids"], in: changed)
    #expect(reading.output == "7\n")
    #expect(reading.errors == "The cache cannot be written. Working without a cache.\n")
    #expect(reading.code == 0)
    let writing = try Run(["-c", "graph post /teams/1/x {}"], in: changed)
    #expect(writing.code == 1)
    #expect(writing.errors.contains("A write that cannot be recorded is not sent."))
    #expect(!server.requests.contains { $0.hasPrefix("POST") })
    let shell = try PseudoTerminal(Product.shell(), environment: changed)
    try shell.wait(for: "/> ")
    shell.type("echo alive\r")
    try shell.wait(for: "alive\r\n")
    try shell.wait(for: "this session remembers alone.")
  }

  @Test func `a reader that leaves early ends nothing badly, and a closed output is code 141`()
    throws
  {
    let left = try Run(
      sh: "{ $teamsh -c 'team list -o ndjson'; echo $? >&2; } | head -1", in: environment)
    #expect(left.output.split(separator: "\n").count == 1)
    #expect(left.errors == "141\n")
    let inside = try Run(["-c", "team list -o ndjson | head -1"], in: environment)
    #expect(inside.output.split(separator: "\n").count == 1)
    #expect(inside.errors.isEmpty)
    #expect(inside.code == 0)
    let closed = try Run(sh: "$teamsh -c 'echo hi' >&-; echo $?", in: environment)
    #expect(closed.output == "141\n")
  }

  @Test func `two shells at once write one history, one journal and one cache`() throws {
    let texts = (1...20).map { "message \($0)" }
    let shells = try (1...2).map { _ in try ShellTerminal(home: home, environment: environment) }
    for shell in shells { try shell.prompt() }
    for text in texts {
      for shell in shells { shell.type("graph post /teams/1/x {} # \(text)\r") }
      for shell in shells { try shell.prompt() }
    }
    let history = home.text(of: "history")
    for text in texts { #expect(history.components(separatedBy: "# \(text)\"").count == 3) }
    let journal = try Run(["-c", "journal list -o ndjson"], in: environment)
    #expect(journal.output.split(separator: "\n").count == 40)
    #expect(!journal.output.contains("\"result\":\"unknown\""))
    let shown = try Run(["-c", "team show 'Team 7' -o ids"], in: environment)
    #expect(shown.output == "7\n" && shown.errors.isEmpty)
  }

  @Test func `a full disk is told, and keeps the old file`() throws {
    let full = try Run(sh: "$teamsh -c 'echo hi' > /dev/full", in: environment)
    #expect(full.code == 1)
    #expect(full.errors.contains("No space is left for standard output."))
  }

  @Test func `without HOME nothing is put at the root of the system`() throws {
    var bare = environment
    bare["HOME"] = nil
    bare["TEAMSH_HOME"] = nil
    bare["XDG_CACHE_HOME"] = home.path
    let run = try Run(["-c", "team show 'Team 7' -o ids"], in: bare)
    #expect(run.output == "7\n")
    #expect(run.code == 0)
    #expect(!FileManager.default.fileExists(atPath: "/.cache/teamsh"))
  }

  @Test func `a hostile name moves no cursor, in tables, menus, messages or the prompt`() throws {
    let shell = try ShellTerminal(home: home, environment: environment)
    try shell.prompt()
    try shell.run("team list --limit 2")
    try shell.run("use %1")
    shell.type("use Ev\t")
    try shell.terminal.wait { $0.screen.text.contains("use ") }
    shell.type("\u{3}")
    try shell.prompt()
    try shell.run("use Evli")
    let transcript = String(decoding: shell.terminal.transcript, as: UTF8.self)
    #expect(transcript.contains("Evil"))
    #expect(!transcript.contains("\u{1B}[2J"))
    #expect(!transcript.unicodeScalars.contains("\u{202E}"))
    #expect(!transcript.unicodeScalars.contains("\u{7}"))
  }
}
