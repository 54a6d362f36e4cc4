import Foundation
import Glibc
import TestSupport
import Testing

/// Jobs at the real prompt: told above the line, listed, waited for, ended, and left behind.
struct JobTests {
  private let home: Home
  private let server: ScriptedServer
  private let release: DispatchSemaphore

  init() throws {
    home = try Home()
    let release = DispatchSemaphore(value: 0)
    self.release = release
    server = try ScriptedServer { line in
      if line.contains("/never ") { return .silence }
      if line.contains("/slow ") { release.wait() }
      return .reply("200 OK", [], "{\"value\":[{\"id\":\"1\",\"displayName\":\"Contoso IT\"}]}")
    }
  }

  private func start(
    _ term: String = "xterm-256color", columns: Int = 80, rows: Int = 24, settings: [String] = []
  ) throws -> ShellTerminal {
    let shell = try ShellTerminal(
      home: home,
      environment: BadAnswerTests.environment(home, server.root).merging(["TERM": term]) { $1 },
      prompt: "p{number}:{jobs}> ", settings: ["marks off"] + settings, columns: columns,
      rows: rows)
    try shell.prompt("> ")
    return shell
  }

  @Test(arguments: [("xterm-256color", 80, 24), ("xterm-256color", 120, 40), ("dumb", 80, 24)])
  func `a job tells its number, and its end above a line that is half typed`(
    term: String, columns: Int, rows: Int
  ) throws {
    let shell = try start(term, columns: columns, rows: rows)
    let line = "graph get /slow --jq .displayName"
    #expect(try shell.run("\(line) &", then: "1> ").contains("[1] running  \(line)\r\n"))
    shell.type("echo half")
    try shell.wait(forLine: "p2:1> echo half")
    release.signal()
    try shell.terminal.wait(described: "the news") {
      let text = $0.screen.text
      return text.contains("Contoso IT\n[1] done  \(line)  (") && text.hasSuffix("> echo half")
    }
    #expect(try shell.run("; echo \"job $!\"", then: "> ").contains("half\r\njob 1\r\n"))
    #expect(try shell.run("jobs", then: "> ").contains("(no rows)"))
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func `jobs lists what runs, and kill ends it, which is told`(columns: Int, rows: Int) throws {
    let shell = try start(columns: columns, rows: rows)
    try shell.run("graph get /never &", then: "1> ")
    try shell.run("graph get /never --raw &", then: "2> ")
    try shell.run("jobs", then: "2> ")
    let list = shell.terminal.screen.text
    #expect(list.firstMatch(of: /1 +running +\d+\.\d{3} s +graph get \/never\n/) != nil)
    #expect(list.firstMatch(of: /2 +running +\d+\.\d{3} s +graph get \/never --raw\n/) != nil)
    shell.type("kill 1 %2\r")
    for number in [1, 2] {
      try shell.terminal.wait { $0.screen.text.contains("[\(number)] ended  graph get /never") }
    }
    try shell.prompt()
    #expect(try shell.run("jobs").contains("(no rows)"))
    #expect(try shell.run("kill 3").contains("There is no job “3”."))
  }

  @Test func `Ctrl-C at fg ends the job, and forgets it`() throws {
    let shell = try start(settings: ["echo on"])
    try shell.run("graph get /never &", then: "1> ")
    shell.type("fg\r")
    try shell.terminal.wait(for: "+ fg\r\n")
    shell.type("\u{3}")
    try shell.terminal.wait {
      let text = $0.screen.text
      return text.contains("Interrupted.") && text.contains("[1] ended  graph get /never")
    }
    try shell.prompt()
    #expect(try shell.run("jobs").contains("(no rows)"))
  }

  @Test func `Ctrl-C at wait stops the waiting, and the job is told when it ends`() throws {
    let shell = try start(settings: ["echo on"])
    try shell.run("graph get /slow --jq .id &", then: "1> ")
    shell.type("wait\r")
    try shell.terminal.wait(for: "+ wait\r\n")
    shell.type("\u{3}")
    try shell.prompt("1> ")
    release.signal()
    try shell.terminal.wait(for: "[1] done  graph get /slow")
  }

  @Test func `fg and wait show what a job prints, and fail as it did`() throws {
    let shell = try start()
    shell.type("graph get /slow --jq .displayName & fg\r")
    release.signal()
    #expect(try shell.prompt().contains("Contoso IT"))
    #expect(try shell.run("nosuch & wait $!").contains("There is no command “nosuch”."))
    #expect(try shell.run("echo \"status $?\"").contains("status 2"))
  }

  @Test(arguments: ["\u{4}", "exit\r"])
  func `leaving with a job asks once, and any other line takes that back`(leave: String) throws {
    let shell = try start()
    let question = "1 job runs still. Leaving now ends it. Once more to leave; see: jobs"
    try shell.run("graph get /never &", then: "1> ")
    shell.type(leave)
    #expect(try shell.prompt("1> ").contains(question))
    try shell.run("echo on", then: "1> ")
    shell.type(leave)
    #expect(try shell.prompt("1> ").contains(question))
    shell.type("exit 3\r")
    #expect(try shell.terminal.waitForExit() == 3)
  }

  @Test func `a job that the tenant never answers keeps nobody who leaves`() throws {
    try home.write(
      "{\"rules\": [{\"path\": \"/teams\", \"from\": 1, \"fault\": \"stall\"}]}", to: "faults")
    let tenant = try Tenant(["--faults", home.file("faults")])
    let shell = try ShellTerminal(
      home: home, environment: tenant.signedIn(), prompt: "p{number}:{jobs}> ")
    try shell.prompt()
    try shell.run("team list &", then: "1> ")
    try shell.run("exit", then: "1> ")
    shell.type("exit\r")
    #expect(try shell.terminal.waitForExit() == 0)
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `a signal ends the shell with its jobs, and its lines are kept`(signal: Int32) throws {
    let shell = try start()
    try shell.run("graph get /never &", then: "1> ")
    shell.terminal.send(signal: signal)
    #expect(try shell.terminal.waitForExit() == 128 + signal)
    #expect(home.text(of: "history").contains("graph get /never &"))
  }
}
