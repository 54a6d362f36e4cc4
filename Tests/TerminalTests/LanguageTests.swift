import Foundation
import TestSupport
import Testing

/// The language at the real prompt and in the real shell's scripts.
struct LanguageTests {
  private let home: Home
  private let server: ScriptedServer

  init() throws {
    home = try Home()
    server = try ScriptedServer { line in
      line.hasPrefix("POST")
        ? .reply("201 Created", [], "{\"id\":\"1\"}") : .reply("200 OK", [], "{\"value\":[]}")
    }
  }

  private var environment: [String: String] { BadAnswerTests.environment(home, server.root) }

  private func start(
    _ arguments: [String] = [], columns: Int = 80, rows: Int = 24
  ) throws -> ShellTerminal {
    let shell = try ShellTerminal(
      arguments, home: home, environment: environment, prompt: "p{number}:> ", columns: columns,
      rows: rows)
    try shell.prompt()
    return shell
  }

  /// Lines that are typed one after the other, and what each prints.
  private static let lines: [(typed: String, printed: String)] = [
    ("x=1; y='a b'; echo \"<$x $y ${x}2>\" '<$x>'", "<1 a b 12> <$x>"),
    ("false", ""), ("echo \"status $?\"", "status 1"),
    ("echo $(echo a; echo b) \"$(echo c; echo d)\"", "a b c\r\nd"),
    ("if false; echo no; else; echo yes; end", "yes"),
    ("for n in 1 2; echo \"<$n>\"; end", "<1>\r\n<2>"),
    ("false || echo rescued && echo on", "rescued\r\non"),
    ("echo 'sent away' | tr a-z A-Z", "SENT AWAY"),
    ("alias twice 'echo $1 $1'; twice a b", "a a b"),
    ("alias", "twice  echo $1 $1"),
    ("type twice", "twice  alias  echo $1 $1"),
    ("type ls team end", "reserved word"),
    ("unalias twice; twice a", "There is no command “twice”."),
    ("echo kept > $HOME/kept; set noclobber on; echo new > $HOME/kept", "Write >| to replace it."),
    ("echo newer >| $HOME/kept; !cat $HOME/kept", "newer"),
    ("set echo on", ""), ("echo \"$x\" | cat", "+ echo 1 | cat\r\n1"),
    ("login --app --secret=canary", "+ login --app --secret=***"),
    ("set echo off", "+ set echo off"),
  ]

  @Test(arguments: [(80, 24), (120, 40)])
  func `what is typed does what the language says`(columns: Int, rows: Int) throws {
    let shell = try start(columns: columns, rows: rows)
    try shell.run("HOME='\(home.path)'")
    for line in Self.lines {
      let printed = try shell.run(line.typed)
      #expect(
        line.printed.isEmpty || printed.contains(line.printed), "\(line.typed): \(printed)")
    }
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func `a here-document goes on until its last line, and comes back as one statement`(
    columns: Int, rows: Int
  ) throws {
    let shell = try start(columns: columns, rows: rows)
    shell.type("x=7; graph post /teams/1/x - <<END\r")
    let reason = "inside the text begun at col 30, until a line END; Ctrl-C drops it"
    try shell.terminal.wait(described: "the reason") { $0.screen.text.hasSuffix(reason) }
    shell.type("{\"body\":\r\"it's $x\"}\r")
    try shell.terminal.wait(described: "the reason again") {
      $0.screen.text.contains("\"it's $x\"}\n") && $0.screen.text.hasSuffix(reason)
    }
    shell.type("END\r")
    try shell.prompt()
    #expect(server.requests.contains { $0.hasSuffix("{\"body\":\"it's 7\"}") })
    let statement = "x=7; graph post /teams/1/x - <<END\n{\"body\":\n\"it's $x\"}\nEND"
    shell.type("\u{1B}[A")
    try shell.terminal.wait(described: "the statement") {
      $0.screen.text.hasSuffix("p2:> \(statement)")
    }
    shell.type("\u{3}")
    try shell.prompt()
    shell.type("echo - <<END\rnever\r\u{3}")
    try shell.prompt()
    #expect(home.text(of: "history").split(separator: "\n").count == 1)
  }

  @Test func `the rc file's aliases work, and what is wrong in it is told with its line`() throws {
    try home.write(
      "set prompt 'p{number}: '\nnosuch\nalias mine 'echo \"<$1>\"'\nset nope 1\n", to: "rc")
    let shell = try PseudoTerminal(Product.shell(), environment: environment)
    let words = try shell.wait(for: "p1: ")
    #expect(words.contains("\(home.file("rc")):2:1: There is no command “nosuch”."))
    #expect(words.contains("\(home.file("rc")):4:5: There is no setting “nope”."))
    shell.type("mine 'a b'\r")
    try shell.wait(for: "<a b>\r\n")
    let bare = try PseudoTerminal(Product.shell(), ["--no-rc"], environment: environment)
    try bare.wait(for: "/> ")
    bare.type("mine a\r")
    try bare.wait(for: "There is no command “mine”.")
  }

  @Test func `source runs a file in the session, with its arguments and from its folder`() throws {
    try FileManager.default.createDirectory(
      atPath: home.file("sub"), withIntermediateDirectories: true)
    try home.write("echo \"$# $1\"; set_by=script\nsource sub/b.teamsh $2\n", to: "a.teamsh")
    try home.write("echo \"inner $1\"\n", to: "sub/b.teamsh")
    let shell = try start()
    let printed = try shell.run("source '\(home.file("a.teamsh"))' 'one two' 3; echo $set_by")
    #expect(printed.contains("2 one two\r\ninner 3\r\nscript\r\n"))
    try home.write("exit 4\n", to: "leave.teamsh")
    shell.type("source '\(home.file("leave.teamsh"))'\r")
    #expect(try shell.terminal.waitForExit() == 4)
  }

  /// What a check of a script or of lines finds, as line, column and the words.
  private static let faulty: [(text: String, faults: [String])] = [
    ("echo a; team list\nfor x in a; echo $x; end", []),
    (
      "for t in a b\n  tema list\n  echo “$t”\n  team lst\nend\nif\n  echo $nope\nend",
      [
        "2:3: There is no command “tema”.", "3:8: “ is a typographic quotation mark.",
        "4:8: team has no verb “lst”.", "6:1: After “if” a command is missing.",
        "7:8: $nope is not set.",
      ]
    ),
    ("echo a 2> b\nteam lst\nend", ["1:8: ", "2:6: ", "3:1: “end” cannot stand here."]),
    ("tema\necho 'open\ntema", ["1:1: There is no command “tema”.", "2:6: The quote '"]),
  ]

  @Test(arguments: faulty)
  func `-n finds everything that is wrong with a script, inside blocks too`(
    text: String, faults: [String]
  ) throws {
    try home.write(text, to: "a.teamsh")
    let run = try Run(["-n", home.file("a.teamsh")], in: environment)
    let found = run.errors.split(separator: "\n").filter { $0.hasPrefix("teamsh: ") }
    #expect(found.count == faults.count, "\(run.errors)")
    for (line, fault) in zip(found, faults) {
      #expect(line.hasPrefix("teamsh: \(home.file("a.teamsh")):\(fault)"))
    }
    #expect(run.code == (faults.isEmpty ? 0 : 2))
    #expect(server.requests.isEmpty)
  }

  @Test func `-n reads several -c as one session, and runs none`() throws {
    let good = try Run(["-n", "-c", "x=1", "-c", "alias y 'echo'; y $x"], in: environment)
    #expect(good.code == 0 && good.output.isEmpty, "\(good.errors)")
    let bad = try Run(["-n", "-c", "tema", "-c", "echo $x", "-c", "tema"], in: environment)
    #expect(bad.errors.components(separatedBy: "There is no command “tema”.").count == 3)
    #expect(bad.errors.contains("$x is not set."))
    #expect(bad.errors.contains("4 faults") || bad.errors.contains("3 faults"), "\(bad.errors)")
  }

  @Test(arguments: ["!true", "echo a | cat", "echo a > kept", "echo a >> kept", "source /x/y"])
  func `a restricted shell runs no program, writes no file, and reads none elsewhere`(
    line: String
  ) throws {
    let run = try Run(["--restricted", "-c", line], in: environment)
    #expect(run.code == 4, "\(run.errors)")
    #expect(run.errors.contains("restricted"))
    let shell = try start(["--restricted"])
    #expect(try shell.run(line).contains("restricted"))
    #expect(try shell.run("echo alive; echo $?").contains("alive\r\n0"))
    #expect(!home.files.contains("kept"))
  }
}
