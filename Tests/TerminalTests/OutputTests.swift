import Foundation
import TestSupport
import Testing

/// Replies on screens of several sizes and kinds: what fits, what is shown harmless, and what is coloured.
struct OutputTests {
  private let home: Home
  private let server: ScriptedServer

  private static let hostile = "Evil\\u001B[2J\\u202Eeman\\u0007"
  private static let names = [
    "Contoso IT", "営業チーム 東日本 第二グループ", "Zürich Straße", "🚀 Launch", "e\\u0301te\\u0301", hostile,
  ]

  init() throws {
    home = try Home()
    let teams = Self.names.enumerated().map { index, name in
      "{\"id\":\"1d9adb54-95d4-468a-81cf-cb3bc9dc7d2\(index)\",\"displayName\":\"\(name)\","
        + "\"description\":\"\(name) \(String(repeating: "wide 説明 ", count: 6))\"}"
    }
    server = try ScriptedServer { line in
      let items = line.contains("/teams") ? teams.joined(separator: ",") : ""
      return .reply("200 OK", [], "{\"value\":[\(items)]}")
    }
  }

  private func start(
    _ environment: [String: String] = [:], columns: Int = 80, rows: Int = 24
  ) throws -> ShellTerminal {
    try ShellTerminal.started(
      in: home, at: server.root, environment, settings: ["title off", "colors off"],
      size: (columns, rows))
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func `a table has a row of the screen for each of its own, and stands in columns`(
    columns: Int, rows: Int
  ) throws {
    let shell = try start(columns: columns, rows: rows)
    try shell.run("team list")
    let shown = shell.terminal.screen.visibleRows
    let header = try #require(shown.firstIndex { $0.hasPrefix("#  TEAM") })
    for (index, id) in (0..<Self.names.count).enumerated() {
      let row = shown[header + 1 + index]
      #expect(row.hasPrefix("\(index + 1)  "), "\(row)")
      #expect(row.hasSuffix("1d9adb54-95d4-468a-81cf-cb3bc9dc7d2\(id)"), "\(row)")
    }
    #expect(shown[header + 1].contains("Contoso IT"))
    #expect(shown[header + 2].contains("営業チーム"))
  }

  @Test(arguments: [30, 45, 80, 120])
  func `columns give way by importance, and are named when they do`(columns: Int) throws {
    let shell = try start(columns: columns, rows: 60)
    try shell.run("team list --limit 2")
    let text = shell.terminal.screen.text
    #expect(text.contains("#  TEAM") && text.contains("ID"))
    let isDropped = text.replacing("\n", with: "").contains("not shown: DESCRIPTION")
    #expect(isDropped == (columns < 45))
    #expect(text.firstMatch(of: /TEAM +DESCRIPTION +ID/) != nil || isDropped)
    // The parts of a wrapped cell stand below each other; the first is enough to know the row by.
    #expect(text.contains("1d9adb54-95d4"))
  }

  @Test func `a row that cannot fit is shown as a list by itself`() throws {
    let shell = try start(columns: 30, rows: 60)
    try shell.run("team list --limit 2 --columns TEAM,DESCRIPTION,id,displayName,description,ID")
    let text = shell.terminal.screen.text
    #expect(text.firstMatch(of: /#  +1\nTEAM +Contoso IT\n/) != nil, "\(text)")
    #expect(text.contains("1d9adb54-95d4-468a-81cf-cb3bc9dc7d20") || text.contains("1d9adb54"))
  }

  @Test(arguments: ["json", "ndjson", "csv", "tsv", "yaml", "markdown", "list", "table", "ids"])
  func `in every format a hostile name moves no cursor at a terminal, and is whole in a pipe`(
    format: String
  ) throws {
    let shell = try start()
    for more in ["", " --jq .displayName", " --columns TEAM"] {
      let shown = try shell.run("team list -o \(format)\(more)")
      #expect(format == "ids" || shown.contains("Evil") || shown.contains("jq"), "\(shown)")
      #expect(!shown.contains("\u{1B}[2J") && !shown.contains("\u{202E}"))
      #expect(!shown.contains("\u{7}"))
    }
    let piped = try Run(
      ["-c", "team list -o \(format)"], in: BadAnswerTests.environment(home, server.root))
    #expect(piped.code == 0)
    #expect(!piped.output.contains("\u{1B}[0m"))
    if ["csv", "tsv", "list", "table"].contains(format) {
      #expect(piped.output.contains("eman"), "\(piped.output)")
    }
  }

  /// Environments, and whether a table is coloured at a terminal and in a pipe.
  private static let colors: [(environment: [String: String], isSeen: Bool, isPiped: Bool)] = [
    ([:], true, false), (["NO_COLOR": "1"], false, false), (["NO_COLOR": ""], true, false),
    (["CLICOLOR_FORCE": "1"], true, true), (["CLICOLOR": "0"], false, false),
    (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false, false), (["TERM": "dumb"], false, false),
    (["TERM": ""], false, false), (["TERM": "xterm"], true, false),
  ]

  @Test(arguments: colors)
  func `colour is where it is wanted, and nowhere else`(
    environment: [String: String], isSeen: Bool, isPiped: Bool
  ) throws {
    let shell = try start(environment)
    #expect(try shell.run("team list --limit 1").contains("\u{1B}[1m") == isSeen)
    let run = try Run(
      ["-c", "team list --limit 1 -o table"],
      in: BadAnswerTests.environment(home, server.root).merging(environment) { $1 })
    #expect(run.output.contains("\u{1B}[1m") == isPiped)
    #expect(run.output.contains("Contoso IT"))
  }

  @Test func `times are told from now, and exactly where that is set`() throws {
    let exact = #/\d{4}-\d\d-\d\d \d\d:\d\d/#
    let shell = try start()
    try shell.run("true")
    let relative = try shell.run("history list --limit 1")
    #expect(relative.contains(#/\bnow\b|\d+ (s|min) ago/#), "\(relative)")
    #expect(!relative.contains(exact))
    try shell.run("set times exact")
    let told = try shell.run("history list --limit 1")
    #expect(told.contains(exact), "\(told)")
    #expect(!told.contains(" ago"))
  }

  @Test func `a remark comes behind what a program makes of the output`() throws {
    let shell = try start()
    let shown = try shell.run("team list --limit 1 -o ids | sh -c 'cat; echo last'")
    #expect(shown.contains("last\r\nShowing the first 1. There are more.\r\n"))
  }

  @Test func `a terminal of no name gets lines and no escape sequence`() throws {
    var environment = BadAnswerTests.environment(home, server.root)
    environment["TERM"] = nil
    try home.write("set prompt '{number}: '\n", to: "rc")
    let shell = try PseudoTerminal(Product.shell(), environment: environment)
    try shell.wait(for: "1: ")
    shell.type("team list --limit 1\r")
    try shell.wait(for: "2: ")
    shell.type("exit 3\r")
    #expect(try shell.waitForExit() == 3)
    #expect(!shell.transcript.contains(0x1B))
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func `slow work tells how far it is on standard error, and takes the line away`(
    columns: Int, rows: Int
  ) throws {
    let tenant = try Tenant(["--people", "6000", "--latency", "700"])
    let shell = try ShellTerminal(
      home: home, environment: tenant.signedIn(), prompt: "p{number}:> ", columns: columns,
      rows: rows)
    try shell.prompt()
    shell.type("user list --limit 5000 -o ids > '\(home.file("people"))'\r")
    try shell.terminal.wait(seconds: 30, described: "progress") {
      $0.screen.text.firstMatch(of: /\d+ of 5000 rows, \d+ a second, \d:\d\d left/) != nil
    }
    try shell.prompt(seconds: 60)
    #expect(!shell.terminal.screen.text.contains(" left"))
    #expect(home.text(of: "people").split(separator: "\n").count == 5000)
  }
}
