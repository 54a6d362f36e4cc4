import Foundation
import TestSupport
import Testing

/// The editor for screen readers and dumb terminals, in a pseudo-terminal.
struct AppendOnlyTests {
  private static let kinds = [["TERM": "dumb"], ["TERM": "xterm", "PROBE_ACCESSIBLE": "1"]]

  private func probe(_ environment: [String: String], _ more: [String: String] = [:]) throws
    -> Probe
  {
    let probe = try Probe(environment.merging(more) { $1 })
    try probe.wait(for: "p1> ")
    return probe
  }

  @Test(arguments: kinds)
  func `a typed key costs its own bytes and a deletion three`(environment: [String: String]) throws
  {
    let probe = try probe(environment, ["PROBE_HINTS": "1"])
    for (keys, line) in [("m", "m"), ("embé", "membé"), ("\u{7F}", "memb"), ("er", "member")] {
      probe.type(keys)
      try probe.terminal.wait { $0.screen.text.hasSuffix("p1> \(line)") }
    }
    let written = probe.terminal.text(behind: "p1> ")
    #expect(written == "membé\u{8} \u{8}er")
    probe.type("\u{1B}[D\u{1B}[DX")
    try probe.terminal.wait { $0.screen.text.hasSuffix("membXer") }
    #expect(probe.terminal.text(behind: written) == "\u{8}\u{8}Xer\u{8}\u{8}")
    probe.type("\r")
    try probe.expect("membXer")
  }

  @Test(arguments: kinds)
  func `Tab lists the names with numbers, and a number and Tab choose one`(
    environment: [String: String]
  ) throws {
    let probe = try probe(environment)
    probe.type("use con\t")
    try probe.terminal.wait {
      $0.screen.text.hasSuffix(
        """
        1 Contoso HR — 12 members
        2 Contoso IT — 48 members
        3 Contoso Sales — public
        as of 09:12
        Type a number and Tab to choose, or go on typing.
        p1> use "Contoso
        """)
    }
    probe.type("2")
    try probe.terminal.wait { $0.screen.text.hasSuffix("p1> use \"Contoso 2") }
    probe.type("\t")
    try probe.terminal.wait { $0.screen.text.hasSuffix("p1> use \"Contoso IT\"") }
    probe.type("x\r")
    try probe.expect("use \"Contoso IT\" x")
  }

  @Test(arguments: kinds)
  func `Tab again takes one name after the other, and earlier lines come back`(
    environment: [String: String]
  ) throws {
    let probe = try probe(environment)
    probe.type("use con\t\t\t")
    try probe.terminal.wait { $0.screen.text.hasSuffix("p1> use \"Contoso IT\"") }
    probe.type("\r\r")
    try probe.expect("use \"Contoso IT\" ")
    try probe.wait(for: "p2> ")
    probe.type("\u{1B}[A")
    try probe.terminal.wait { $0.screen.text.hasSuffix("p2> use \"Contoso IT\"") }
    probe.type("\u{15}next\r")
    try probe.expect("next")
  }

  @Test func `a dumb terminal gets lines, reasons and notices, and no escape sequence`() throws {
    let probe = try probe(["TERM": "dumb"])
    probe.type("say \"one\n")
    try probe.terminal.wait { $0.screen.text.hasSuffix("inside a quote\np1> say \"one\n>") }
    probe.type("\n")
    try probe.terminal.wait {
      $0.screen.text.hasSuffix("still inside a quote\np1> say \"one\n>\n>")
    }
    probe.type("e\u{301}\"\n")
    try probe.expect("say \"one\n\né\"")
    try probe.wait(for: "p2> ")
    probe.type("ha")
    try probe.wait(for: "ha")
    try probe.post("** news")
    try probe.terminal.wait { $0.screen.text.hasSuffix("p2> ha\n** news\np2> ha") }
    probe.type("lf\u{3}")
    try probe.wait(for: "[interrupt]")
    try probe.wait(for: "p3> ")
    probe.type("\u{4}")
    #expect(try probe.terminal.waitForExit() == 0)
    #expect(!probe.terminal.transcript.contains(0x1B))
  }

  @Test func `a line longer than the row is edited and read as typed`() throws {
    let probe = try Probe(["TERM": "dumb"], columns: 20)
    try probe.wait(for: "p1> ")
    probe.type("one two three four five six seven\u{1}X\u{5}Y\r")
    try probe.expect("Xone two three four five six sevenY")
  }
}

extension PseudoTerminal {
  /// What was written behind the last appearance of a text.
  func text(behind start: String) -> String {
    let all = String(decoding: transcript, as: UTF8.self)
    return all.range(of: start, options: .backwards).map { String(all[$0.upperBound...]) } ?? ""
  }
}
