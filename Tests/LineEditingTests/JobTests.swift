import Foundation
import TestSupport
import Testing

/// Stopping, going on, and programs that have the terminal meanwhile.
struct JobTests {
  private let surroundings: ProbeSurroundings
  private let folder: URL

  init() throws {
    surroundings = try ProbeSurroundings()
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "jobs-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// The probe below a shell that knows jobs, which says how it finds the terminal.
  private func job(_ environment: [String: String] = [:]) throws -> PseudoTerminal {
    let script = """
      set -m
      "$PROBE"
      stty -a | tr ' ' '\\n' | grep -x -e -echo -e echo -e icanon
      read answer
      fg
      """
    return try PseudoTerminal(
      "/bin/sh", ["-c", script],
      environment: surroundings.environment.merging(environment) { $1 }
        .merging(["PROBE": ProbeSurroundings.program]) { $1 })
  }

  @Test func `Ctrl-Z at the prompt stops with the terminal restored, and fg shows the line again`()
    throws
  {
    let terminal = try job()
    try terminal.wait(for: "p1> ")
    terminal.type("half a line")
    try terminal.wait { $0.screen.text.hasSuffix("p1> half a line") }
    terminal.type("\u{1A}")
    try terminal.wait(for: "\u{1B}[?2004l")
    try terminal.wait(for: "icanon\r\necho\r\n")
    terminal.type("\r")
    try terminal.wait(for: "\u{1B}[?2004h")
    try terminal.wait { $0.screen.text.hasSuffix("p1> half a line") }
    terminal.type("!\r")
    try terminal.wait(for: "[\"half a line!\"]")
    terminal.type("exit\r")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func `Ctrl-Z while a command runs stops with the terminal restored, and fg goes on`() throws
  {
    let terminal = try job()
    try terminal.wait(for: "p1> ")
    terminal.type("wait\r")
    try terminal.wait(for: "[waiting]")
    terminal.type("\u{1A}")
    try terminal.wait(for: "icanon\r\necho\r\n")
    terminal.type("\r")
    try terminal.wait(for: "[cancelled]")
    try terminal.wait(for: "p2> ")
    terminal.type("next\r")
    try terminal.wait(for: "[\"next\"]")
  }

  @Test func `Ctrl-Z where nobody could bring the shell back does nothing`() throws {
    let probe = try Probe()
    try probe.wait(for: "p1> ")
    probe.type("half")
    try probe.terminal.wait { $0.screen.text.hasSuffix("p1> half") }
    probe.type("\u{1A}")
    try probe.wait(for: "\u{1B}[?2004l")
    try probe.wait(for: "\u{1B}[?2004h")
    probe.type(" done\r")
    try probe.expect("half done")
  }

  @Test(arguments: [("emacs", "\u{18}\u{5}"), ("vi", "\u{1B}v"), ("vi", "\u{18}\u{5}")])
  func `a line is edited in a program of one's own, and waits for Enter`(
    mode: String, keys: String
  ) throws {
    let program = try write(
      """
      #!/bin/sh
      stat -c %a "$1"
      stty -a | tr ' ' '\\n' | grep -x -e -echo -e echo
      echo "$1" > '\(folder.path)/name'
      sed -i 's/one/two/' "$1"
      echo 'third "' >> "$1"
      """)
    let probe = try Probe([
      "VISUAL": program, "EDITOR": "false", "PROBE_MODE": mode, "TMPDIR": folder.path,
    ])
    try probe.wait(for: "p1> ")
    probe.type("say \"one" + keys)
    try probe.wait(for: "600\r\necho\r\n")
    try probe.terminal.wait { $0.screen.text.hasSuffix("p1> say \"two\nthird \"") }
    probe.type("\r")
    try probe.expect("say \"two\nthird \"")
    let name = try String(contentsOf: folder.appendingPathComponent("name"), encoding: .utf8)
    #expect(name.hasPrefix(folder.path))
    #expect(!FileManager.default.fileExists(atPath: String(name.dropLast())))
  }

  @Test func `a program that fails leaves the line as it was`() throws {
    let probe = try Probe(["VISUAL": "", "EDITOR": "false"])
    try probe.wait(for: "p1> ")
    probe.type("as it was\u{18}\u{5}")
    try probe.wait(for: "\u{1B}[?2004l")
    try probe.wait(for: "\u{1B}[?2004h")
    probe.type("!\r")
    try probe.expect("as it was!")
  }

  @Test func `a text from a command comes back into the line`() throws {
    let probe = try Probe(["EDITOR": try write("#!/bin/sh\necho edited > \"$1\"")])
    try probe.wait(for: "p1> ")
    probe.type("edit\r")
    try probe.terminal.wait { $0.screen.text.hasSuffix("p2> edited") }
    probe.type("!\r")
    try probe.expect("edited!")
  }

  private func write(_ script: String) throws -> String {
    let path = folder.appendingPathComponent("editor").path
    try ProgramFile.write(script, to: path)
    return path
  }
}
