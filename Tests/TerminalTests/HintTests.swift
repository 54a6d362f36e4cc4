import Foundation
import TestSupport
import Testing

/// What is dim behind the line, and the colours in it, at the real prompt.
struct HintTests {
  private let home: Home

  init() throws {
    home = try Home()
    try home.remember(["echo one two three", "echo 日本 語"])
  }

  private func start(_ size: ScreenSize, settings: [String] = []) throws -> ShellTerminal {
    try ShellTerminal.started(in: home, settings: ["hints on"] + settings, size: size)
  }

  @Test(
    arguments: [
      ("team lis", "team lis|t", "\u{1B}[C", "team list|"),
      ("team lis", "team lis|t", "\u{6}", "team list|"),
      ("team lis", "team lis|t", "\u{1B}[F", "team list|"),
      ("team lis", "team lis|t", "\u{5}", "team list|"),
      ("team li", "team li|st", "\u{1B}f", "team list|"),
      ("whoa", "whoa|mi", "\u{1B}[1;5C", "whoami|"),
      // In the middle of a line there is none to take.
      ("team lis\u{2}", "team li|s", "\u{6}", "team lis|t"),
      ("team lis\u{1}", "|team lis", "\u{1B}f", "team| lis"),
      ("team lis\u{1}", "|team lis", "\u{5}", "team lis|t"),
      // What names a thing that is missing is not to be taken.
      ("member add ", "member add |<person>", "\u{1B}[C\u{6}\u{5}", "member add |<person>"),
    ], ShellTerminal.sizes)
  func `a hint is taken at the end of the line, and nowhere else`(
    row: (typed: String, hinted: String, key: String, line: String), size: ScreenSize
  ) throws {
    let shell = try start(size)
    shell.type(row.typed)
    try shell.wait(forTyped: row.hinted)
    shell.type(row.key)
    try shell.wait(forTyped: row.line)
  }

  @Test(arguments: ShellTerminal.sizes)
  func `what was typed before is hinted in a tenant, word by word where one likes`(
    size: ScreenSize
  ) throws {
    let tenant = try Tenant()
    let shell = try ShellTerminal(
      home: home, environment: tenant.signedIn().merging(["TERM": "xterm-256color"]) { $1 },
      prompt: "p{number}:> ", settings: ["hints on", "marks off"], columns: size.columns,
      rows: size.rows)
    try shell.prompt()
    try shell.run("echo one two 日本")
    shell.type("echo o")
    try shell.wait(forTyped: "echo o|ne two 日本")
    shell.type("\u{1B}[1;3C")
    try shell.wait(forTyped: "echo one| two 日本")
    shell.type("\u{1B}f")
    try shell.wait(forTyped: "echo one two| 日本")
    shell.type("\u{1B}[C\r")
    #expect(try shell.prompt().contains("one two 日本\r\n"))
    // A hint that is not taken is not run.
    shell.type("echo o")
    try shell.wait(forTyped: "echo o|ne two 日本")
    shell.type("\r")
    #expect(try shell.prompt().contains("o\r\n"))
    #expect(shell.terminal.screen.visibleRows.contains("p3:> echo o"))
  }

  @Test(
    arguments: [
      ("true", "\u{1B}[32mtrue\u{1B}[0m"), ("nosuch ", "\u{1B}[31mnosuch\u{1B}[0m"),
      ("team list", "\u{1B}[32mteam\u{1B}[0m \u{1B}[32mlist\u{1B}[0m"),
      ("team nosuch ", "\u{1B}[31mnosuch\u{1B}[0m"),
      ("echo 'a b'", "\u{1B}[33m'a b'\u{1B}[0m"), ("echo 'a b", "\u{1B}[1;33m'a b\u{1B}[0m"),
      ("echo \"x $me\"", "\u{1B}[0;36m$me\u{1B}[0m"), ("echo $team y", "\u{1B}[36m$team\u{1B}[0m"),
      ("true # why", "\u{1B}[2m# why\u{1B}[0m"), ("true; nosuch ", "\u{1B}[31mnosuch\u{1B}[0m"),
    ], ShellTerminal.sizes)
  func `words, quotes, variables and comments have their colours`(
    row: (typed: String, shown: String), size: ScreenSize
  ) throws {
    let shell = try start(size, settings: ["hints off"])
    shell.type(row.typed)
    try shell.terminal.wait { $0.screen.text.hasSuffix("p1:> " + ShownRows.trimmed(row.typed)) }
    // Ctrl-L has the whole line painted in one go.
    shell.type("\u{C}")
    try shell.terminal.wait(described: row.shown.debugDescription) {
      $0.screen.cursorRow == 0 && $0.text(behind: "p1:> ").contains(row.shown)
    }
  }
}
