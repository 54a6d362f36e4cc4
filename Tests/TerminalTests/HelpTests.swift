import TestSupport
import Testing

/// Help at the prompt, without losing what is typed.
struct HelpTests {
  private let shell: ShellTerminal

  init() throws {
    let home = try Home()
    let server = try ScriptedServer { _ in .reply("200 OK", [], "{\"value\":[]}") }
    shell = try ShellTerminal(
      home: home, environment: BadAnswerTests.environment(home, server.root), columns: 100,
      rows: 40)
    try shell.prompt()
  }

  @Test func `a question mark at the end of a line shows help, and the line comes back`() throws {
    shell.type("member add @adele ?\r")
    #expect(try shell.prompt().contains("member add:"))
    try shell.terminal.wait { $0.screen.text.hasSuffix("> member add @adele") }
    shell.type("\u{15}echo '?'\r")
    try shell.prompt()
    #expect(shell.terminal.screen.visibleRows.contains("?"))
  }
}
