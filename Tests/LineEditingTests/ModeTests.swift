import Foundation
import TestSupport
import Testing

/// Both sets of keys in a pseudo-terminal.
struct ModeTests {
  private func type(_ keys: String, in mode: String, lines: [String] = []) throws -> Probe {
    let probe = try Probe(["PROBE_MODE": mode])
    try probe.wait(for: "p1> ")
    for (index, line) in lines.enumerated() {
      probe.type(line + "\r")
      try probe.wait(for: "p\(index + 2)> ")
    }
    // A person's keys come one at a time: behind Escape nothing follows at once.
    for part in keys.split(separator: "§", omittingEmptySubsequences: false) {
      probe.type(String(part))
    }
    return probe
  }

  @Test(arguments: [
    ("one two\u{17}\u{17}\u{19}", "one two"), ("one two\u{17}x\u{17}\u{19}", "one x"),
    ("one two\u{17}x \u{17}\u{15}\u{19}\u{1B}y", "two"),
    ("one two\u{1}\u{1B}d\u{1B}d\u{19}", "one two"),
    ("one two\u{17}\u{1F}!", "one two!"), ("one two\u{1F}!", "one !"),
    ("one two\u{18}\u{15}\u{18}\u{15}x", "x"), ("\u{1F}a", "a"),
    ("one\u{1B}[200~ two three\u{1B}[201~\u{1F}!", "one!"),
    ("one two\u{1B}tx", "two onex"), ("one two\u{1B}b\u{1B}cx", "one Twox"),
    ("ONE TWO\u{1}\u{1B}l", "one TWO"), ("one\u{16}\tx", "one\tx"),
    ("a\u{1B}\rb\u{1}X\u{5}Y\u{1}\u{1}Z", "Za\nXbY"), ("a\u{1B}\rb\u{15}\u{15}c", "ac"),
    ("abc\u{1B}[3;5~\u{1B}Od\u{1B}[3;5~x", "x"), ("👩‍💻é\u{1B}[D\u{1B}[D\u{1B}[3~", "é"),
  ])
  func `Emacs keys`(keys: String, line: String) throws {
    let probe = try type(keys + "\r", in: "emacs")
    try probe.expect(line)
  }

  @Test(arguments: [
    ("one two§\u{1B}§bdwiX", "oneX "), ("one two§\u{1B}§0cwX§", "X two"),
    ("one§\u{1B}§Atwo§\u{1B}§Izero", "zeroonetwo"), ("abc§\u{1B}§0x.", "c"),
    ("one two§\u{1B}§yy0Px", "ne twoone two"),
    ("abc§\u{1B}§0fcrX", "abX"), ("a.b.c§\u{1B}§02f.rX", "a.bXc"), ("abc§\u{1B}§hr日", "a日c"),
    ("one two three§\u{1B}§02dwu", "one two three"),
    ("one two§\u{1B}§bi\u{1B}[200~dd x\u{1B}[201~", "one dd xtwo"),
    ("one two§\u{1B}§0\u{1B}[200~dd \u{1B}[201~", "dd one two"),
    ("one\u{1B}[H\u{1B}[FX\u{1B}[1~Y", "YoneX"), ("one two\u{17}\u{19}\u{19}", "one twotwo"),
    ("one§\u{1B}§日é0x", "ne"), ("one two§\u{1B}§0dfe", " two"), ("one\u{1B}0x", "ne"),
    ("one two-x\u{1B}\u{7F}Z", "one two-Z"), ("one\u{1B}\rtwo", "one"),
    ("one\u{1B}\ntwo", "one"), ("one§\u{1B}§\u{1B}\rtwo", "one"),
    ("one\u{16}\ntwo", "one\ntwo"), ("one§\u{1B}§$axy§\u{1B}§u", "one"),
  ])
  func `vi keys`(keys: String, line: String) throws {
    let probe = try type(keys + "\r", in: "vi")
    try probe.expect(line)
  }

  @Test func `vi's k, j, slash and n recall, in command mode`() throws {
    let probe = try type(
      "\u{1B}§kk\r", in: "vi", lines: ["team list", "user list", "team show"])
    try probe.expect("user list")
    try probe.wait(for: "p5> ")
    probe.type("\u{1B}")
    probe.type("/team")
    try probe.terminal.wait { $0.screen.text.contains("(search: team) team show") }
    probe.type("\u{1B}")
    try probe.terminal.wait { $0.screen.text.hasSuffix("p5> team show") }
    probe.type("n")
    try probe.terminal.wait { $0.screen.text.hasSuffix("p5> team list") }
    probe.type("N\r")
    try probe.expect("team show")
  }

  @Test func `the cursor's shape says vi's mode, and is its own again at the end`() throws {
    let probe = try Probe(["PROBE_MODE": "vi"])
    try probe.wait(for: "\u{1B}[6 q")
    probe.type("one")
    probe.type("\u{1B}")
    try probe.wait(for: "\u{1B}[2 q")
    probe.type("\r")
    try probe.wait(for: "\u{1B}[0 q")
    let plain = try Probe(["TERM": "linux", "PROBE_MODE": "vi"])
    try plain.wait(for: "p1> ")
    plain.type("one\u{1B}x\r")
    try plain.expect("on")
    #expect(!String(decoding: plain.terminal.transcript, as: UTF8.self).contains(" q"))
  }

  @Test func `Ctrl-C in vi's command mode drops the line, and the next one is inserted`() throws {
    let probe = try type("one§\u{1B}§2d", in: "vi")
    try probe.terminal.wait { $0.screen.cursorColumn == 6 }
    probe.type("\u{3}")
    try probe.wait(for: "[interrupt]")
    try probe.wait(for: "p2> ")
    probe.type("dd\r")
    try probe.expect("dd")
  }

  @Test(arguments: ["emacs", "vi"])
  func `Alt-period or underscore inserts last words, older at each press`(mode: String) throws {
    let probe = try type(
      (mode == "vi" ? "x §\u{1B}§___" : "x \u{1B}.\u{1B}_\u{1B}.") + "\r", in: mode,
      lines: ["a 'b c'", "d e", "f g"])
    try probe.expect("x 'b c'")
  }

  @Test func `a line that is commented out is kept and not run`() throws {
    let probe = try type("abc\u{1B}#", in: "emacs")
    try probe.expect("#abc")
  }

  @Test func `keys of an editrc work, but for those that nothing works without`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "editrc-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(
      """
      teamsh:bind "^A" ed-prev-word
      bind -s "^G" "hello"
      bind "^O" ed-newline
      bind "^M" ed-delete-prev-char
      bind "^I" ed-delete-prev-char
      other:bind "^E" ed-prev-word
      """.utf8
    ).write(to: folder)
    let probe = try Probe(["EDITRC": folder.path])
    try probe.wait(for: "p1> ")
    probe.type("one two\u{1}X\u{5}Y\u{F}")
    try probe.expect("one XtwoY")
    try probe.wait(for: "p2> ")
    probe.type("\"a\u{F}b\"\r")
    try probe.expect("\"a\nb\"")
    try Data("bind -v\n".utf8).write(to: folder)
    let vi = try Probe(["EDITRC": folder.path])
    try vi.wait(for: "p1> ")
    vi.type("one\u{1B}")
    vi.type("0x\r")
    try vi.expect("ne")
  }
}
