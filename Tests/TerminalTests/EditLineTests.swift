import Foundation
import TestSupport
import Testing

/// `edit`, with an editor that is a script.
struct EditLineTests {
  private let home: Home
  private let server: ScriptedServer

  init() throws {
    home = try Home()
    server = try ScriptedServer { _ in .reply("200 OK", [], "{\"value\":[]}") }
  }

  private func start(_ editor: String) throws -> ShellTerminal {
    try home.writeProgram("#!/bin/sh\n\(editor)\n", to: "editor")
    var environment = BadAnswerTests.environment(home, server.root)
    environment["VISUAL"] = home.file("editor")
    let shell = try ShellTerminal(home: home, environment: environment)
    try shell.prompt()
    return shell
  }

  @Test func `what the editor leaves is the next line, and runs at Enter`() throws {
    let shell = try start(
      "env > $HOME/seen.env; cp \"$1\" $HOME/seen; echo 'echo fr''om \"the editor\"' > \"$1\"")
    try shell.run("echo first")
    try shell.run("edit")
    try shell.wait(forLine: "> echo from \"the editor\"")
    #expect(home.text(of: "seen") == "echo first\n")
    #expect(!home.text(of: "seen.env").contains("TEAMSH_ACCESS_TOKEN"))
    #expect(!shell.terminal.screen.visibleRows.contains("from the editor"))
    shell.type("!\r")
    #expect(try shell.prompt().contains("from the editor!\r\n"))
    try shell.run("history")
    try shell.run("edit %1")
    #expect(home.text(of: "seen") == "echo first\n")
    shell.type("\u{3}")
    try shell.prompt()
  }

  @Test func `an editor that fails leaves an empty line, and Ctrl-C in it is its own`() throws {
    let shell = try start("trap '' INT; echo ready > $HOME/ready; read x </dev/tty; exit 3")
    shell.type("edit\r")
    try shell.terminal.wait(described: "the editor") { _ in home.text(of: "ready") == "ready\n" }
    shell.type("\u{3}")
    shell.type("typed for the editor\r")
    #expect(try shell.prompt().contains("No line came back from the editor."))
    #expect(try shell.run("echo alive $?").contains("alive 1"))
  }

  @Test func `a script has no line to edit`() throws {
    let run = try Run(["-c", "edit"], in: home.environment)
    #expect(run.code == 2)
    #expect(run.errors.contains("edit works only at a prompt"))
  }
}
