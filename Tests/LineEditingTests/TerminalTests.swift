import Glibc
import TestSupport
import Testing

/// The real editor in a pseudo-terminal, one behaviour a test.
struct TerminalTests {
  @Test(arguments: [
    "use \"Café 日本\" 👩‍💻 ñ Ω", "ß ÿ ¡ \u{A0}x", "a\\b $c 'd' | e",
  ])
  func `what is typed is what is read`(text: String) throws {
    let probe = try Probe()
    try probe.wait(for: "p1> ")
    probe.type(text + "\r")
    try probe.expect(text)
    probe.type("exit\r")
    #expect(try probe.terminal.waitForExit() == 0)
  }

  @Test(arguments: [
    ("e\u{301}", "é"), ("abc\u{1}X", "Xabc"), ("abc\u{1B}[D\u{1B}[DX", "aXbc"),
    ("abc\u{1B}[1~X\u{1B}[4~Y\u{1B}OHZ", "ZXabcY"), ("abc\u{1}\u{1B}[3~\u{4}", "c"),
    ("one two\u{1B}[1;5DX", "one Xtwo"), ("one two\u{1}\u{1B}[1;5CX", "oneX two"),
    ("one two-x\u{17}Z", "one Z"), ("one two-x\u{1B}\u{7F}Z", "one two-Z"),
    ("one two\u{1B}[D\u{15}\u{19}\u{19}", "one twone two"),
    ("one two\u{1}\u{B}\u{19}!", "one two!"), ("日本語\u{7F}\u{7F}", "日"),
    ("ab\u{1B}[15~\u{1B}[5~\u{1B}[1;9P\u{1B}x\u{F}\u{11}c", "abc"), ("ab\u{14}", "ba"),
    ("one two\u{1B}b\u{1B}u", "one TWO"), ("one\u{1B}\rtwo", "one\ntwo"),
  ])
  func `editing keys do what they say, and unknown ones nothing`(
    keys: String, line: String
  ) throws {
    let probe = try Probe()
    try probe.wait(for: "p1> ")
    probe.type(keys + "\r")
    try probe.expect(line)
  }

  @Test func `pasted text waits for Enter and its controls are gone`() throws {
    let probe = try Probe()
    try probe.wait(for: "p1> ")
    probe.type("say \u{1B}[200~one\ttab\r\ntwo\u{7}\u{1B}[A three\n\u{1B}[201~")
    try probe.wait(for: "three")
    probe.type("!\r")
    try probe.expect("say one\ttab\ntwo[A three!")
  }

  @Test func `Ctrl-C drops the line and leaves it on the screen`() throws {
    let probe = try Probe()
    try probe.wait(for: "p1> ")
    probe.type("half a line")
    try probe.wait(for: "e")
    try probe.terminal.wait { $0.screen.text.hasSuffix("half a line") }
    probe.type("\u{3}")
    try probe.wait(for: "[interrupt]")
    try probe.wait(for: "p2> ")
    #expect(probe.terminal.screen.visibleRows.contains("p1> half a line^C"))
    probe.type("next\r")
    try probe.expect("next")
  }

  @Test func `Ctrl-C inside a search ends the search, and a signal from elsewhere the line`() throws
  {
    let probe = try Probe()
    try probe.wait(for: "p1> ")
    probe.type("find me\r")
    try probe.wait(for: "p2> ")
    probe.type("half\u{12}find")
    try probe.terminal.wait { $0.screen.text.contains("(search: find) find me") }
    probe.type("\u{3}")
    try probe.terminal.wait { $0.screen.text.hasSuffix("p2> half") }
    probe.terminal.send(signal: SIGINT)
    try probe.wait(for: "[interrupt]")
    try probe.wait(for: "p3> ")
    probe.type("\u{12}fi\r")
    try probe.expect("find me")
  }

  @Test func `Ctrl-C cancels a running command and what is typed ahead is kept, unseen`() throws {
    let probe = try Probe()
    try probe.wait(for: "p1> ")
    probe.type("wait\r")
    try probe.wait(for: "[waiting]")
    probe.type("\u{3}")
    try probe.wait(for: "[cancelled]")
    try probe.wait(for: "p2> ")
    probe.type("wait\rtyped ahead\r")
    try probe.wait(for: "[waiting]")
    probe.terminal.send(signal: SIGINT)
    try probe.expect("typed ahead")
    let rows = probe.terminal.screen.visibleRows
    #expect(rows.filter { $0.contains("typed ahead") }.count == 2, "\(rows)")
  }

  @Test func `Ctrl-D ends on an empty line only, and the terminal is as it was`() throws {
    let probe = try Probe()
    try probe.wait(for: "p1> ")
    probe.type("ab\u{1B}[D\u{4}\r")
    try probe.expect("a")
    try probe.wait(for: "p2> ")
    probe.type("suspend\r")
    try probe.terminal.wait { $0.screen.visibleRows.contains("echo") }
    try probe.wait(for: "p3> ")
    probe.type("\u{4}")
    try probe.wait(for: "[end]")
    #expect(try probe.terminal.waitForExit() == 0)
  }

  @Test func `a lost terminal or a request to end ends the read, and says so`() throws {
    for (signal, name) in [(SIGTERM, "terminate"), (SIGHUP, "hangUp")] {
      let probe = try Probe()
      try probe.wait(for: "p1> ")
      probe.type("half")
      probe.terminal.send(signal: signal)
      try probe.wait(for: "[ended by \(name)]")
      #expect(try probe.terminal.waitForExit() == 0)
    }
  }

  @Test func `a signal to end that came to a command ends the read behind it`() throws {
    let probe = try Probe()
    try probe.wait(for: "p1> ")
    probe.type("wait\r")
    try probe.wait(for: "[waiting]")
    probe.terminal.send(signal: SIGTERM)
    try probe.wait(for: "[cancelled]")
    try probe.wait(for: "[ended by terminate]")
  }

  @Test func `a stopped shell that goes on shows its prompt again`() throws {
    let probe = try Probe()
    try probe.wait(for: "p1> ")
    probe.type("half")
    try probe.terminal.wait { $0.screen.text.hasSuffix("p1> half") }
    probe.terminal.send(signal: SIGSTOP)
    probe.terminal.send(signal: SIGCONT)
    try probe.wait(for: "\u{1B}[?2004h")
    try probe.wait(for: "half")
    probe.type(" done\r")
    try probe.expect("half done")
  }

  @Test func `earlier lines come back with Up, those that begin as typed`() throws {
    let probe = try Probe()
    try probe.wait(for: "p1> ")
    for (number, line) in ["team list", "user list", "team show"].enumerated() {
      probe.type(line + "\r")
      try probe.wait(for: "p\(number + 2)> ")
    }
    probe.type("team\u{1B}[A\u{1B}[A\r")
    try probe.expect("team list")
    probe.type("\u{10}\u{10}\u{10}\u{E}\r")
    try probe.expect("team show")
    probe.type("x \u{1B}.\r")
    try probe.expect("x show")
  }

  @Test func `an incomplete statement goes on in a new line and is edited as one`() throws {
    let probe = try Probe()
    try probe.wait(for: "p1> ")
    probe.type("say \"one\rtwo")
    try probe.terminal.wait {
      $0.screen.text.hasSuffix("p1> say \"one\ntwo\ninside a quote") && $0.screen.cursorColumn == 3
    }
    probe.type("\u{1B}[AX\u{1B}[B\u{1B}[F\"\r")
    try probe.expect("sayX \"one\ntwo\"")
    probe.type("\u{1B}[A")
    try probe.terminal.wait { $0.screen.text.hasSuffix("p2> sayX \"one\ntwo\"") }
  }

  @Test(arguments: ["xterm", "dumb"])
  func `an answer is one plain line, without names, earlier lines and continuation`(
    term: String
  ) throws {
    let probe = try Probe(["TERM": term])
    try probe.wait(for: "p1> ")
    probe.type("ask\r")
    try probe.wait(for: "sure? ")
    probe.type("\u{1B}[A\"c\t\u{7F}\u{7F}yes\r")
    try probe.wait(for: "[line(\"yes\"")
  }

  @Test func `a cancelled task ends its read, begun or not, and no other`() throws {
    let probe = try Probe()
    try probe.wait(for: "p1> ")
    probe.type("cancel\r")
    try probe.wait(for: "[early interrupt]")
    try probe.wait(for: "late> ")
    probe.terminal.resize(columns: 70, rows: 24)
    try probe.wait(for: "[late interrupt]")
    try probe.wait(for: "p2> ")
    probe.type("next\r")
    try probe.expect("next")
  }

  @Test func `a long paste arrives whole, and the screen shows the part around the cursor`() throws
  {
    let probe = try Probe()
    try probe.wait(for: "p1> ")
    let text = (1...3000).map { "日\($0)" }.joined(separator: " ")
    probe.type("\u{1B}[200~\(text)\u{1B}[201~")
    try probe.terminal.wait { $0.screen.text.hasSuffix("2999 日3000") }
    probe.type("\u{1}")
    try probe.terminal.wait { $0.screen.visibleRows.first?.hasPrefix("p1> 日1 日2 ") == true }
    probe.type("\r")
    try probe.expect(text)
  }

  @Test func `output without a newline is marked and not overwritten`() throws {
    let probe = try Probe()
    try probe.wait(for: "p1> ")
    probe.type("half\r")
    try probe.terminal.wait {
      $0.screen.visibleRows.contains("no newline here⏎") && $0.screen.text.hasSuffix("p2>")
    }
  }

  @Test func `a locale without letters and a prompt with them do not end the shell`() throws {
    let probe = try Probe([
      "LC_ALL": "C", "PROBE_PROMPT": "\u{1B}[1mÉquipe 日本 %\u{1B}[0m> ",
    ])
    try probe.wait(for: "repaired(to: \"C.UTF-8\")")
    try probe.terminal.wait { $0.screen.text.hasSuffix("Equipe ???? 1>") }
    #expect(probe.terminal.screen.cursorColumn == 15)
    probe.type("café é\u{1B}bX\r")
    try probe.expect("café Xé")
  }
}
