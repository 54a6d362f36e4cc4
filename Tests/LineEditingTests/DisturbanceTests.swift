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
    try terminal.wait { $0.screen.text.hasSuffix(Self.rows("p1> " + Self.line, columns: 26)) }
    try probe.post("** second")
    try terminal.wait { $0.screen.text.contains("** second\np1> message") }
    terminal.resize(columns: 33, rows: 24)
    probe.type("MITTE")
    let expected = Self.line[..<middle] + "MITTE" + Self.line[middle...]
    try terminal.wait { $0.screen.text.hasSuffix(Self.rows("p1> " + expected, columns: 33)) }
    probe.type("\r")
    try probe.expect(String(expected))
    try probe.wait(for: "p2> ")
    #expect(terminal.screen.text.contains(Self.rows("p1> " + expected, columns: 33)))
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
    let shown = { Self.rows("p1> " + Self.line, columns: $0) }
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

  /// About 2,000 random keys, with notices and resizes between them and no pause anywhere.
  @Test(arguments: 1...4)
  func `no keystroke is lost or doubled whatever happens meanwhile`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let probe = try Probe(columns: 60)
    for number in 1...10 {
      try probe.wait(for: "p\(number)> ")
      var model = LineModel()
      for _ in 0..<50 {
        probe.type(model.press(&random))
        switch Int.random(in: 0..<25, using: &random) {
        case 0: try probe.post("** notice 通知")
        case 1:
          probe.terminal.resize(
            columns: .random(in: 20...80, using: &random), rows: .random(in: 5...30, using: &random)
          )
        default: break
        }
      }
      probe.type("\r")
      try probe.expect(String(model.text))
    }
  }

  /// A line as a screen of some width shows it.
  private static func rows(_ line: String, columns: Int) -> String {
    var rows = [""]
    var used = 0
    for scalar in line.unicodeScalars {
      let width = scalar.value > 0x1100 ? 2 : 1
      if used + width > columns {
        rows.append("")
        used = 0
      }
      rows[rows.count - 1].unicodeScalars.append(scalar)
      used += width
    }
    return rows.map { $0.last == " " ? String($0.dropLast()) : $0 }.joined(separator: "\n")
  }
}

/// What the line must be after each key, worked out without an editor.
private struct LineModel {
  private(set) var text: [Character] = []
  private var cursor = 0

  mutating func press(_ random: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<20, using: &random) {
    case 0:
      cursor = max(cursor - 1, 0)
      return "\u{1B}[D"
    case 1:
      cursor = min(cursor + 1, text.count)
      return "\u{1B}[C"
    case 2:
      if cursor > 0 {
        text.remove(at: cursor - 1)
        cursor -= 1
      }
      return "\u{7F}"
    case 3:
      if cursor < text.count { text.remove(at: cursor) }
      return "\u{1B}[3~"
    case 4:
      cursor = 0
      return "\u{1B}[H"
    case 5:
      cursor = text.count
      return "\u{5}"
    case 6:
      insert("粘贴 x")
      return "\u{1B}[200~粘贴 x\u{1B}[201~"
    case 7: return ["\u{1B}[15~", "\u{1B}[5~", "\u{18}"].randomElement(using: &random) ?? ""
    default:
      let typed = Array("abcdef ghé日本語😀ß").randomElement(using: &random) ?? "a"
      insert(String(typed))
      return String(typed)
    }
  }

  private mutating func insert(_ typed: String) {
    text.insert(contentsOf: typed, at: cursor)
    cursor += typed.count
  }
}
