import Foundation
import TestSupport
import Testing

/// What a person reads when something fails: what, where, the nearest name, and what to type next.
struct ErrorTests {
  private let home: Home
  private let server: ScriptedServer

  init() throws {
    home = try Home()
    server = try ScriptedServer { line in
      let teams = "{\"id\":\"1\",\"displayName\":\"Contoso IT\"}"
      if line.contains("/teams") { return .reply("200 OK", [], "{\"value\":[\(teams)]}") }
      let error = "{\"code\":\"Forbidden\",\"message\":\"Graph's own words\"}"
      if line.contains("/refused") {
        return .reply("403 Forbidden", ["request-id: rq-1"], "{\"error\":\(error)}")
      }
      return .reply("200 OK", [], "{\"value\":[]}")
    }
  }

  private var environment: [String: String] { BadAnswerTests.environment(home, server.root) }

  private func start(columns: Int = 80, rows: Int = 24) throws -> ShellTerminal {
    let shell = try ShellTerminal(
      home: home, environment: environment, prompt: "p{number}:> ", columns: columns, rows: rows)
    try shell.prompt()
    return shell
  }

  /// Typed lines, and the words about each.
  private static let slips: [(typed: String, words: String)] = [
    ("nosuch", "There is no command “nosuch”.\n  nosuch\n  ^^^^^^\n  See: help\n"),
    (
      "echo a; tema list",
      "There is no command “tema”.\n  echo a; tema list\n          ^^^^\n  Did you mean “team”?\n"
    ),
    ("test", "There is no command “test”.\n  test\n  ^^^^\n  See: help\n"),
    (
      "team lst",
      "team has no verb “lst”.\n  team lst\n       ^^^\n  Did you mean “team list”?\n"
    ),
    (
      "team list --limt 3",
      "team list has no option “--limt”.\n  team list --limt 3\n            ^^^^^^\n"
        + "  Did you mean “--limit”?\n"
    ),
    (
      "team list -o tabel",
      "  team list -o tabel\n               ^^^^^\n"
    ),
    (
      "use Contoso It",
      "  use Contoso It\n              ^^\n  A name with spaces stands in quotation marks.\n"
    ),
    (
      "team show 'Contso IT'",
      "No team matches “Contso IT”.\n  team show 'Contso IT'\n            ^^^^^^^^^^^\n"
        + "  Did you mean “Contoso IT”?\n"
    ),
    (
      "team show Contso",
      "No team matches “Contso”.\n  team show Contso\n            ^^^^^^\n"
        + "  Did you mean “Contoso IT”?\n"
    ),
    ("echo '日本' $nope", "$nope is not set.\n  echo '日本' $nope\n              ^^^^^\n"),
    (
      "word=1; echo $wrod",
      "$wrod is not set.\n  word=1; echo $wrod\n               ^^^^^\n  Did you mean “$word”?\n"
    ),
    (
      "echo a && echo “b”",
      "“ is a typographic quotation mark. Write \" or ' instead.\n  echo a && echo “b”\n"
        + "                 ^\n"
    ),
    ("echo a | ", "  echo a | \n         ^\n"),
    ("team show %4", "  team show %4\n            ^^\n"),
  ]

  @Test(arguments: [(80, 24), (120, 40)])
  func `a slip is pointed at, with the nearest name and the next step`(
    columns: Int, rows: Int
  ) throws {
    let shell = try start(columns: columns, rows: rows)
    for slip in Self.slips {
      let shown = try shell.run(slip.typed).replacing("\r\n", with: "\n")
      #expect(shown.contains(slip.words), "\(slip.typed): \(shown)")
    }
  }

  @Test func `of a long line the part around the slip is shown, within the screen`() throws {
    let shell = try start()
    let words = (1...30).map { "word\($0)" }.joined(separator: " ")
    try shell.run("echo \(words); nosuch; echo \(words)")
    let rows = shell.terminal.screen.visibleRows
    let caret = try #require(rows.firstIndex { $0.contains("^^^^^^") })
    #expect(rows[caret - 1].contains("nosuch"))
    #expect(
      rows[caret - 1].firstRange(of: "nosuch")?.lowerBound.utf16Offset(in: rows[caret - 1])
        == rows[caret].firstIndex(of: "^")?.utf16Offset(in: rows[caret]))
  }

  @Test func `a script's failure names file, line and column, and what included it`() throws {
    try home.write("echo a\nsource b.teamsh\n", to: "a.teamsh")
    try home.write("\n  echo \"b\"; tema list\n", to: "b.teamsh")
    let (outer, inner) = (home.file("a.teamsh"), home.file("b.teamsh"))
    let words =
      "\(inner):2:13: There is no command “tema”.\n    echo \"b\"; tema list\n"
      + "              ^^^^\n  in a file included from \(outer):2\n  Did you mean “team”?\n"
    let run = try Run([outer], in: environment)
    #expect(run.code == 2)
    #expect(run.output == "a\nb\n")
    #expect(run.errors == "teamsh: \(words)")
    let shell = try start(columns: 120)
    let shown = try shell.run("source '\(outer)'").replacing("\r\n", with: "\n")
    #expect(shown.contains("teamsh: \(words)"))
  }

  @Test func `last-error says it again, and -v with the exchange and no token`() throws {
    let shell = try start(columns: 120, rows: 40)
    #expect(try shell.run("last-error").contains("Nothing has failed"))
    try shell.run("graph get /refused")
    try shell.run("echo between")
    #expect(try shell.run("last-error").contains("Forbidden: Graph's own words"))
    let full = try shell.run("last-error -v")
    #expect(full.contains("GET \(server.root)/v1.0/refused"))
    #expect(full.contains("> Authorization: ***") && full.contains("< 403"))
    #expect(full.contains("Graph's own words"))
    #expect(!full.contains("ready-token"))
  }
}
