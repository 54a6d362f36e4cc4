import Foundation
import TestSupport
import Testing

/// Every key of the Emacs mode, at the real prompt.
struct EmacsKeyTests {
  /// Keys as `help keys` calls them, what is typed, and the line with a bar for the cursor.
  private static let rows: [(name: String, keys: String, line: String)] = [
    ("Enter", "echo 'a\rb'", "echo 'a\nb'|"),
    ("Alt-Enter", "a\u{1B}\rb", "a\nb|"),
    ("Ctrl-D", "ab\u{2}\u{4}", "a|"),
    ("Left, Ctrl-B", "ab\u{1B}[D", "a|b"), ("Left, Ctrl-B", "ab\u{1B}OD", "a|b"),
    ("Left, Ctrl-B", "ab\u{2}", "a|b"), ("Left, Ctrl-B", "a日\u{2}\u{2}\u{2}", "|a日"),
    ("Right, Ctrl-F", "ab\u{1}\u{1B}[C", "a|b"), ("Right, Ctrl-F", "ab\u{1}\u{6}\u{6}\u{6}", "ab|"),
    ("Alt-B, Ctrl-Left, Alt-Left", "one two\u{1B}b", "one |two"),
    ("Alt-B, Ctrl-Left, Alt-Left", "one two\u{1B}[1;5D", "one |two"),
    ("Alt-B, Ctrl-Left, Alt-Left", "one two\u{1B}[1;3D", "one |two"),
    ("Alt-B, Ctrl-Left, Alt-Left", "one two\u{1B}[5D", "one |two"),
    ("Alt-B, Ctrl-Left, Alt-Left", "one two\u{1B}\u{1B}[D", "one |two"),
    ("Alt-B, Ctrl-Left, Alt-Left", "one two\u{1B}Od", "one |two"),
    ("Alt-F, Ctrl-Right, Alt-Right", "one two\u{1}\u{1B}f", "one| two"),
    ("Alt-F, Ctrl-Right, Alt-Right", "one two\u{1}\u{1B}[1;5C", "one| two"),
    ("Alt-F, Ctrl-Right, Alt-Right", "one two\u{1}\u{1B}[1;3C", "one| two"),
    ("Alt-F, Ctrl-Right, Alt-Right", "one two\u{1}\u{1B}[5C", "one| two"),
    ("Alt-F, Ctrl-Right, Alt-Right", "one two\u{1}\u{1B}\u{1B}[C", "one| two"),
    ("Ctrl-A, Home", "ab\u{1}", "|ab"), ("Ctrl-A, Home", "ab\u{1B}[H", "|ab"),
    ("Ctrl-A, Home", "ab\u{1B}OH", "|ab"), ("Ctrl-A, Home", "ab\u{1B}[1~", "|ab"),
    ("Ctrl-A, Home", "ab\u{1B}[7~", "|ab"), ("Ctrl-A, Home", "a\u{1B}\rb\u{1}", "a\n|b"),
    ("Ctrl-E, End", "ab\u{1}\u{5}", "ab|"), ("Ctrl-E, End", "ab\u{1}\u{1B}[F", "ab|"),
    ("Ctrl-E, End", "ab\u{1}\u{1B}OF", "ab|"), ("Ctrl-E, End", "ab\u{1}\u{1B}[4~", "ab|"),
    ("Ctrl-E, End", "ab\u{1}\u{1B}[8~", "ab|"),
    ("Ctrl-_, Ctrl-X Ctrl-U", "one two\u{17}\u{1F}", "one two|"),
    ("Ctrl-_, Ctrl-X Ctrl-U", "one two\u{1F}", "one |"),
    ("Ctrl-_, Ctrl-X Ctrl-U", "one two\u{18}\u{15}\u{18}\u{15}x", "x|"),
    ("Ctrl-T", "ab\u{14}", "ba|"), ("Alt-T", "one two\u{1B}t", "two one|"),
    ("Alt-U", "one two\u{1}\u{1B}u", "ONE| two"), ("Alt-L", "ONE TWO\u{1}\u{1B}l", "one| TWO"),
    ("Alt-C", "one two\u{1}\u{1B}c", "One| two"), ("Ctrl-V", "a\u{16}\u{7}b", "a^Gb|"),
    ("Backspace, Ctrl-H", "ab\u{7F}", "a|"), ("Backspace, Ctrl-H", "a日\u{8}", "a|"),
    ("Delete", "ab\u{1}\u{1B}[3~", "|b"),
    ("Ctrl-W", "one two-x\u{17}", "one |"), ("Alt-Backspace", "one two-x\u{1B}\u{7F}", "one two-|"),
    ("Alt-D, Ctrl-Delete", "one two\u{1}\u{1B}d", "| two"),
    ("Alt-D, Ctrl-Delete", "one two\u{1}\u{1B}[3;5~", "| two"),
    ("Ctrl-U", "one two\u{1B}b\u{15}", "|two"), ("Ctrl-K", "one two\u{1B}b\u{B}", "one |"),
    ("Ctrl-Y", "one two\u{17}\u{17}\u{19}", "one two|"),
    ("Ctrl-Y", "one two\u{17}x\u{17}\u{19}", "one x|"),
    ("Ctrl-Y", "one two\u{1}\u{1B}d\u{1B}d\u{19}\u{19}", "one twoone two|"),
    ("Ctrl-Y", "one two\u{1}\u{B}\u{19}", "one two|"),
    ("Alt-Y", "one two\u{17}x \u{17}\u{15}\u{19}\u{1B}y", "two|"),
    ("Up, Ctrl-P", "\u{1B}[A", "true beta|"), ("Up, Ctrl-P", "\u{1B}OA\u{10}", "echo alpha 'a b'|"),
    ("Up, Ctrl-P", "ec\u{1B}[A", "echo alpha 'a b'|"), ("Up, Ctrl-P", "EC\u{1B}[A", "EC|"),
    ("Down, Ctrl-N", "\u{1B}[A\u{1B}[A\u{1B}[B", "true beta|"),
    ("Down, Ctrl-N", "t\u{1B}[A\u{E}", "t|"),
    ("Alt-., Alt-_", "x \u{1B}.", "x beta|"), ("Alt-., Alt-_", "x \u{1B}_\u{1B}.", "x 'a b'|"),
    ("Tab", "whoa\t", "whoami |"), ("Escape, Ctrl-G", "ab\u{7}c", "abc|"),
    // Keys that mean nothing leave nothing behind.
    ("", "a\u{1B}[15~\u{1B}[5~\u{1B}[6~\u{1B}[2~\u{1B}OP\u{1B}[[A\u{1B}[1;9Pb", "ab|"),
    ("", "a\u{F}\u{11}\u{1D}\u{1C}\u{1E}\u{1B}xb", "ab|"),
    ("", "a\u{1B}[<0;3;4Mb\u{1B}[?62;1c", "ab|"),
  ]

  /// Keys that a test of their own shows.
  private static let elsewhere = [
    "Alt-?", "Alt-#", "Ctrl-X Ctrl-E", "Ctrl-L", "Ctrl-R", "Ctrl-S", "Shift-Tab",
  ]

  private let home: Home

  init() throws {
    home = try Home()
    try home.remember(["echo alpha 'a b'", "true beta"])
  }

  private func start(_ size: ScreenSize, _ more: [String: String] = [:]) throws -> ShellTerminal {
    try ShellTerminal.started(in: home, more, size: size)
  }

  @Test(arguments: rows, ShellTerminal.sizes)
  func `a key does what help keys says`(
    row: (name: String, keys: String, line: String), size: ScreenSize
  ) throws {
    let shell = try start(size)
    shell.type(row.keys)
    try shell.wait(forTyped: row.line)
    try shell.drop()
  }

  @Test func `every key of help keys is shown to work`() throws {
    let shell = try start((120, 200))
    let page = try shell.run("help keys")
    let shown = page.matches(of: /\r\n  (\S.*?)(?:  +\S|\r\n {10,}\S)/).map { String($0.output.1) }
    #expect(shown.count > 30)
    #expect(Set(shown) == Set(Self.rows.map(\.name) + Self.elsewhere).subtracting([""]))
  }

  @Test(arguments: ShellTerminal.sizes)
  func `Ctrl-L leaves the line, and nothing else on the screen`(size: ScreenSize) throws {
    let shell = try start(size)
    try shell.run("echo above")
    shell.type("echo one\u{2}")
    try shell.wait(forTyped: "echo on|e")
    shell.type("\u{C}")
    try shell.terminal.wait { $0.screen.text == "p2:> echo one" && $0.screen.cursorRow == 0 }
    shell.type("X\r")
    #expect(try shell.prompt().contains("onXe"))
  }

  @Test(arguments: ShellTerminal.sizes)
  func `Alt-# keeps a line as a comment, and runs nothing`(size: ScreenSize) throws {
    let shell = try start(size)
    shell.type("echo later\u{1B}#")
    #expect(try !shell.prompt().contains("later\r\np"))
    shell.type("\u{1B}[A")
    try shell.wait(forTyped: "#echo later|")
  }

  @Test(arguments: ShellTerminal.sizes)
  func `Alt-? shows the command's help and gives the line back`(size: ScreenSize) throws {
    let shell = try start(size)
    shell.type("member add \u{1B}?")
    #expect(try shell.prompt().contains("Usage: member add"))
    try shell.wait(forTyped: "member add |")
  }

  @Test(arguments: ShellTerminal.sizes)
  func `Ctrl-X Ctrl-E edits the line in a program, and Enter runs what that left`(
    size: ScreenSize
  ) throws {
    try home.writeProgram("#!/bin/sh\nsed -i 's/one/two/' \"$1\"\n", to: "visual")
    let shell = try start(size, ["VISUAL": home.file("visual"), "EDITOR": "false"])
    shell.type("echo one 日本\u{18}\u{5}")
    try shell.terminal.wait { $0.screen.text.hasSuffix("echo two 日本") }
    #expect(!shell.terminal.screen.visibleRows.contains("two 日本"))
    shell.type("\r")
    #expect(try shell.prompt().contains("two 日本\r\n"))
  }

  @Test(arguments: [
    ["TERM": "dumb"], ["ACCESSIBLE": "1"], ["LC_ALL": "C"], ["TERM": "dumb", "LC_ALL": "C"],
  ])
  func `what keys make of a line is what runs, on every kind of terminal`(
    environment: [String: String]
  ) throws {
    let shell = try start((80, 24), environment)
    for (keys, output) in [
      ("echo one two\u{17}x", "one x"), ("echo abc\u{1B}[D\u{7F}X", "aXc"),
      ("cho abc\u{1}e\u{5}d", "abcd"), ("echo one\u{1B}b\u{B}\u{19}\u{19}", "oneone"),
      ("echo日\u{7F} grüße\u{7F}n", "grüßn"), ("x\u{15}echo \u{1B}.", "beta"),
      ("echo one\u{17}\u{1F}!", "one!"),
    ].map({ ($0, $1) }) {
      shell.type(keys + "\r")
      let written = try shell.prompt()
      #expect(written.contains("\(output)\r\n"), "\(keys.debugDescription)")
      // The line that is remembered last is the one that Alt-. reads.
      try shell.run("true beta")
    }
  }
}
