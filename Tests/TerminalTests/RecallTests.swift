import Foundation
import TestSupport
import Testing

/// Ctrl-R and its kin at the real prompt.
struct RecallTests {
  private let home: Home

  init() throws {
    home = try Home()
    try home.remember([
      "echo Falcon one", "team list", "echo falcon two", "team list", "for n in 1\necho $n\nend",
      "echo last",
    ])
  }

  private func start(_ size: ScreenSize) throws -> ShellTerminal {
    try ShellTerminal.started(in: home, size: size)
  }

  private func wait(_ shell: ShellTerminal, for row: String) throws {
    try shell.terminal.wait(described: row) { $0.screen.text.hasSuffix(row) }
  }

  @Test(arguments: ShellTerminal.sizes)
  func `a search minds case when a capital is typed, and shows each line once`(size: ScreenSize)
    throws
  {
    let shell = try start(size)
    shell.type("typed\u{12}falcon")
    try wait(shell, for: "(search: falcon) echo falcon two")
    shell.type("\u{12}")
    try wait(shell, for: "(search: falcon) echo Falcon one")
    shell.type("\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}Falcon")
    try wait(shell, for: "(search: Falcon) echo Falcon one")
    shell.type("\u{7}")
    try shell.wait(forTyped: "typed|")
    shell.type("\u{15}\u{12}team")
    try wait(shell, for: "(search: team) team list")
    shell.type("\u{12}x")
    try wait(shell, for: "(nothing found: teamx)")
    // In a statement of several lines Up goes through those first.
    shell.type("\u{7}" + String(repeating: "\u{1B}[A", count: 7))
    try shell.wait(forTyped: "echo Falcon one|")
  }

  @Test(arguments: ShellTerminal.sizes)
  func `Escape and arrows take the line for editing, Enter runs it`(size: ScreenSize) throws {
    let shell = try start(size)
    shell.type("\u{12}one")
    try wait(shell, for: "(search: one) echo Falcon one")
    shell.type("\u{1B}")
    try shell.wait(forTyped: "echo Falcon one|")
    shell.type("\u{15}\u{12}one\u{1B}[DX")
    try shell.wait(forTyped: "echo Falcon onX|e")
    shell.type("\u{15}\u{B}\u{12}two\r")
    #expect(try shell.prompt().contains("falcon two\r\n"))
    shell.type("\u{12}for n")
    try shell.terminal.wait { $0.screen.text.contains("(search: for n) for n in 1") }
    shell.type("\r")
    #expect(try shell.prompt().contains("1\r\n"))
  }

  @Test(arguments: ShellTerminal.sizes)
  func `Ctrl-C leaves the search with what was typed, and the next one drops that`(
    size: ScreenSize
  ) throws {
    let shell = try start(size)
    shell.type("half\u{12}two")
    try wait(shell, for: "(search: two) echo falcon two")
    shell.type("\u{3}")
    try shell.wait(forTyped: "half|")
    try shell.drop()
    #expect(shell.terminal.screen.visibleRows.contains("p1:> half^C"))
    shell.type("\u{4}")
    #expect(try shell.terminal.waitForExit() == 0)
  }

  @Test(arguments: ShellTerminal.sizes)
  func `Ctrl-S turns a search round`(size: ScreenSize) throws {
    let shell = try start(size)
    shell.type("\u{12}echo\u{12}")
    try shell.terminal.wait { $0.screen.text.contains("(search: echo) for n in 1") }
    shell.type("\u{13}")
    try wait(shell, for: "(search: echo) echo last")
  }

  @Test(arguments: ShellTerminal.sizes)
  func `Up goes by what is typed, and Down comes back to it`(size: ScreenSize) throws {
    let shell = try start(size)
    shell.type("echo f\u{1B}[A")
    try shell.wait(forTyped: "echo falcon two|")
    shell.type("\u{1B}[A")
    try shell.wait(forTyped: "echo Falcon one|")
    shell.type("\u{1B}[B\u{1B}[B")
    try shell.wait(forTyped: "echo f|")
    shell.type("\u{15}\u{1B}[A\u{1B}[A")
    try shell.wait(forTyped: "for n in 1\necho $n\nend|")
  }
}
