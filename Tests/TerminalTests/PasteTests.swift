import Foundation
import TestSupport
import Testing

/// Pasted texts, and statements of several lines, at the real prompt.
struct PasteTests {
  private let home: Home

  init() throws {
    home = try Home()
  }

  private func start(_ size: ScreenSize, _ more: [String: String] = [:]) throws -> ShellTerminal {
    try ShellTerminal.started(in: home, more, size: size)
  }

  private func paste(_ text: String) -> String { "\u{1B}[200~\(text)\u{1B}[201~" }

  @Test(arguments: ShellTerminal.sizes)
  func `several pasted lines are counted and wait, and any change ends the count`(
    size: ScreenSize
  ) throws {
    let shell = try start(size)
    shell.type(paste("echo on''e\necho tw''o\r\necho thr''ee\n"))
    let row = "[3 lines — Enter runs, Ctrl-C drops]"
    try shell.terminal.wait(described: row) {
      $0.screen.text.hasSuffix("p1:> echo on''e\necho tw''o\necho thr''ee\n\(row)")
    }
    #expect(shell.terminal.screen.cursorColumn == 12)
    shell.type(" x")
    try shell.wait(forTyped: "echo on''e\necho tw''o\necho thr''ee x|")
    shell.type("\r")
    #expect(try shell.prompt().contains("one\r\ntwo\r\nthree x\r\n"))
    shell.type(paste("echo never\necho never"))
    try shell.terminal.wait { $0.screen.text.hasSuffix("[2 lines — Enter runs, Ctrl-C drops]") }
    try shell.drop()
    #expect(!shell.terminal.screen.text.contains("[2 lines"))
    #expect(!shell.terminal.screen.visibleRows.contains("never"))
    #expect(!home.text(of: "history").contains("never"))
  }

  @Test(arguments: ShellTerminal.sizes)
  func `controls of a pasted text are dropped, tabs complete nothing, accents are composed`(
    size: ScreenSize
  ) throws {
    let shell = try start(size)
    shell.type(paste("whoa\t"))
    shell.type(
      "\u{15}" + paste("echo 'a\u{1B}[31mb\u{7}\u{8}c\u{3}\u{1A}\u{1C}d\u{4}\u{9B}e\u{301}'"))
    try shell.wait(forTyped: "echo 'a[31mbcdé'|")
    shell.type("\r")
    #expect(try shell.prompt().contains("a[31mbcdé\r\n"))
    #expect(home.text(of: "history").contains("echo 'a[31mbcdé'"))
  }

  @Test(arguments: ShellTerminal.sizes)
  func `twenty thousand pasted characters are one line, and are run as they are`(
    size: ScreenSize
  ) throws {
    let shell = try start(size)
    let text = (0..<2000).map { "word\($0 % 10)日本 x" }.joined()
    #expect(text.count == 20_000 - 2000)
    shell.type(paste("echo '\(text)END'"))
    try shell.terminal.wait { $0.screen.text.hasSuffix("END'") }
    shell.type("\u{2}!\r")
    #expect(try shell.prompt().replacing("\r\n", with: "").contains("\(text)END!"))
  }

  @Test func `a terminal that is dumb, or a plain locale, gets a paste as it is`() throws {
    for environment in [["TERM": "dumb"], ["LC_ALL": "C"], ["ACCESSIBLE": "1"]] {
      let shell = try start((80, 24), environment)
      shell.type(paste("echo 'grüße\u{7} 世界'") + "\r")
      #expect(try shell.prompt().contains("grüße 世界\r\n"), "\(environment)")
    }
  }

  @Test(
    arguments: [
      ("echo 'one", "inside a quote opened at col 6", "two'", "one\r\ntwo\r\n"),
      ("echo \"one", "inside a quote opened at col 6", "two\"", "one\r\ntwo\r\n"),
      ("echo on\\", "the line goes on, as the \\ at col 8 says", "e", "one\r\n"),
      (
        "for n in a b", "inside the for at col 1, until end", "echo \"<$n>\"; end", "<a>\r\n<b>\r\n"
      ),
      ("if true", "inside the if at col 1, until end", "echo yes; end", "yes\r\n"),
      ("true &&", "a command is missing after the sign at col 6", "echo yes", "yes\r\n"),
      ("echo $(echo one", "inside $( opened at col 6", ")", "one\r\n"),
    ], ShellTerminal.sizes)
  func `a row below says why Enter did not run a statement, and since where`(
    row: (first: String, reason: String, rest: String, output: String), size: ScreenSize
  ) throws {
    let shell = try start(size)
    shell.type(row.first + "\r")
    let reason = row.reason + "; Ctrl-C drops it"
    try shell.terminal.wait(described: reason) {
      $0.screen.text.hasSuffix("p1:> \(row.first)\n\n\(reason)") && $0.screen.cursorColumn == 0
    }
    if !row.first.hasSuffix("\\") {
      shell.type("\r")
      try shell.terminal.wait(described: "still") { $0.screen.text.hasSuffix("still \(reason)") }
      shell.type("\u{7F}")
    }
    shell.type(row.rest + "\r")
    #expect(try shell.prompt().contains(row.output))
    #expect(!shell.terminal.screen.text.contains("Ctrl-C drops"))
  }

  @Test(arguments: ["\u{3}", "\u{4}"], ShellTerminal.sizes)
  func `Ctrl-C and Ctrl-D drop the whole of an open statement, and nothing of it is kept`(
    key: String, size: ScreenSize
  ) throws {
    let shell = try start(size)
    shell.type("echo 'one\rtwo\r\rthree\r")
    try shell.terminal.wait { $0.screen.text.contains("three\n\ninside a quote") }
    shell.type(key)
    try shell.prompt()
    #expect(!shell.terminal.screen.text.contains("drops it"))
    #expect(shell.terminal.screen.text.contains(key == "\u{3}" ? "^C" : "^D"))
    #expect(try shell.run("echo whole").contains("whole\r\n"))
    #expect(!home.text(of: "history").contains("three"))
  }

  @Test(arguments: ShellTerminal.sizes)
  func `a here-document goes on to its end, and is one line of the history`(size: ScreenSize) throws
  {
    let shell = try start(size)
    shell.type("echo - <<EOF\r")
    try shell.terminal.wait {
      $0.screen.text.hasSuffix("inside the text begun at col 8, until a line EOF; Ctrl-C drops it")
    }
    shell.type("one\r\rEOF\r")
    try shell.prompt()
    shell.type("\u{1B}[A")
    try shell.wait(forTyped: "echo - <<EOF\none\n\nEOF|")
  }
}
