import Foundation
import Glibc
import TestSupport
import Testing

/// A watch as a person at the prompt sees it, and what times and failures look like there.
struct WatchTests {
  private let home: Home
  private let server: ScriptedServer

  init() throws {
    home = try Home()
    server = try ScriptedServer { line in
      if line.contains("/never ") { return .silence }
      return .reply("200 OK", [], "{\"value\":[{\"id\":\"1\",\"displayName\":\"Contoso IT\"}]}")
    }
  }

  private func start(columns: Int = 80, rows: Int = 24) throws -> ShellTerminal {
    let shell = try ShellTerminal(
      home: home, environment: BadAnswerTests.environment(home, server.root),
      prompt: "p{number}:> ", columns: columns, rows: rows)
    try shell.prompt()
    return shell
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func `a watch draws in place, and Ctrl-C leaves its last view and status 0`(
    columns: Int, rows: Int
  ) throws {
    let shell = try start(columns: columns, rows: rows)
    try shell.run("echo above")
    shell.type("watch -n 2 team list\r")
    try shell.terminal.wait {
      $0.screen.text.contains("(2)") && $0.screen.text.contains("Contoso IT")
    }
    let text = shell.terminal.screen.text
    #expect(text.contains("above"))
    #expect(text.components(separatedBy: "Every 2.0 s: team list").count == 2)
    #expect(text.components(separatedBy: "Contoso IT").count == 2)
    shell.type("\u{3}")
    #expect(try !shell.prompt().contains("Interrupted"))
    #expect(shell.terminal.screen.text.contains("Contoso IT"))
    #expect(try shell.run("echo \"status $?\"").contains("status 0"))
  }

  @Test func `a watch ends when what it waits for is true`() throws {
    let shell = try start()
    #expect(try shell.run("watch --until 'length == 1' team list").contains("Contoso IT"))
    #expect(try shell.run("echo \"status $?\"").contains("status 0"))
  }

  @Test func `Ctrl-C ends a watch whose request is never answered, and in a script it is code 130`()
    throws
  {
    let shell = try start()
    shell.type("watch graph get /never\r")
    try shell.terminal.wait { _ in server.requests.contains { $0.contains("/never ") } }
    shell.type("\u{3}")
    try shell.prompt()
    #expect(try shell.run("echo alive").contains("alive"))
    let script = try PseudoTerminal(
      Product.shell(), ["-c", "watch graph get /never"],
      environment: BadAnswerTests.environment(home, server.root))
    let before = server.requests.count
    try script.wait { _ in server.requests.count > before }
    script.type("\u{3}")
    #expect(try script.waitForExit() == 130)
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `a signal that ends the shell in a command keeps its line, and ends it in order`(
    signal: Int32
  ) throws {
    let shell = try start()
    shell.type("graph get /never\r")
    try shell.terminal.wait { _ in server.requests.contains { $0.contains("/never ") } }
    shell.terminal.send(signal: signal)
    #expect(try shell.terminal.waitForExit() == 128 + signal)
    #expect(home.text(of: "history").contains("graph get /never"))
  }

  @Test func `timing and last-error at the prompt`() throws {
    let shell = try start()
    try shell.run("set timing on")
    let timed = try shell.run("team list")
    #expect(timed.firstMatch(of: /\d\.\d{3} s \(graph \d\.\d{3} s, \d+ requests?\)/) != nil)
    try shell.run("set timing off")
    try shell.run("nonsense")
    #expect(try shell.run("last-error").contains("There is no command “nonsense”."))
  }
}
