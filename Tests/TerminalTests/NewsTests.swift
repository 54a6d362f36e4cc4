import Foundation
import TestSupport
import Testing

/// What other things do to a half-typed line, at the real prompt.
struct NewsTests {
  private let home: Home
  private let server: HeldServer

  init() throws {
    home = try Home()
    server = try HeldServer(["/one", "/two"])
  }

  private func start(_ size: ScreenSize) throws -> ShellTerminal {
    try ShellTerminal.started(in: home, at: server.root, size: size)
  }

  @Test(arguments: ShellTerminal.sizes)
  func `a job that ends is told above a wrapped line with wide characters, which stays as it is`(
    size: ScreenSize
  ) throws {
    let shell = try start(size)
    let terminal = shell.terminal
    try shell.run("graph get /one > /dev/null &")
    try shell.run("graph get /two > /dev/null &")
    let text = String(repeating: "市场部 😀 half 会议 ", count: size.columns / 8) + "end"
    let line = "echo \"\(text)\""
    shell.type(line)
    let shown = { ShownRows.of("p3:> " + $0, columns: size.columns) }
    try terminal.wait { $0.screen.text.hasSuffix(shown(line)) }
    // The cursor goes to the first letter inside the quotes, in the first of several rows.
    shell.type("\u{1}" + String(repeating: "\u{6}", count: 6))
    let middle = line.index(line.startIndex, offsetBy: 6)
    let column = 11
    try terminal.wait { $0.screen.cursorColumn == column }
    #expect(shown(line).split(separator: "\n").count >= 3)
    for (number, path) in [(1, "/one"), (2, "/two")] {
      server.release(path)
      try terminal.wait(described: path) {
        $0.screen.visibleRows.contains { $0.hasPrefix("[\(number)] done  graph get \(path) ") }
          && $0.screen.text.hasSuffix(shown(line)) && $0.screen.cursorColumn == column
      }
    }
    shell.type("MITTE")
    let changed = line[..<middle] + "MITTE" + line[middle...]
    try terminal.wait { $0.screen.text.hasSuffix(shown(String(changed))) }
    shell.type("\r")
    try shell.prompt()
    let printed = ShownRows.of(
      String(changed.dropFirst(6).dropLast()), columns: size.columns)
    #expect(terminal.screen.text.contains("\n" + printed))
    #expect(home.text(of: "history").contains("MITTE"))
  }

  @Test(arguments: ShellTerminal.sizes)
  func `news waits while a menu is open, and stands above the line then`(size: ScreenSize) throws {
    let shell = try start(size)
    try shell.run("graph get /one > /dev/null &")
    shell.type("set p\t")
    try shell.terminal.wait { $0.screen.text.contains("p2:> set p\n") }
    server.release("/one")
    try shell.terminal.wait { _ in server.isAnswered("/one") }
    shell.type("\t")
    try shell.terminal.wait { $0.screen.text.contains("p2:> set pa") }
    #expect(!shell.terminal.screen.text.contains("[1] done"))
    shell.type("\u{1B}")
    try shell.terminal.wait {
      $0.screen.text.firstMatch(of: /\[1\] done  graph get \/one[^\n]*\np2:> set p$/) != nil
    }
  }

  @Test(arguments: ShellTerminal.sizes)
  func `what is typed while a command runs is the next line, shown once`(size: ScreenSize) throws {
    let shell = try start(size)
    shell.type("graph get /one > /dev/null\r")
    try shell.terminal.wait { _ in server.isAsked("/one") }
    shell.type("echo 日本 ahea\u{7F}\u{7F}ead")
    server.release("/one")
    try shell.prompt()
    try shell.wait(forTyped: "echo 日本 ahead|")
    #expect(shell.terminal.screen.text.components(separatedBy: "ahe").count == 2)
    shell.type("\r")
    #expect(try shell.prompt().contains("日本 ahead\r\n"))
  }

  /// The shell below another that knows jobs, which says how it finds the terminal.
  private func job(_ size: ScreenSize) throws -> PseudoTerminal {
    try home.write("set prompt 'p{number}:> '\nset hints off\nset marks off\n", to: "rc")
    let script = """
      set -m
      "$teamsh"
      stty -a | tr ' ' '\\n' | grep -x -e -echo -e echo -e icanon -e isig
      read answer
      fg
      """
    let environment = BadAnswerTests.environment(home, server.root).merging([
      "teamsh": try Product.shell(), "TERM": "xterm-256color", "TEAMSH_PAGER": "",
    ]) { $1 }
    return try PseudoTerminal(
      "/bin/sh", ["-c", script], environment: environment, columns: size.columns, rows: size.rows)
  }

  @Test(arguments: ShellTerminal.sizes)
  func `Ctrl-Z leaves the terminal as it was, and fg brings the half-typed line back`(
    size: ScreenSize
  ) throws {
    let terminal = try job(size)
    try terminal.wait(for: "p1:> ")
    terminal.type("echo half a 日本")
    try terminal.wait { $0.screen.text.hasSuffix("p1:> echo half a 日本") }
    terminal.type("\u{1A}")
    try terminal.wait(for: "isig\r\nicanon\r\necho\r\n")
    terminal.type("\r")
    try terminal.wait(for: "\u{1B}[?2004h")
    try terminal.wait { $0.screen.text.hasSuffix("p1:> echo half a 日本") }
    terminal.type("\u{7F}語\r")
    try terminal.wait(for: "half a 日語\r\n")
    try terminal.wait(for: "p2:> ")
    terminal.type("\u{4}")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func `Ctrl-Z stops a command that runs, and fg goes on with it`() throws {
    let terminal = try job((80, 24))
    try terminal.wait(for: "p1:> ")
    terminal.type("graph get /one > /dev/null; echo go''ne on\r")
    try terminal.wait { _ in server.isAsked("/one") }
    terminal.type("\u{1A}")
    try terminal.wait(for: "isig\r\nicanon\r\necho\r\n")
    server.release("/one")
    terminal.type("\r")
    try terminal.wait(for: "gone on\r\n")
    try terminal.wait(for: "p2:> ")
  }
}
