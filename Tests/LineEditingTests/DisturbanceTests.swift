import TestSupport
import Testing

/// Notices and changes of the window while a line is half typed.
struct DisturbanceTests {
  private static let line =
    "message send \"市场部 😀 会议\" 你好世界 and some more text, 第三行 with 😀😀 emoji in it, to the end"

  @Test func `a three-row line survives a notice and a narrower window, on screen and when run`()
    throws
  {
    let probe = try Probe(columns: 40)
    let terminal = probe.terminal
    try probe.wait(for: "p1> ")
    probe.type(Self.line)
    try terminal.wait { $0.screen.text.hasSuffix("end") }
    #expect(terminal.screen.cursorRow == 3)
    let back = 40
    probe.type(String(repeating: "\u{1B}[D", count: back))
    let middle = Self.line.index(Self.line.endIndex, offsetBy: -back)
    try terminal.wait { $0.screen.cursorRow == 2 }
    try probe.post("** Ann in 市场部: 你好 😀")
    try terminal.wait { $0.screen.text.contains("** Ann in 市场部: 你好 😀\np1> message") }
    terminal.resize(columns: 26, rows: 24)
    try terminal.wait { $0.screen.text.hasSuffix(ShownRows.of("p1> " + Self.line, columns: 26)) }
    try probe.post("** second")
    try terminal.wait { $0.screen.text.contains("** second\np1> message") }
    terminal.resize(columns: 33, rows: 24)
    probe.type("MITTE")
    let expected = Self.line[..<middle] + "MITTE" + Self.line[middle...]
    try terminal.wait { $0.screen.text.hasSuffix(ShownRows.of("p1> " + expected, columns: 33)) }
    probe.type("\r")
    try probe.expect(String(expected))
    try probe.wait(for: "p2> ")
    #expect(terminal.screen.text.contains(ShownRows.of("p1> " + expected, columns: 33)))
    #expect(terminal.screen.text.split(separator: "p1>").count == 2)
    #expect(terminal.screen.visibleRows.filter { $0.hasPrefix("**") }.count == 2)
  }

  @Test(.enabled(if: TmuxTerminal.isInstalled))
  func `tmux, which re-wraps by rules of its own, shows the same`() throws {
    let surroundings = try ProbeSurroundings()
    var environment = surroundings.environment
    environment["TERM"] = "tmux-256color"
    let terminal = try TmuxTerminal(
      ProbeSurroundings.program, environment: environment, columns: 40, rows: 24)
    try terminal.wait { $0.hasSuffix("p1>") }
    try terminal.type(Self.line)
    try terminal.press("-N", "40", "Left")
    let shown = { ShownRows.of("p1> " + Self.line, columns: $0) }
    try terminal.wait { $0.hasSuffix(shown(40)) }
    try surroundings.post("** Ann in 市场部: 你好 😀")
    try terminal.wait { $0.hasSuffix("** Ann in 市场部: 你好 😀\n" + shown(40)) }
    for columns in [26, 31, 70, 22] {
      try terminal.resize(columns: columns, rows: 24)
      try terminal.wait { $0.hasSuffix(shown(columns)) }
    }
    try surroundings.post("** second")
    try terminal.wait { $0.hasSuffix("** second\n" + shown(22)) }
    try terminal.type("MITTE")
    let middle = Self.line.index(Self.line.endIndex, offsetBy: -40)
    let expected = String(Self.line[..<middle] + "MITTE" + Self.line[middle...])
    try terminal.press("Enter")
    try terminal.resize(columns: 120, rows: 24)
    try terminal.wait { $0.contains("[\(String(reflecting: expected))]") && $0.hasSuffix("p2>") }
    #expect(try terminal.screen().contains("p1> " + expected + "\n"))
  }

  @Test func `a window too small for anything ends nothing`() throws {
    let probe = try Probe(rows: 6)
    try probe.wait(for: "p1> ")
    for (columns, rows) in [(1, 1), (2, 1), (3, 2), (1, 30)] {
      probe.terminal.resize(columns: columns, rows: rows)
      probe.type("use 日 con\t\t\u{1B}[A")
      try probe.post("** notice")
      probe.type("\u{12}x\u{7}\u{15}")
    }
    probe.terminal.resize(columns: 80, rows: 24)
    probe.type("done\r")
    try probe.expect("done")
  }

  @Test func `a burst of notices leaves the line whole below them`() throws {
    let probe = try Probe(columns: 30)
    try probe.wait(for: "p1> ")
    for number in 1...20 {
      try probe.post("** notice \(number)")
      probe.type("日\(number) ")
    }
    probe.type("\r")
    try probe.expect((1...20).map { "日\($0) " }.joined())
  }
}
