import Foundation
import Synchronization
import TestSupport
import Testing

/// What a watch shows of something that changes: at terminals of several sizes and kinds, and in a pipe.
struct WatchViewTests {
  private let home: Home
  private let server: ScriptedServer

  /// Counts what is asked of the server.
  private final class Counter: Sendable {
    private let count = Mutex(0)

    func next() -> Int {
      count.withLock {
        $0 += 1
        return $0
      }
    }
  }

  init() throws {
    home = try Home()
    let teams = Counter()
    let many = (1...60).map { "{\"id\":\"\($0)\",\"displayName\":\"Team \($0)\"}" }
    // Behind the prompt's back the lists are read too: those answers are no look of a watch.
    server = try ScriptedServer { line in
      if line.contains("/looks/teams ") {
        let count = min(teams.next(), 3)
        return .reply("200 OK", [], "{\"value\":[\(many.prefix(count).joined(separator: ","))]}")
      }
      let items = line.contains("/teams ") ? many.joined(separator: ",") : ""
      return .reply("200 OK", [], "{\"value\":[\(items)]}")
    }
  }

  private func start(
    _ environment: [String: String] = [:], columns: Int = 80, rows: Int = 24
  ) throws -> ShellTerminal {
    try ShellTerminal.started(
      in: home, at: server.root, environment, settings: ["title off"], size: (columns, rows))
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func `a view that is taller than the screen says in its last row how much is left out`(
    columns: Int, rows: Int
  ) throws {
    let shell = try start(columns: columns, rows: rows)
    // The view has one row less than the screen: its header, the table's, and the last row's remark.
    let left = 60 - (rows - 4)
    shell.type("watch -n 2 team list\r")
    for round in 1...2 {
      try shell.terminal.wait(described: "round \(round)") {
        let shown = $0.screen.visibleRows
        return shown.first?.hasPrefix("Every 2.0 s: team list") == true
          && shown.first?.hasSuffix("(\(round))") == true
          && shown.contains("… \(left) more lines")
      }
    }
    let text = shell.terminal.screen.text
    #expect(text.components(separatedBy: "Every 2.0 s").count == 2)
    #expect(text.contains("Team 1 ") && !text.contains("Team 60"))
    shell.type("\u{3}")
    try shell.prompt()
  }

  @Test(arguments: [
    "watch -c 2 -o csv --limit 2 team list", "watch -c 2 team list -o csv --limit 2",
  ])
  func `options of the output may stand before the command, and a remark is part of the view`(
    line: String
  ) throws {
    let shell = try start()
    try shell.run(line)
    let text = shell.terminal.screen.text
    #expect(text.components(separatedBy: "Every 2.0 s").count == 2, "\(text)")
    #expect(text.contains("\n1,") || text.contains("\nTeam 1,"), "\(text)")
    #expect(text.components(separatedBy: "Showing the first 2. There are more.").count == 2)
  }

  @Test func `--until ends a watch when it comes true, and -c before that is a failure`() throws {
    let shell = try start(columns: 120)
    let look = "graph get /looks/teams"
    let shown = try shell.run("watch --until 'length == 2' \(look) --jq .displayName")
    #expect(shown.contains("(2)") && !shown.contains("(3)"))
    #expect(shell.terminal.screen.text.contains("Team 2"))
    #expect(try shell.run("echo \"status $?\"").contains("status 0"))
    #expect(try shell.run("watch -c 1 --until false \(look)").contains("did not come true"))
    #expect(try shell.run("echo \"status $?\"").contains("status 1"))
  }

  @Test func `in a pipe the looks follow each other, and their times go to standard error`() throws
  {
    let run = try Run(
      sh: "$teamsh -c 'watch -n 2 -c 2 --diff -o ids graph get /looks/teams' | cat",
      in: BadAnswerTests.environment(home, server.root))
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.split(separator: "\n") == ["1", "1", "2"])
    #expect(run.errors.components(separatedBy: "Every 2.0 s: graph get /looks/teams").count == 3)
    #expect(run.errors.contains("added: 2"))
    #expect(!run.output.contains("\u{1B}") && !run.errors.contains("\u{1B}"))
  }

  @Test(arguments: [["ACCESSIBLE": "1"], ["TERM": "dumb"]])
  func `for a screen reader and a dumb terminal nothing is drawn over`(
    environment: [String: String]
  ) throws {
    let shell = try start(environment)
    let shown = try shell.run("watch -n 2 -c 2 team list --limit 1")
    #expect(shown.components(separatedBy: "Every 2.0 s: team list").count == 3)
    #expect(shown.components(separatedBy: "Team 1").count == 3)
    #expect(!shown.contains("\u{1B}[J") && !shown.contains("A\u{1B}"))
  }

  @Test(arguments: ["-n 1", "-c 0", "-n nan"])
  func `what makes no sense is refused before anything is asked`(options: String) throws {
    let run = try Run(
      ["-c", "watch \(options) graph get /looks/teams"],
      in: BadAnswerTests.environment(home, server.root))
    #expect(run.code == 2)
    #expect(!server.requests.contains { $0.contains("/looks/") })
  }
}
