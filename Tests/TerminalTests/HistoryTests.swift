import Foundation
import Glibc
import TestSupport
import Testing

/// The history at the real prompt: what is kept, found, forgotten, and never written.
struct HistoryTests {
  private let home: Home

  init() throws {
    home = try Home()
  }

  private func start(columns: Int = 120) throws -> ShellTerminal {
    let shell = try ShellTerminal(home: home, prompt: "p{number}:> ", columns: columns)
    try shell.prompt()
    return shell
  }

  private func leave(_ shell: ShellTerminal) throws {
    shell.type("\u{4}")
    _ = try shell.terminal.waitForExit()
  }

  @Test func `history lists lines with time, place, status and duration, and by what is asked for`()
    throws
  {
    let shell = try start()
    try shell.run("echo one")
    try shell.run("use Nowhere-at-all")
    try shell.run("false")
    let list = try shell.run("history")
    #expect(list.contains("TIME") && list.contains("DURATION"))
    #expect(list.contains("just now"))
    #expect(list.firstMatch(of: /\/ +0 +0\.\d{3} s +echo one/) != nil)
    #expect(list.firstMatch(of: /\/ +1 +0\.\d{3} s +false/) != nil)
    let failed = try shell.run("history list --failed")
    #expect(failed.contains("false") && !failed.contains("echo one"))
    #expect(try !shell.run("history list ONE -o ids").contains("echo one"))
    #expect(try shell.run("history list 'o o' --since 2h -o ids").contains("echo one"))
  }

  @Test func `history --here is this session's, and history without it every shell's`() throws {
    let first = try start()
    try first.run("echo first")
    try leave(first)
    let second = try start()
    try second.run("echo second")
    let here = try second.run("history --here -o ids")
    #expect(here.contains("echo second") && !here.contains("echo first"))
    #expect(try second.run("history -o ids").contains("echo first"))
  }

  @Test func `history delete asks, and forgets in the file, in Up and for other shells`() throws {
    let shell = try start()
    try shell.run("echo keep")
    try shell.run("echo Falcon one")
    try shell.run("echo Falcon two")
    shell.type("history delete Falcon\r")
    try shell.terminal.wait(for: "Forget 2 lines that hold “Falcon”? [y/N] ")
    shell.type("n\r")
    #expect(try shell.prompt().contains("Nothing was changed."))
    #expect(home.text(of: "history").contains("Falcon one"))
    shell.type("history delete Falcon\r")
    try shell.terminal.wait(for: "Forget 3 lines that hold “Falcon”? [y/N] ")
    shell.type("y\r")
    #expect(try shell.prompt().contains("Forgot 3 lines."))
    #expect(!home.text(of: "history").contains("echo Falcon"))
    shell.type("echo \u{1B}[A")
    try shell.wait(forLine: "> echo keep")
    shell.type("\u{3}")
    try shell.prompt()
    #expect(try shell.run("history delete nothing-there").contains("No line of the history"))
  }

  @Test func `history clear leaves nothing behind`() throws {
    let shell = try start()
    try shell.run("echo gone")
    try shell.run("history clear --yes")
    #expect(!home.text(of: "history").contains("gone"))
    #expect(try !shell.run("history -o ids").contains("echo gone"))
  }

  @Test func `in private nothing is written, the prompt says so, and Up knows it until it ends`()
    throws
  {
    let shell = try start()
    try shell.run("echo open")
    shell.type("history private on\r")
    try shell.wait(forLine: "(private) p3:>")
    shell.type("echo hidden\r")
    try shell.wait(forLine: "(private) p4:>")
    #expect(!home.text(of: "history").contains("hidden"))
    shell.type("echo h\u{1B}[A")
    try shell.wait(forLine: "(private) p4:> echo hidden")
    shell.type("\u{15}history private off\r")
    try shell.terminal.wait { $0.screen.text.contains("\np5:>") }
    shell.type("echo h\u{1B}[A")
    try shell.wait(forLine: "p5:> echo h")
    #expect(!home.text(of: "history").contains("hidden"))
  }

  @Test(arguments: [
    "login --app --secret canary-5f0c2e", "login --token=canary-5f0c2e",
    "client_secret=canary-5f0c2e", "!true -H 'Authorization: Bearer canary-5f0c2e'",
  ])
  func `a secret that was typed is in no file`(line: String) throws {
    let shell = try start()
    try shell.run(line)
    try shell.run("echo after")
    try leave(shell)
    #expect(home.text(of: "history").contains("echo after"))
    for name in home.files { #expect(!home.text(of: name).contains("canary-5f0c2e"), "\(name)") }
  }

  @Test func `a declared secret is starred for Up, and words about keys are kept`() throws {
    let shell = try start()
    try shell.run("echo 'the key is under the mat'")
    try shell.run("login --app --secret canary-5f0c2e")
    shell.type("\u{1B}[A")
    try shell.wait(forLine: "> login --app --secret ***")
    #expect(home.text(of: "history").contains("the key is under the mat"))
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func `a space that is typed keeps a line out, a pasted one does not, and ? changes neither`(
    columns: Int, rows: Int
  ) throws {
    let shell = try ShellTerminal(
      home: home, environment: ["TERM": "xterm-256color"], prompt: "p{number}:> ",
      columns: columns, rows: rows)
    try shell.prompt()
    try shell.run(" echo typed")
    try shell.run("\u{1B}[200~ echo pasted\u{1B}[201~")
    shell.type(" echo helped ?\r")
    try shell.prompt()
    try shell.wait(forLine: ">  echo helped")
    try shell.run("")
    shell.type(" echo keyed\u{1B}?")
    try shell.prompt()
    try shell.wait(forLine: ">  echo keyed")
    try shell.run("")
    try shell.run("\u{1B}[200~ echo both\u{1B}[201~ ?")
    try shell.wait(forLine: ">  echo both")
    try shell.run("")
    let kept = try shell.run("history -o ids")
    #expect(kept.contains(" echo pasted\r\n") && kept.contains(" echo both "))
    for word in ["typed", "helped", "keyed"] {
      #expect(!kept.contains("echo \(word)") && !home.text(of: "history").contains(word))
    }
  }

  @Test func `Up recalls each line once, newest first`() throws {
    let shell = try start()
    for line in ["echo one", "echo two", "echo one", "echo three", "echo one"] {
      try shell.run(line)
    }
    shell.type("\u{1B}[A")
    try shell.wait(forLine: "p6:> echo one")
    shell.type("\u{1B}[A")
    try shell.wait(forLine: "p6:> echo three")
    shell.type("\u{1B}[A")
    try shell.wait(forLine: "p6:> echo two")
    shell.type("\u{1B}[A")
    shell.type("\u{1B}[B")
    try shell.wait(forLine: "p6:> echo three")
    shell.type("\u{3}")
    try shell.prompt()
  }

  @Test func `a statement of several lines comes back whole`() throws {
    let shell = try start()
    shell.type("for n in 1 2\recho \"<$n>\"\rend\r")
    try shell.prompt()
    shell.type("\u{1B}[A")
    try shell.terminal.wait { $0.screen.text.contains("p2:> for n in 1 2\necho \"<$n>\"\nend") }
    #expect(home.text(of: "history").contains("for n in 1 2\\necho"))
  }

  @Test func `a history that has grown too long is trimmed, with damaged lines kept`() throws {
    let line = "{\"context\":\"/\",\"duration\":0.001,\"status\":0,\"text\":\"echo "
    let lines = (1...100_500).map { "\(line)\($0)\",\"time\":1764000000}" }
    try home.write((["{\"damaged"] + lines).joined(separator: "\n") + "\n", to: "history")
    let shell = try start()
    try shell.run("echo newest")
    shell.type("exit\r")
    _ = try shell.terminal.waitForExit()
    let text = home.text(of: "history")
    #expect(text.split(separator: "\n").count <= 100_001)
    #expect(text.hasPrefix("{\"damaged\n"))
    #expect(
      text.contains("echo newest") && text.contains("echo 100500\"") && !text.contains("echo 1\""))
  }

  @Test func `history can be read from the system's shell`() throws {
    let shell = try start()
    try shell.run("echo at the prompt")
    try leave(shell)
    let run = try Run(["history", "list", "--columns", "LINE", "-o", "csv"], in: home.environment)
    #expect(run.output.contains("echo at the prompt"), "\(run.errors)")
  }
}
