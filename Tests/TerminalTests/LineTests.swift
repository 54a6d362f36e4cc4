import Foundation
import TestSupport
import Testing

/// Keys, signals and terminals of every kind, against the built shell.
struct LineTests {
  private let home: Home
  private let server: ScriptedServer

  init() throws {
    home = try Home()
    server = try ScriptedServer { line in
      line.contains("/me") ? .silence : .reply("200 OK", [], "{\"value\":[]}")
    }
  }

  private func start(_ environment: [String: String] = [:]) throws -> ShellTerminal {
    let shell = try ShellTerminal(
      home: home,
      environment: BadAnswerTests.environment(home, server.root).merging(environment) { $1 })
    try shell.prompt()
    return shell
  }

  @Test func `lines come back in the next shell, and both shells keep theirs`() throws {
    let first = try start()
    let second = try start()
    try first.run("echo first")
    try second.run("echo second")
    try first.run("echo 'two\rlines'")
    for shell in [first, second] {
      shell.type("\u{4}")
      _ = try shell.terminal.waitForExit()
    }
    let third = try start()
    third.type("\u{1B}[A")
    try third.terminal.wait { $0.screen.text.hasSuffix("> echo 'two\nlines'") }
    third.type("\u{1B}[A\u{1B}[A")
    try third.terminal.wait { $0.screen.text.hasSuffix("> echo second") }
    third.type("\u{15}echo f\u{1B}[A")
    try third.terminal.wait { $0.screen.text.hasSuffix("> echo first") }
    third.type("\r")
    try third.prompt()
    #expect(try third.run("history").contains("echo second"))
  }

  @Test func `Ctrl-C drops the line, and nothing else`() throws {
    let shell = try start()
    shell.type("echo half")
    try shell.terminal.wait { $0.screen.text.hasSuffix("echo half") }
    shell.type("\u{3}")
    try shell.prompt()
    #expect(try shell.run("echo whole").contains("whole"))
    #expect(!home.text(of: "history").contains("half"))
  }

  @Test func `Ctrl-C ends a request that is never answered, at once, and keeps the shell`() throws {
    let shell = try start()
    shell.type("graph get /me\r")
    try shell.terminal.wait { _ in server.requests.contains { $0.contains("/me ") } }
    let start = ContinuousClock.now
    shell.type("\u{3}")
    #expect(try shell.prompt().contains("Interrupted."))
    #expect(start.duration(to: .now) < .seconds(2))
    #expect(try shell.run("echo $?").contains("130"))
  }

  @Test func `Ctrl-C in a write says that it may have happened, and the journal has it as unknown`()
    throws
  {
    let shell = try start()
    shell.type("graph post /me/x {}\r")
    try shell.terminal.wait { _ in server.requests.contains { $0.contains("POST /v1.0/me/x") } }
    shell.type("\u{3}")
    #expect(try shell.prompt().contains("may have been carried out"))
    #expect(home.text(of: "journal.ndjson").contains("\"result\":\"unknown\""))
  }

  @Test func `lines typed ahead run one after another`() throws {
    let shell = try start()
    shell.type("!printf '%s\\n' on''e\recho two; echo $?\recho 'thr'ee\r")
    #expect(try shell.prompt().contains("one\r\n"))
    #expect(try shell.prompt().contains("two\r\n"))
    #expect(try shell.prompt().contains("three\r\n"))
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `a signal that ends the shell at its prompt ends it in order`(signal: Int32) throws {
    let shell = try start()
    try shell.run("echo kept")
    shell.terminal.send(signal: signal)
    let code = try shell.terminal.waitForExit()
    #expect(code == 128 + signal)
    let end = String(decoding: shell.terminal.transcript, as: UTF8.self)
      .components(separatedBy: "\u{1B}[?2004h").last
    #expect(end?.contains("\u{1B}[?2004l") == true)
    #expect(home.text(of: "history").contains("echo kept"))
  }

  @Test func `Ctrl-C ends a program, a loop and a pipe, and keeps the shell`() throws {
    let shell = try start()
    for line in ["!sleep 100", "echo x | sh -c 'cat; sleep 100'"] {
      shell.type("\(line)\r")
      try shell.terminal.wait(described: line) { $0.isRunning("sleep") }
      shell.type("\u{3}")
      try shell.prompt()
    }
    #expect(try shell.run("echo alive").contains("alive"))
  }

  @Test func `a program gets the terminal as it expects it, and the editor gets it back`() throws {
    let shell = try start()
    let settings = try shell.run("!stty -a").split(whereSeparator: \.isWhitespace)
    for flag in ["icanon", "echo", "isig", "icrnl", "opost"] {
      #expect(settings.contains(Substring(flag)))
    }
    shell.type("!printf '%s\\n' re''ady; read -r answer; echo \"got $answer\"\r")
    try shell.terminal.wait(for: "ready\r\n")
    shell.type("typed\r")
    #expect(try shell.prompt().contains("got typed"))
    shell.type("echo ax\u{1B}[D\u{7F}b\r")
    #expect(try shell.prompt().contains("bx"))
  }

  @Test func `a paste of several lines waits for Enter`() throws {
    let shell = try start()
    shell.type("\u{1B}[200~echo one\necho \ttwo 日本\u{1B}[201~")
    try shell.terminal.wait { $0.screen.text.contains("echo one\necho") }
    #expect(!shell.terminal.screen.visibleRows.contains("one"))
    shell.type("\r")
    try shell.prompt()
    #expect(shell.terminal.screen.visibleRows.contains("one"))
    #expect(shell.terminal.screen.visibleRows.contains("two 日本"))
  }

  @Test func `an open quote goes on in the next line`() throws {
    let shell = try start()
    shell.type("echo 'one\r")
    try shell.terminal.wait { $0.screen.cursorColumn == 0 }
    #expect(try shell.run("two'").contains("one\r\ntwo"))
    #expect(try shell.run("for n in a b; echo \"<$n>\"; end").contains("<b>"))
  }

  @Test func `a dumb terminal gets a prompt and no escape sequence`() throws {
    let shell = try start(["TERM": "dumb"])
    #expect(try shell.run("echo grüße").contains("grüße"))
    shell.type("\u{3}")
    try shell.prompt()
    shell.type("exit 3\r")
    #expect(try shell.terminal.waitForExit() == 3)
    #expect(!shell.terminal.transcript.contains(0x1B))
  }

  @Test(arguments: ["C", "POSIX", "nonsense"])
  func `in a locale without letters the prompt is spelled without them, and input is as typed`(
    locale: String
  ) throws {
    let tenant = try Tenant()
    let shell = try ShellTerminal(
      home: home, environment: tenant.signedIn().merging(["LC_ALL": locale]) { $1 })
    try shell.prompt()
    try shell.run("use 営業チーム", then: "megan@contoso ??????????> ")
    #expect(try shell.run("echo 'grüße 😀'").contains("grüße 😀\r\n"))
  }

  @Test func `lines from a pipe run without prompt, escape or history`() throws {
    let run = try Run(
      [], in: home.environment, input: "echo hi\n\n# nothing\necho 'a\nb'; echo end")
    #expect(run.output == "hi\na\nb\nend\n")
    #expect(run.errors.isEmpty)
    #expect(run.code == 0)
    #expect(!home.files.contains("history"))
    let failing = try Run([], in: home.environment, input: "echo hi\nnonsense\necho never\n")
    #expect(failing.output == "hi\n")
    #expect(failing.errors.hasPrefix("teamsh: standard input:2:1: There is no command “nonsense”."))
    #expect(failing.code == 2)
  }
}
