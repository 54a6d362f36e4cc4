import TestSupport
import Testing

/// Hints, colours, marks and rows below the line, on a real screen.
struct DecorationTests {
  private func probe(_ environment: [String: String] = [:], columns: Int = 80) throws -> Probe {
    let probe = try Probe(
      ["PROBE_HINTS": "1"].merging(environment) { $1 }, columns: columns)
    try probe.wait(for: "p1> ")
    return probe
  }

  private static let line = "member list 営業 --columns name --all"

  @Test(arguments: ["\u{1B}[C", "\u{1B}[F", "\u{5}", "\u{6}"])
  func `a hint is dim behind the cursor, and a key at the end takes it`(key: String) throws {
    let probe = try probe()
    probe.type("mem")
    try probe.terminal.wait {
      $0.screen.text.hasSuffix("p1> \(Self.line)") && $0.screen.cursorColumn == 7
    }
    probe.type(key)
    try probe.terminal.wait { $0.screen.cursorColumn == 4 + Self.line.count + 2 }
    probe.type("\r")
    try probe.expect(Self.line)
  }

  @Test(arguments: ["\u{1B}f", "\u{1B}[1;3C"])
  func `Alt-Right takes one word`(key: String) throws {
    let probe = try probe()
    probe.type("mem")
    try probe.terminal.wait { $0.screen.text.hasSuffix(Self.line) }
    probe.type(key)
    try probe.terminal.wait { $0.screen.cursorColumn == 10 }
    probe.type(key)
    try probe.terminal.wait { $0.screen.cursorColumn == 15 }
    probe.type("!\r")
    try probe.expect("member list!")
  }

  @Test func `Enter runs what was typed and not what was hinted, which is gone then`() throws {
    let probe = try probe()
    probe.type("mem")
    try probe.terminal.wait { $0.screen.text.hasSuffix(Self.line) }
    probe.type("\r")
    try probe.expect("mem")
    try probe.wait(for: "p2> ")
    #expect(probe.terminal.screen.visibleRows.contains("p1> mem"))
  }

  @Test func `what is missing is named and cannot be taken`() throws {
    let probe = try probe()
    probe.type("use ")
    try probe.terminal.wait { $0.screen.text.hasSuffix("p1> use <team>") }
    probe.type("\u{1B}[C\u{5}x\r")
    try probe.expect("use x")
  }

  @Test func `a hint in a narrow window is cut, and survives a resize`() throws {
    let probe = try probe(columns: 24)
    probe.type("mem")
    try probe.terminal.wait { $0.screen.text.hasSuffix("p1> member list 営業 --…") }
    for columns in [60, 14, 33, 9, 80] {
      probe.terminal.resize(columns: columns, rows: 24)
      try probe.terminal.wait {
        $0.screen.visibleRows.filter { $0.hasPrefix("p1> mem") }.count == 1
          && $0.screen.cursorColumn == 7
      }
    }
    try probe.terminal.wait { $0.screen.text.hasSuffix(Self.line) }
    probe.type("\u{5}\r")
    try probe.expect(Self.line)
  }

  @Test func `an unknown word is red, a known one green, and one that may become known neither`()
    throws
  {
    let probe = try probe()
    probe.type("memb")
    try probe.terminal.wait { $0.screen.cursorColumn == 8 }
    #expect(!probe.terminal.text(behind: "p1> ").contains("\u{1B}[3"))
    probe.type("er")
    try probe.wait(for: "\u{1B}[32m")
    probe.type("x")
    try probe.wait(for: "\u{1B}[31m")
  }

  @Test func `prompt, line and output are marked for the terminal`() throws {
    let probe = try probe(["PROBE_MARKS": "1"])
    probe.type("hello\r")
    try probe.wait(for: "\u{1B}]133;C\u{1B}\\")
    let start = "\u{1B}]133;A\u{1B}\\"
    try probe.wait(for: start)
    let text = String(decoding: probe.terminal.transcript, as: UTF8.self)
    let line = text.replacing("\r\r\n", with: "\n")
    #expect(line.contains("\(start)p1> \u{1B}]133;B\u{1B}\\hello\n\u{1B}]133;C\u{1B}\\"))
  }

  @Test(arguments: [["TERM": "linux"], ["TERM": "xterm", "PROBE_ACCESSIBLE": "1"]])
  func `a terminal that does not know marks, and a person who listens, get none`(
    environment: [String: String]
  ) throws {
    let probe = try probe(["PROBE_MARKS": "1"].merging(environment) { $1 })
    probe.type("hello\r")
    try probe.wait(for: "p2> ")
    #expect(!String(decoding: probe.terminal.transcript, as: UTF8.self).contains("\u{1B}]"))
  }

  @Test(arguments: [("count", "2 notices wait"), ("off", "")])
  func `news waits for the end of the line where that is wanted`(style: String, row: String) throws
  {
    let probe = try probe(["PROBE_NOTIFY": style])
    probe.type("lin")
    try probe.terminal.wait { $0.screen.cursorColumn == 7 }
    try probe.post("** one")
    try probe.post("** two")
    probe.type("e")
    if !row.isEmpty {
      try probe.terminal.wait { $0.screen.text.hasSuffix("p1> line\n\(row)") }
    }
    probe.type("\r")
    try probe.expect("line")
    try probe.wait(for: "p2> ")
    try probe.terminal.wait { $0.screen.text.contains("** one\n** two\np2>") }
    #expect(probe.terminal.screen.visibleRows.contains("p1> line"))
  }

  @Test func `a line taller than the screen keeps its reason below it`() throws {
    let probe = try Probe(columns: 20, rows: 5)
    try probe.wait(for: "p1> ")
    probe.type("say \"" + String(repeating: "x", count: 200) + "\rend")
    try probe.terminal.wait {
      $0.screen.visibleRows.last == "inside a quote" && $0.screen.visibleRows[3] == "end"
    }
    probe.type("\"\r")
    try probe.expect("say \"" + String(repeating: "x", count: 200) + "\nend\"")
  }

  @Test(.enabled(if: TmuxTerminal.isInstalled))
  func `in tmux hint and reason survive every width, and what is above stays`() throws {
    let surroundings = try ProbeSurroundings()
    let environment = surroundings.environment.merging([
      "TERM": "tmux-256color", "PROBE_HINTS": "1",
    ]) { $1 }
    let terminal = try TmuxTerminal(
      ProbeSurroundings.program, environment: environment, columns: 60, rows: 24)
    try terminal.wait { $0.hasSuffix("p1>") }
    try surroundings.post("** above")
    try terminal.type("mem")
    for columns in [60, 24, 60, 12, 33, 60] {
      try terminal.resize(columns: columns, rows: 24)
      let row = "p1> \(Self.line)"
      let isCut = columns < 41
      try terminal.wait {
        let last = $0.split(separator: "\n").last ?? ""
        return isCut ? last.hasPrefix("p1> mem") && last.hasSuffix("…") : last == row
      }
      #expect(try terminal.screen(withScrollback: true).contains("** above"))
    }
    try terminal.press("C-u")
    try terminal.type("say \"one 営業 and more of it")
    try terminal.press("Enter")
    try terminal.type("two")
    for columns in [60, 20, 45] {
      try terminal.resize(columns: columns, rows: 24)
      let shown = ShownRows.of("p1> say \"one 営業 and more of it", columns: columns)
      try terminal.wait { $0.hasSuffix("\(shown)\ntwo\ninside a quote") }
      #expect(try terminal.screen(withScrollback: true).contains("** above"))
    }
  }
}
