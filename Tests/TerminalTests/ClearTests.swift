import TestSupport
import Testing

/// `clear`, where there is a screen and where there is none.
struct ClearTests {
  private let home: Home

  init() throws {
    home = try Home()
  }

  @Test func `clear leaves the next prompt alone on the screen`() throws {
    let shell = try ShellTerminal.started(in: home)
    try shell.run("echo something")
    try shell.run("clear")
    try shell.terminal.wait(described: "the prompt alone") { $0.screen.text == "p3:>" }
  }

  @Test func `a screen that is only appended to keeps what is on it`() throws {
    let shell = try ShellTerminal.started(in: home, ["ACCESSIBLE": "1"])
    try shell.run("echo something")
    try shell.run("clear")
    #expect(shell.terminal.screen.visibleRows.contains("something"))
  }

  @Test func `without a terminal nothing is written`() throws {
    let run = try Run(["-c", "clear; echo done"], in: home.environment)
    #expect(run.output == "done\n" && run.errors.isEmpty)
  }
}
