import TestSupport
import Testing

/// Ctrl-D, Ctrl-C, the search and the menu, where their meaning depends on what is going on.
struct PromptKeyTests {
  private func start(_ environment: [String: String] = [:]) throws -> Probe {
    let probe = try Probe(environment)
    try probe.wait(for: "p1> ")
    return probe
  }

  @Test func `Ctrl-D is answered with a word as often as one has chosen, and then leaves`() throws {
    let probe = try start(["PROBE_ENDS": "2"])
    probe.type("\u{4}")
    try probe.wait(for: "Type exit to leave.")
    probe.type("x\u{7F}\u{4}\u{4}")
    try probe.terminal.wait {
      $0.screen.visibleRows.filter { $0.contains("Type exit") }.count == 3
    }
    probe.type("\u{4}")
    try probe.wait(for: "[end]")
  }

  @Test func `Ctrl-D drops a statement that is not whole, and only then leaves`() throws {
    let probe = try start()
    probe.type("say \"one\r")
    try probe.terminal.wait { $0.screen.cursorColumn == 0 }
    probe.type("\u{4}")
    try probe.wait(for: "[interrupt]")
    try probe.wait(for: "p2> ")
    probe.type("\u{4}")
    try probe.wait(for: "[end]")
  }

  @Test func `Ctrl-C drops the line together with its menu`() throws {
    let probe = try start()
    probe.type("use con\t\t")
    try probe.terminal.wait { $0.screen.text.contains("p1> use \"Contoso HR\"") }
    probe.type("\u{3}")
    try probe.wait(for: "[interrupt]")
    try probe.wait(for: "p2> ")
    try probe.terminal.wait {
      $0.screen.text.hasSuffix("p2>") && !$0.screen.text.contains("\nContoso HR")
    }
  }

  @Test func `typing narrows the menu, Backspace widens it, and Escape leaves what was typed`()
    throws
  {
    let probe = try start()
    probe.type("c\t")
    try probe.terminal.wait {
      let rows = $0.screen.visibleRows
      return ["Café", "HR", "IT", "Sales"].allSatisfy { name in rows.contains { $0.contains(name) }
      }
    }
    probe.type("on")
    try probe.terminal.wait {
      !$0.screen.text.contains("Café") && $0.screen.text.contains("Contoso HR")
    }
    probe.type("\u{7F}\u{7F}")
    try probe.terminal.wait { $0.screen.text.contains("Café") }
    probe.type("a")
    try probe.terminal.wait { !$0.screen.text.contains("Contoso") }
    probe.type("\u{1B}")
    try probe.terminal.wait { $0.screen.text.hasSuffix("p1> \"Ca") }
    probe.type("\t\r")
    try probe.expect("\"Café 日本\" ")
  }

  @Test func `typing behind a chosen name closes the menu and goes on with the line`() throws {
    let probe = try start()
    probe.type("use con\t\tx\r")
    try probe.expect("use \"Contoso HR\" x")
  }

  @Test func `an open menu is asked again when names arrive, without a key`() throws {
    let probe = try start()
    probe.type("new\t")
    try probe.terminal.wait { $0.screen.text.contains("as of 09:12") }
    try probe.post("name Newcomer")
    try probe.terminal.wait { $0.screen.text.contains("Newcomer") }
    probe.type("\t\r")
    try probe.terminal.wait { $0.screen.text.contains("p1> \"Newcomer\"") }
  }

  @Test func `undo takes a completion and a recalled line back`() throws {
    let probe = try start()
    probe.type("use caf\t")
    try probe.terminal.wait { $0.screen.text.hasSuffix("p1> use \"Café 日本\"") }
    probe.type("\u{1F}")
    try probe.terminal.wait { $0.screen.text.hasSuffix("p1> use caf") }
    probe.type("\r")
    try probe.wait(for: "p2> ")
    probe.type("\u{1B}[A\u{1F}x\r")
    try probe.expect("x")
  }

  @Test func `a search goes both ways, ends at a key of editing, and repeats the one before`()
    throws
  {
    let probe = try start()
    for (number, line) in ["team one", "user two", "team three"].enumerated() {
      probe.type(line + "\r")
      try probe.wait(for: "p\(number + 2)> ")
    }
    probe.type("typed\u{12}team\u{12}")
    try probe.terminal.wait { $0.screen.text.hasSuffix("(search: team) team one") }
    probe.type("\u{13}")
    try probe.terminal.wait { $0.screen.text.hasSuffix("(search: team) team three") }
    probe.type("\u{7}")
    try probe.terminal.wait { $0.screen.text.hasSuffix("p4> typed") }
    probe.type("\u{12}\u{12}\u{12}")
    try probe.terminal.wait { $0.screen.text.hasSuffix("(search: team) team one") }
    probe.type("\u{1}X\r")
    try probe.expect("Xteam one")
    try probe.wait(for: "p5> ")
    probe.type("\u{12}USER")
    try probe.terminal.wait { $0.screen.text.contains("(nothing found: USER)") }
    probe.type("\u{7}\r")
    try probe.wait(for: "p6> ")
    probe.type("\u{12}user\r")
    try probe.expect("user two")
  }

  @Test func `a typed space keeps a line to itself, a pasted one does not`() throws {
    let probe = try start()
    probe.type(" typed\r")
    try probe.wait(for: "p2> ")
    probe.type("\u{1B}[200~ pasted\u{1B}[201~\r")
    try probe.wait(for: "p3> ")
    probe.type("\u{1B}[A\u{1B}[A\r")
    try probe.expect(" pasted")
  }

  @Test func `Up and Down move inside a statement of several lines before they recall`() throws {
    let probe = try start()
    probe.type("before\r")
    try probe.wait(for: "p2> ")
    probe.type("one\u{1B}\rtwo\u{1B}[AX\u{1B}[A")
    try probe.terminal.wait { $0.screen.text.hasSuffix("p2> oneX\ntwo") }
    probe.type("\u{1}\u{B}\u{B}\u{B}\u{1B}[A")
    try probe.terminal.wait { $0.screen.text.hasSuffix("p2> before") }
  }

  @Test func `the wish for help keeps the line`() throws {
    let probe = try start()
    probe.type("team add \u{1B}?")
    try probe.wait(for: "[help \"team add \"]")
    try probe.terminal.wait { $0.screen.text.hasSuffix("p2> team add") }
  }
}
