import Foundation
import TestSupport
import Testing

/// A restricted session at a prompt: nothing in it starts a program or writes a file.
struct RestrictedTests {
  private let home: Home
  private let server: ScriptedServer

  init() throws {
    home = try Home()
    server = try ScriptedServer(teams: 60)
    // Leaves a trace wherever it is started, and hands on what it is given.
    try home.writeProgram("#!/bin/sh\necho ran >> $HOME/marker\ncat\n", to: "program")
  }

  private func start(
    _ more: [String: String], settings: [String] = []
  ) throws -> ShellTerminal {
    var environment = BadAnswerTests.environment(home, server.root)
    environment["NO_COLOR"] = "1"
    let shell = try ShellTerminal(
      ["--restricted"], home: home, environment: environment.merging(more) { $1 },
      settings: settings)
    try shell.prompt()
    return shell
  }

  private func expectNoTrace() {
    #expect(!home.files.contains("marker"))
  }

  @Test func `less is the pager, and starts and writes nothing`() throws {
    try #require(FileManager.default.isExecutableFile(atPath: "/usr/bin/less"))
    let marker = home.file("marker")
    let program = home.file("program")
    let shell = try start([
      "TEAMSH_PAGER": "less", "VISUAL": program, "EDITOR": program,
      "LESSOPEN": "|\(program) %s", "LESS": "-o\(marker)", "LESSSECURE": "0",
      "LESSSECURE_ALLOW": "shell,edit,pipe,logfile",
    ])
    shell.type("team list\r")
    try shell.terminal.wait(described: "less") {
      $0.screen.text.contains("Team 20") && $0.screen.text.hasSuffix(":")
    }
    for keys in ["!", "v", "s\(marker)\r"] {
      shell.type(keys)
      try shell.terminal.wait(described: "a refusal of \(keys)") {
        $0.screen.text.contains("not available")
      }
      shell.type("\r")
      try shell.terminal.wait(described: "less again") {
        !$0.screen.text.contains("not available")
      }
    }
    shell.type("q")
    try shell.prompt()
    expectNoTrace()
  }

  @Test(arguments: ["", "less; "])
  func `another pager is not started, and the output is shown without one`(before: String) throws {
    let shell = try start(["TEAMSH_PAGER": before + home.file("program")])
    #expect(
      String(decoding: shell.terminal.transcript, as: UTF8.self)
        .contains("A restricted session starts no pager but less"))
    #expect(try shell.run("team list").contains("Team 60"))
    expectNoTrace()
  }

  @Test(arguments: [
    ("emacs", "\u{18}\u{5}", "abc"), ("vi", "\u{1B}v", "abc"),
  ])
  func `no key opens an editor, and a row under the line says why, until the next key`(
    mode: String, keys: String, line: String
  ) throws {
    try home.write("bind \"^O\" vi-histedit\nbind -a \"^O\" \"vi-hist\"edit\n", to: ".editrc")
    let shell = try start(
      ["VISUAL": home.file("program"), "EDITOR": home.file("program")],
      settings: ["edit-mode \(mode)"])
    shell.type("echo abc")
    shell.type(keys)
    try shell.wait(forLine: "A restricted session starts no programs.")
    shell.type("\u{F}")
    try shell.wait(forLine: "echo abc")
    shell.type("\r")
    #expect(try shell.prompt().contains("abc\r\n"))
    #expect(try shell.run("edit").contains("A restricted session starts no programs."))
    #expect(!home.files.contains { $0.hasSuffix(".teamsh") })
    expectNoTrace()
  }

  @Test func `neither a line, nor a sign-in, nor the rc file starts a program`() throws {
    let program = home.file("program")
    let shell = try start(
      ["BROWSER": program], settings: ["greeting on\n!\(program)\necho x > \(home.file("marker"))"])
    let refusals = String(decoding: shell.terminal.transcript, as: UTF8.self)
      .components(separatedBy: "A restricted session ").count
    #expect(refusals == 3)
    for line in ["!\(program)", "echo a | \(program)", "echo a > marker", "source ./marker"] {
      #expect(try shell.run(line).contains("A restricted session "))
    }
    #expect(try shell.run("echo - < /etc/hostname").contains("reads files of this folder only"))
    shell.type("login --browser\r")
    try shell.terminal.wait(
      for: "No browser could be started: a restricted session starts no programs.")
    shell.type("\u{3}")
    try shell.prompt()
    expectNoTrace()
  }
}
