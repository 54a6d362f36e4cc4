import TestSupport
import Testing

/// The completion menu on a real screen.
struct MenuTests {
  private func menu(_ typed: String, rows: Int = 24) throws -> Probe {
    let probe = try Probe(rows: rows)
    try probe.wait(for: "p1> ")
    probe.type(typed + "\t")
    return probe
  }

  @Test func `Tab puts in the common part and shows the names below the line`() throws {
    let probe = try menu("use con")
    try probe.terminal.wait {
      $0.screen.text.hasSuffix(
        """
        p1> use "Contoso
        Contoso HR     12 members
        Contoso IT     48 members
        Contoso Sales  public
        as of 09:12
        """)
    }
    #expect(probe.terminal.screen.cursorColumn == 17)
    #expect(probe.terminal.screen.cursorRow == 1)
  }

  @Test func `Enter takes the chosen name and does not run it`() throws {
    let probe = try menu("use con")
    probe.type("\t\t")
    try probe.terminal.wait { $0.screen.text.contains("use \"Contoso IT\"\nContoso HR") }
    probe.type("\r")
    try probe.terminal.wait { $0.screen.text.hasSuffix("p1> use \"Contoso IT\"") }
    probe.type("\r")
    try probe.expect("use \"Contoso IT\" ")
  }

  @Test func `Shift-Tab goes back, arrows move, Escape restores what was typed`() throws {
    let probe = try menu("use con")
    probe.type("\u{1B}[Z")
    try probe.terminal.wait { $0.screen.text.contains("p1> use \"Contoso Sales\"") }
    probe.type("\u{1B}[A")
    try probe.terminal.wait { $0.screen.text.contains("p1> use \"Contoso IT\"") }
    probe.type("\u{1B}[B\u{1B}")
    try probe.terminal.wait { $0.screen.text.hasSuffix("p1> use con") }
    probe.type("\r")
    try probe.expect("use con")
  }

  @Test func `any other key keeps the name and goes on`() throws {
    let probe = try menu("use con")
    probe.type("\tx\r")
    try probe.expect("use \"Contoso HR\" x")
  }

  @Test func `one candidate is put in at once, closing quote and space included`() throws {
    let probe = try menu("use caf")
    try probe.terminal.wait { $0.screen.text.hasSuffix("p1> use \"Café 日本\"") }
    probe.type("x\r")
    try probe.expect("use \"Café 日本\" x")
  }

  @Test func `at the foot of a small screen the menu scrolls up and takes a third of it`() throws {
    let probe = try Probe(rows: 9)
    try probe.wait(for: "p1> ")
    for number in 1...4 {
      probe.type("line \(number)\r")
      try probe.wait(for: "p\(number + 1)> ")
    }
    probe.type("use c\t")
    try probe.terminal.wait {
      $0.screen.text.hasSuffix(
        """
        p5> use "C
        Contoso HR  12 members
        Contoso IT  48 members
        … 2 more · as of 09:12
        """) || $0.screen.text.contains("p5> use c\nContoso HR")
    }
    #expect(probe.terminal.screen.visibleRows.last == "… 2 more · as of 09:12")
    probe.type("\u{1B}")
    try probe.terminal.wait { $0.screen.text.hasSuffix("p5> use c") }
  }

  @Test func `a notice waits while the menu is open, and goes above the line then`() throws {
    let probe = try menu("use con")
    try probe.wait(for: "09:12")
    try probe.post("** news")
    probe.type("\t")
    try probe.terminal.wait { $0.screen.text.contains("p1> use \"Contoso HR\"\nContoso HR") }
    #expect(!probe.terminal.screen.text.contains("news"))
    probe.type("x")
    try probe.terminal.wait { $0.screen.text.hasSuffix("** news\np1> use \"Contoso HR\" x") }
    probe.type("\r")
    try probe.expect("use \"Contoso HR\" x")
  }
}
