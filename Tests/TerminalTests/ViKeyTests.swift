import Foundation
import TestSupport
import Testing

/// vi's keys, and what a person's `.editrc` says, at the real prompt.
struct ViKeyTests {
  private let home: Home

  init() throws {
    home = try Home()
    try home.remember(["team list", "user list", "team show"])
  }

  private func start(
    _ size: ScreenSize = (80, 24), _ more: [String: String] = [:], mode: String? = "vi"
  ) throws -> ShellTerminal {
    try ShellTerminal.started(
      in: home, more, settings: mode.map { ["edit-mode \($0)"] } ?? [], size: size)
  }

  @Test(
    arguments: [
      ("one two§\u{1B}", "one tw|o"), ("one two§\u{1B}§0", "|one two"),
      ("one two§\u{1B}§b", "one |two"), ("one two§\u{1B}§0w", "one |two"),
      ("one two§\u{1B}§0e", "on|e two"), ("one two§\u{1B}§0$", "one tw|o"),
      ("one two§\u{1B}§0ll", "on|e two"), ("one two§\u{1B}§hh", "one |two"),
      ("one two§\u{1B}§0fw", "one t|wo"), ("one two§\u{1B}§0x", "|ne two"),
      ("one two§\u{1B}§bdw", "one| "), ("one two§\u{1B}§0cwX", "X| two"),
      ("one two§\u{1B}§dd", "|"), ("one two§\u{1B}§ddiX", "X|"),
      ("one two§\u{1B}§0D", "|"), ("one two§\u{1B}§Ithree ", "three |one two"),
      ("one§\u{1B}§Atwo", "onetwo|"), ("one§\u{1B}§0ax", "ox|ne"),
      ("one two§\u{1B}§0dwu", "|one two"), ("one§\u{1B}§$axy§\u{1B}§u", "on|e"),
      ("abc§\u{1B}§0x.", "|c"),
      ("abc§\u{1B}§hr日", "a|日c"), ("abc§\u{1B}§0~", "A|bc"),
      ("one two\u{17}\u{19}\u{19}", "one twotwo|"), ("one\u{1B}[H", "|one"),
      ("one two\u{1B}[1;5D", "one |two"),
      ("one two§\u{1B}§0\u{1B}[C", "o|ne two"), ("one two§\u{1B}§\u{1B}[H", "|one two"),
      ("§\u{1B}§k", "team sho|w"), ("§\u{1B}§kkj", "team sho|w"),
      ("x §\u{1B}§_", "x sho|w"), ("one§\u{1B}§:qa", "one|"),
    ], ShellTerminal.sizes)
  func `vi's keys`(row: (keys: String, line: String), size: ScreenSize) throws {
    let shell = try start(size)
    for part in row.keys.split(separator: "§") { shell.type(String(part)) }
    try shell.wait(forTyped: row.line)
  }

  @Test func `the cursor says the mode, and Escape and Enter run the line`() throws {
    let shell = try start()
    shell.type("echo shape")
    try shell.wait(forTyped: "echo shape|")
    #expect(String(decoding: shell.terminal.transcript, as: UTF8.self).contains("\u{1B}[6 q"))
    shell.type("\u{1B}")
    try shell.terminal.wait(for: "\u{1B}[2 q")
    shell.type("\r")
    try shell.terminal.wait(for: "\u{1B}[0 q")
    try shell.terminal.wait(for: "shape\r\n")
    try shell.prompt()
    try shell.terminal.wait(described: "a bar again") {
      $0.text(behind: "shape\r\n").contains("\u{1B}[6 q")
    }
    #expect(try shell.run("echo at''once\u{1B}").contains("atonce\r\n"))
  }

  @Test func `vi's searches and v work on the lines before`() throws {
    try home.writeProgram("#!/bin/sh\nsed -i 's/show/list/' \"$1\"\n", to: "visual")
    let shell = try start((80, 24), ["VISUAL": home.file("visual")])
    shell.type("\u{1B}")
    shell.type("/team")
    try shell.terminal.wait { $0.screen.text.hasSuffix("(search: team) team show") }
    shell.type("\u{1B}")
    try shell.wait(forTyped: "team sho|w")
    shell.type("n")
    try shell.wait(forTyped: "team lis|t")
    shell.type("N")
    try shell.wait(forTyped: "team sho|w")
    shell.type("v")
    try shell.terminal.wait { $0.screen.text.hasSuffix("p1:> team list") }
  }

  @Test func `set edit-mode changes the keys at the next prompt, and help keys with them`() throws {
    let shell = try start(mode: nil)
    #expect(try !shell.run("help keys").contains("Leaves insert mode."))
    try shell.run("set edit-mode vi")
    shell.type("one two\u{1B}")
    shell.type("0x")
    try shell.wait(forTyped: "|ne two")
    try shell.drop()
    #expect(try shell.run("help keys").contains("Leaves insert mode."))
    try shell.run("set edit-mode emacs")
    shell.type("one\u{1}X")
    try shell.wait(forTyped: "X|one")
  }

  @Test func `an editrc binds keys for this program, and chooses vi where nobody else has`() throws
  {
    try home.write(
      "teamsh:bind \"^A\" ed-prev-word\npsql:bind \"^E\" ed-prev-word\nbind \"^I\" ed-insert\n",
      to: ".editrc")
    let shell = try start(mode: nil)
    shell.type("one two\u{1}X")
    try shell.wait(forTyped: "one X|two")
    shell.type("\u{5}\u{15}whoa\t")
    try shell.wait(forTyped: "whoami |")
    try home.write("bind -v\n", to: ".editrc")
    let vi = try start(mode: nil)
    vi.type("one two\u{1B}")
    vi.type("0x")
    try vi.wait(forTyped: "|ne two")
    let emacs = try start(mode: "emacs")
    emacs.type("one two\u{1}X")
    try emacs.wait(forTyped: "X|one two")
  }

  @Test func `edit off in an editrc leaves the line to the terminal`() throws {
    try home.write("edit off\n", to: ".editrc")
    let shell = try start(mode: nil)
    #expect(try shell.run("!stty -a").contains("icanon"))
    shell.type("echo one tow\u{7F}\u{7F}wo\r")
    #expect(try shell.prompt().contains("one two\r\n"))
    #expect(!String(decoding: shell.terminal.transcript, as: UTF8.self).contains("\u{1B}[?2004h"))
    shell.type("\u{3}")
    try shell.prompt()
    shell.type("\u{4}")
    #expect(try shell.terminal.waitForExit() == 0)
  }
}
