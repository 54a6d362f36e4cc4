import Foundation
import Synchronization
import TestSupport
import Testing

/// Output that is longer than the screen, and a pager that is a script.
struct PagerTests {
  private let home: Home
  private let server: ScriptedServer

  init() throws {
    home = try Home()
    server = try ScriptedServer(teams: 60)
  }

  private func start(_ pager: String, _ more: [String: String] = [:]) throws -> ShellTerminal {
    try home.writeProgram(pager, to: "pager")
    var environment = BadAnswerTests.environment(home, server.root)
    environment["TEAMSH_PAGER"] = home.file("pager")
    environment["NO_COLOR"] = "1"
    let shell = try ShellTerminal(home: home, environment: environment.merging(more) { $1 })
    try shell.prompt()
    return shell
  }

  private static let keeping =
    "#!/bin/sh\ntrap '' INT\nenv > $HOME/seen.env\ncat > $HOME/seen\nread x </dev/tty\n"

  @Test func `what is longer than the screen goes through the pager, and the terminal comes back`()
    throws
  {
    let shell = try start(Self.keeping)
    shell.type("team list\r")
    try shell.terminal.wait(described: "the pager") { _ in
      home.text(of: "seen").contains("Team 60")
    }
    shell.type("\u{3}")
    try shell.terminal.wait(for: "^C")
    shell.type("typed for the pager\r")
    let shown = try shell.prompt()
    #expect(!shown.contains("Team 60"))
    #expect(home.text(of: "seen").hasPrefix(" #  TEAM"))
    #expect(!home.text(of: "seen.env").contains("TEAMSH_ACCESS_TOKEN"))
    #expect(home.text(of: "seen.env").contains("LESS=FRSX"))
    let inserted = try shell.run("echo st\u{1B}[Dx$?")
    #expect(inserted.contains("sx0t"), "\(inserted)")
  }

  @Test func `what fits is written, and so is everything where no pager is wanted`() throws {
    let shell = try start(Self.keeping)
    #expect(try shell.run("team list --limit 3").contains("Team 3"))
    try shell.run("set pager off")
    #expect(try shell.run("team list").contains("Team 60"))
    try shell.run("set pager on")
    #expect(try shell.run("team list -o ids | tail -1").contains("id60"))
    try home.write("team list\n", to: "list.teamsh")
    #expect(try shell.run("source \(home.file("list.teamsh"))").contains("Team 60"))
    #expect(!home.files.contains("seen"))
    let other = try start(Self.keeping, ["TEAMSH_PAGER": ""])
    #expect(try other.run("team list").contains("Team 60"))
    #expect(!home.files.contains("seen"))
  }

  @Test func `who leaves the pager early gets the prompt, and no failure`() throws {
    let shell = try start("#!/bin/sh\nhead -n 1\nexec 0<&-\n")
    let list = try shell.run("team list")
    #expect(list.contains("TEAM"), "\(list)")
    #expect(try shell.run("echo $?").contains("0\r\n"))
  }

  /// What the environment says, and what the pager sees of it.
  private static let choices: [(environment: [String: String], pager: String, less: String)] = [
    (["PAGER": "$HOME/other", "TEAMSH_PAGER": "$HOME/pager"], "seen", "LESS=FRSX"),
    (["PAGER": "$HOME/other"], "other.seen", "LESS=FRSX"),
    (["TEAMSH_PAGER": "$HOME/pager", "LESS": "-i"], "seen", "LESS=-i"),
  ]

  @Test(arguments: choices)
  func `TEAMSH_PAGER goes before PAGER, and what LESS says is kept`(
    environment: [String: String], pager: String, less: String
  ) throws {
    try home.writeProgram(Self.keeping, to: "pager")
    try home.writeProgram(
      Self.keeping.replacing("/seen", with: "/other.seen"), to: "other")
    var all = BadAnswerTests.environment(home, server.root)
    all.merge(environment) { $1.replacing("$HOME", with: home.path) }
    try home.write("set prompt '{number}: '\n", to: "rc")
    let shell = try PseudoTerminal(Product.shell(), environment: all)
    try shell.wait(for: "1: ")
    shell.type("team list\r")
    try shell.wait(described: "the pager") { _ in home.text(of: pager).contains("Team 60") }
    shell.type("\r")
    try shell.wait(for: "2: ")
    #expect(home.files.filter { $0.hasSuffix("seen") } == [pager])
    #expect(home.text(of: "\(pager).env").contains("\(less)\n"))
  }

  @Test func `leaving the pager early stops the pages, however many there are`() throws {
    let address = Address()
    let endless = try ScriptedServer { line in
      guard line.contains("/teams") else { return .reply("200 OK", [], "{\"value\":[]}") }
      let teams = (1...60).map { _ in "{\"id\":\"\(UUID())\",\"displayName\":\"Team\"}" }
      let next = "\(address.root.withLock { $0 })/v1.0/teams?$skiptoken=\(UUID())"
      return .reply(
        "200 OK", [],
        "{\"value\":[\(teams.joined(separator: ","))],\"@odata.nextLink\":\"\(next)\"}")
    }
    address.root.withLock { $0 = endless.root }
    try home.writeProgram("#!/bin/sh\nhead -n 1\nexec 0<&-\n", to: "pager")
    var environment = BadAnswerTests.environment(home, endless.root)
    environment["TEAMSH_PAGER"] = home.file("pager")
    let shell = try ShellTerminal(home: home, environment: environment, prompt: "p{number}:> ")
    try shell.prompt()
    #expect(try shell.run("team list").contains("TEAM"))
    let status = try shell.run("echo \"status $?\"")
    #expect(status.contains("status 0"), "\(status)")
  }

  /// Where a server is, once that is known.
  private final class Address: Sendable {
    let root = Mutex("")
  }

  @Test func `less itself shows the first page, and q leaves it`() throws {
    try #require(FileManager.default.isExecutableFile(atPath: "/usr/bin/less"))
    let shell = try start(Self.keeping, ["TEAMSH_PAGER": "less"])
    shell.type("team list\r")
    try shell.terminal.wait(described: "less") {
      $0.screen.text.contains("Team 20") && $0.screen.text.hasSuffix(":")
    }
    shell.type("q")
    try shell.prompt()
    #expect(!String(decoding: shell.terminal.transcript, as: UTF8.self).contains("Team 50"))
    #expect(try shell.run("echo alive").contains("alive"))
  }
}
